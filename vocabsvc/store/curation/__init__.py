"""What people decide and ask for: kept beside the snapshots, since no load may change it."""
