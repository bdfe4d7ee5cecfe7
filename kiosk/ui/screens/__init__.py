"""The screens, one a file; none knows another."""
