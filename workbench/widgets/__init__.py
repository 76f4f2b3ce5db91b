"""The editors of a guided notebook: what stands between its page and the ledger."""
