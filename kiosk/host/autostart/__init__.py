"""Starting with the desktop: what each system needs for it, written and taken away again."""
