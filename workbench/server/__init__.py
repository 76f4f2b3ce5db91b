"""Pages of the Jupyter server: from the list of cases to the signed record, without a script."""
