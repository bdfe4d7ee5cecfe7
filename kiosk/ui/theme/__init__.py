"""Sizes, colours, type, icons and drawings of one window."""
