"""What a user can do: verbs and queries over units of work. No Qt, no SQL text, no file formats."""
