"""The folder an organisation owns: its settings, files, database and backups."""
