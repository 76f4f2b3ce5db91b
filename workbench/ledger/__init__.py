"""What was said in each case, in order and never changed, and the log of issued records."""
