"""Keep the fingerprints of training examples that don't change.

Why: `TrainingData.sanitize_examples` strips the intent of every example each time
training data is put together, and setting it, though to what it was, makes Rasa forget
the example's fingerprint and compute it anew to find duplicates: 7 of the 44 seconds
of a training.
What: an annotation is set where stripping changes it.
"""

from __future__ import annotations

import functools
from types import ModuleType
from typing import Any


def change(training_data_module: ModuleType) -> None:
    """Replace the cleaning of examples in `TrainingData` of Rasa's module."""
    training_data = training_data_module.TrainingData
    names = (training_data_module.INTENT, training_data_module.RESPONSE)

    @functools.wraps(training_data.sanitize_examples)
    def sanitize_examples(examples: list[Any]) -> list[Any]:
        for example in examples:
            for name in names:
                value = example.get(name)
                if value and value != (stripped := value.strip()):
                    example.set(name, stripped)
        return list(dict.fromkeys(examples))

    training_data.sanitize_examples = staticmethod(sanitize_examples)
