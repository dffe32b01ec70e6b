"""chithi: Vietnamese official documents → a graph of citations and responsibilities."""
