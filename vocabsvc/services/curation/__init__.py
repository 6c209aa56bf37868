"""What people decide on mappings, over the sets that are published."""
