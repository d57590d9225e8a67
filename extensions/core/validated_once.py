"""Validate a YAML text by a schema only once.

Why: Rasa reads endpoints.yml anew for each of its seven sections, twice, and checks it
by the schema each time; in training, it so reads the domain.
What: a text that passed a schema passes it again without being looked at.
"""

from __future__ import annotations

import functools
from typing import Any


def change(validation: Any) -> None:
    """Replace the check by schema in Rasa's module."""
    validate = validation.validate_yaml_schema
    passed: set[tuple[str, str, str]] = set()

    @functools.wraps(validate)
    def validate_yaml_schema(
        yaml_file_content: str,
        schema_path: str,
        package_name: str = validation.PACKAGE_NAME,
    ) -> None:
        checked = (yaml_file_content, schema_path, package_name)
        if checked not in passed:
            validate(*checked)
            passed.add(checked)

    validation.validate_yaml_schema = validate_yaml_schema
