"""Models learned from text: `make train` writes them to models/, the readers of scans and the extraction use them."""
