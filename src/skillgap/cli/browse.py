"""`skillgap roles`, `role`, `skills`, `skill`: the taxonomy with its provenance."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from skillgap.cli.options import (
    DebugOption,
    Listing,
    ListingOption,
    TaxonomyOption,
    load,
    print_plain,
)

if TYPE_CHECKING:
    from skillgap.models import Role, Taxonomy


def roles(
    format_: ListingOption = Listing.TEXT,
    taxonomy: TaxonomyOption = None,
    debug: DebugOption = False,
) -> None:
    """List the roles that a resume can be held against."""
    loaded = load(taxonomy)
    if format_ is Listing.JSON:
        from skillgap.reports import data

        found = [data.role_data(role, loaded) for role in loaded.roles.values()]
        print_plain(data.render_json(found))
    else:
        from skillgap.reports import listing

        print_plain(listing.render_roles(loaded.roles.values()))


def role(
    role: Annotated[str, typer.Argument(metavar="ROLE", help="A role's id or title, or a family.")],
    format_: ListingOption = Listing.TEXT,
    taxonomy: TaxonomyOption = None,
    debug: DebugOption = False,
) -> None:
    """Show a role: what it asks for and which document says so, pay, ways in.

    For a family of roles (technical, governance ...) its roles are listed.
    """
    from skillgap.resolve import find_family, find_role

    loaded = load(taxonomy)
    family = find_family(loaded, role)
    if family:
        _show_family(family, loaded, format_)
        return
    found = find_role(loaded, role)
    if format_ is Listing.JSON:
        from skillgap.reports import data

        print_plain(data.render_json(data.role_data(found, loaded)))
    else:
        from skillgap.reports import listing

        print_plain(listing.render_role(found, loaded))


def _show_family(family: tuple[Role, ...], taxonomy: Taxonomy, format_: Listing) -> None:
    if format_ is Listing.JSON:
        from skillgap.reports import data

        print_plain(data.render_json([data.role_data(role, taxonomy) for role in family]))
    else:
        from skillgap.reports import listing

        print_plain(listing.render_family(family[0].kind, family))


def skills(
    format_: ListingOption = Listing.TEXT,
    taxonomy: TaxonomyOption = None,
    debug: DebugOption = False,
) -> None:
    """List the skills that are looked for."""
    loaded = load(taxonomy)
    if format_ is Listing.JSON:
        from skillgap.reports import data

        print_plain(data.render_json([data.skill_data(s) for s in loaded.skills.values()]))
    else:
        from skillgap.reports import listing

        print_plain(listing.render_skills(loaded))


def skill(
    skill: Annotated[str, typer.Argument(metavar="SKILL", help="A skill's id or a label.")],
    format_: ListingOption = Listing.TEXT,
    taxonomy: TaxonomyOption = None,
    debug: DebugOption = False,
) -> None:
    """Show a skill: its labels, what it implies, which document names it, who asks for it."""
    from skillgap.resolve import find_skill

    loaded = load(taxonomy)
    found = find_skill(loaded, skill)
    if format_ is Listing.JSON:
        from skillgap.reports import data

        print_plain(data.render_json(data.skill_data(found)))
    else:
        from skillgap.reports import listing

        print_plain(listing.render_skill(found, loaded))
