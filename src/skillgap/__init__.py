"""skillgap: which skills a resume shows, and what is missing for a role.

The names below are the public interface; they are loaded when first used, so that
`import skillgap` costs next to nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from skillgap.errors import (
        MissingExtraError,
        SkillgapError,
        TaxonomyError,
        UnreadableError,
        UsageError,
    )
    from skillgap.models import (
        Coverage,
        Document,
        GapReport,
        Mention,
        ProfileEntry,
        Role,
        Skill,
        SkillProfile,
        Taxonomy,
    )
    from skillgap.pipeline import Analyzer
    from skillgap.taxonomy.load import load_taxonomy

__version__ = "0.1.0"

_HOMES = {
    "Analyzer": "pipeline",
    "load_taxonomy": "taxonomy.load",
    **dict.fromkeys(
        ("MissingExtraError", "SkillgapError", "TaxonomyError", "UnreadableError", "UsageError"),
        "errors",
    ),
    **dict.fromkeys(
        ("Coverage", "Document", "GapReport", "Mention", "ProfileEntry", "Role", "Skill",
         "SkillProfile", "Taxonomy"),
        "models",
    ),
}  # fmt: skip

__all__ = [
    "Analyzer",
    "Coverage",
    "Document",
    "GapReport",
    "Mention",
    "MissingExtraError",
    "ProfileEntry",
    "Role",
    "Skill",
    "SkillProfile",
    "SkillgapError",
    "Taxonomy",
    "TaxonomyError",
    "UnreadableError",
    "UsageError",
    "__version__",
    "load_taxonomy",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'skillgap' has no attribute '{name}'")
    from importlib import import_module

    return getattr(import_module(f"skillgap.{_HOMES[name]}"), name)
