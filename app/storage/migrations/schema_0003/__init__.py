"""Third schema: states of agenda versions, forms of names, indexes that said nothing new."""
