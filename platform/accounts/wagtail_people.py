"""People in the editors' admin: a list, and who belongs to which group of editors.

Nobody is made, renamed, given a password or deleted there: people sign up, and rows are never deleted.
"""

from typing import Any

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views import generic
from wagtail.admin.views.generic.history import HistoryView
from wagtail.users.views.users import EditView, IndexView, UserColumn, UserViewSet

from accounts.models import User

KEPT = frozenset({"index", "index_results", "edit", "history", "history_results"})


class RightsForm(forms.ModelForm):
    """Administrator or not, and the groups of editors."""

    class Meta:
        model = User
        fields = ("is_superuser", "groups")
        widgets = {"groups": forms.CheckboxSelectMultiple}

    def __init__(self, *args: Any, editing_self: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if editing_self:
            del self.fields["is_superuser"]


class PeopleIndex(IndexView):
    """Everybody by name; found by name and address."""

    default_ordering = "name_key"
    template_name = "wagtailadmin/generic/index.html"
    results_template_name = "wagtailadmin/generic/index_results.html"
    page_title = _("People")

    @cached_property
    def columns(self) -> list[Any]:
        """Return name, address, standing and last sign-in."""
        column = self._get_title_column_class(UserColumn)
        return [
            column(
                "name_key",
                accessor="get_full_name",
                label=_("Full name"),
                sort_key="name_key",
                get_url=self.get_edit_url,
            ),
            Column("email", label=_("E-mail"), sort_key="email"),
            Column("get_state_display", label=_("state"), sort_key="state"),
            DateColumn("last_login", label=_("Last sign-in"), sort_key="last_login"),
        ]

    @cached_property
    def search_fields(self) -> set[str]:
        """Return what the search box looks into."""
        return {"name", "email"}


class RightsView(EditView):
    """Changes rights, nothing else."""

    template_name = "wagtailadmin/generic/edit.html"


class PeopleViewSet(UserViewSet):
    """Wagtail's users without making, copying and deleting."""

    index_view_class = PeopleIndex
    edit_view_class = RightsView
    history_view_class = HistoryView
    copy_view_enabled = False
    menu_label = _("People")
    template_prefix = ""
    index_template_name = PeopleIndex.template_name
    index_results_template_name = PeopleIndex.results_template_name
    edit_template_name = RightsView.template_name
    add_view_class = generic.CreateView
    delete_view_class = generic.DeleteView

    def get_form_class(self, for_update: bool = False) -> type[RightsForm]:  # noqa: FBT001, FBT002  Wagtail's signature
        """Return the form of rights."""
        return RightsForm

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Offer no address that does not exist."""
        names: dict[str, Any] = super().get_common_view_kwargs(**kwargs)
        return {**names, "add_url_name": None, "delete_url_name": None, "usage_url_name": None}

    def get_urlpatterns(self) -> list[Any]:
        """Return the list, the rights and their history."""
        return [pattern for pattern in super().get_urlpatterns() if pattern.name in KEPT]
