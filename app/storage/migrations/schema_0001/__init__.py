"""The first schema, room by room, frozen as it was released."""
