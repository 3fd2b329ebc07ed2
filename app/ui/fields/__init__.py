"""Labelled fields: a label above, the control, and what is wrong in words below."""
