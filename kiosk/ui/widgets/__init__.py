"""Building blocks that know no screen."""
