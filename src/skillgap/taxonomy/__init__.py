"""Skills and roles as versioned data: parse (tables), check, load."""

from skillgap.taxonomy.load import load_taxonomy, shipped_folder

__all__ = ["load_taxonomy", "shipped_folder"]
