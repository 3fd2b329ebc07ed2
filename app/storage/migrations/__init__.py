"""Frozen schema steps; they never import the models."""
