"""The pages of the window, one section each."""
