"""Pictures as Word draws them."""
