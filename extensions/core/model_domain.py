"""Read the domain of a model without validating it again.

Why: Rasa reads the file four times in pure Python and checks it by a schema, which it
passed before it was put into the model: half a second of the start.
"""

from __future__ import annotations

import functools
from types import ModuleType
from typing import Any


def change(domain_provider: ModuleType) -> None:
    """Replace how `DomainProvider` of Rasa's module reads a model's domain."""
    provider = domain_provider.DomainProvider
    domain_class = domain_provider.Domain

    @functools.wraps(provider.load.__func__)
    def load(
        cls: Any,
        config: dict[str, Any],
        model_storage: Any,
        resource: Any,
        execution_context: Any,
        **kwargs: Any,
    ) -> Any:
        from rasa.shared.utils.io import read_file, read_yaml

        with model_storage.read_from(resource) as folder:
            data = read_yaml(read_file(folder / "domain.yml"))
        # As Rasa merges the files of a folder: here there is one.
        merged = domain_class.merge_domain_dicts(data, {})
        return cls(model_storage, resource, domain_class.from_dict(merged))

    provider.load = classmethod(load)
