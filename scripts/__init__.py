"""What the make targets call: each module does one job and can be run by itself."""
