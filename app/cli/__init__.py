"""The command line: the same jobs as the window, through the same services."""
