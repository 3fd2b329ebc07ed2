"""How records are edited in place: what is typed is kept, owned rows are added and changed."""
