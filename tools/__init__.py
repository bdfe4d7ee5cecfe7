"""Helpers of `./dev`, standard library only."""
