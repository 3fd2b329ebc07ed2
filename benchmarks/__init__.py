"""What must be fast, measured side by side with its floor (what the machine can do at best) or its peer."""
