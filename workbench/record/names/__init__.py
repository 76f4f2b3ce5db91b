"""The search for listed names in what a record shows and a case says."""
