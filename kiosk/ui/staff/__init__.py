"""What staff see behind the PIN: the desk that shows it, the menu and its sheets."""
