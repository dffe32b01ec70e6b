"""Vietnamese written in the encodings before Unicode: told apart by spelling, converted letter by letter."""
