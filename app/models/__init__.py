"""Mapped classes of the whole vocabulary. Import the classes from their rooms; ``all_models`` loads every table."""
