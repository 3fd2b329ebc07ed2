"""Trainings and the other activities: workshops, webinars, forums, meetings."""

from app.ui.pages.visits_frame import ActivitiesPage


class TrainingsPage(ActivitiesPage):
    """The section ``trainings``."""

    section = "trainings"
    visits = False
