"""Mentordesk: mentoring programmes between municipalities, kept on one laptop."""

VERSION = "0.1.0"
