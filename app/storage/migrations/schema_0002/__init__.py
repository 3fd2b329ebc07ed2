"""Second schema: papers with a programme's own look and words; how certificates were handed over."""
