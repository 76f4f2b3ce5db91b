"""What the drawings of an editor need beside the entries, as JSON values."""
