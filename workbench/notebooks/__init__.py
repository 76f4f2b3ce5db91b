"""What a notebook template calls, and how notebooks are found, started and opened."""
