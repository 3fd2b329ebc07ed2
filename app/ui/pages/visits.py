"""Visits: mentoring and exchange visits, with travel, accommodation, host and guests."""

from app.ui.pages.visits_frame import ActivitiesPage


class VisitsPage(ActivitiesPage):
    """The section ``visits``."""

    section = "visits"
    visits = True
