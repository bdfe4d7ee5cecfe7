"""What outlives a visit: files in the data folder, written atomically."""
