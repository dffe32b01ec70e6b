"""Models learned from text: `make train` writes them to models/, the readers of scans use them."""
