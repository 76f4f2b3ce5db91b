"""What can be computed from a case alone: its timeline, causal graph and golden thread."""
