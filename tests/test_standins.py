"""Rasa without TensorFlow: it is imported, and what needs TensorFlow says so."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
STANDINS = ROOT / "standins"

real_tensorflow = importlib.util.find_spec("tensorflow_hub") is not None
pytestmark = pytest.mark.skipif(
    real_tensorflow, reason="the full install has the real TensorFlow"
)


def run(code: str) -> subprocess.CompletedProcess[str]:
    """Run `code` in a fresh Python, where nothing is imported yet."""
    setup = f"import sys; sys.path.append({str(STANDINS)!r})\n"
    return subprocess.run(
        [sys.executable, "-W", "ignore", "-c", setup + code],
        capture_output=True,
        text=True,
        timeout=120,
    )


def test_other_rasa_version_is_refused() -> None:
    result = run(
        "import importlib.metadata as metadata\n"
        "metadata.version = lambda name: '3.7.0'\n"
        "import tensorflow"
    )
    assert result.returncode == 1
    assert "written for Rasa 3.6.21 and this is 3.7.0" in result.stderr
    assert "make install-full" in result.stderr


def test_modules_that_rasa_does_not_import_are_missing() -> None:
    result = run("import tensorflow\nimport tensorflow.experimental.dlpack")
    assert "ModuleNotFoundError: No module named 'tensorflow.exp" in result.stderr


def test_decorators_leave_functions_alone() -> None:
    result = run(
        "import tensorflow as tf\n"
        "@tf.function\n"
        "def double(number): return 2 * number\n"
        "print(double(21))"
    )
    assert result.stdout.strip() == "42"


@pytest.mark.parametrize(
    ("called", "named"),
    [
        ("tf.random.set_seed(1)", "tensorflow.random.set_seed"),
        ("tf.keras.layers.Dense(3, name='x')", "tensorflow.keras.layers.Dense"),
    ],
)
def test_computing_names_the_full_install(called: str, named: str) -> None:
    result = run(f"import tensorflow as tf\n{called}")
    assert result.returncode == 1
    last = result.stderr.strip().splitlines()[-1]
    assert f"{named} needs TensorFlow" in last
    assert "make install-full" in last


@pytest.mark.slow
def test_spacy_sees_no_tensorflow() -> None:
    result = run(
        "import rasa.core.agent, spacy, thinc.compat as c\nprint(c.tensorflow)"
    )
    assert result.stdout.strip() == "None", result.stderr


@pytest.mark.slow
def test_every_default_component_is_imported() -> None:
    result = run(
        "import rasa.core.agent, rasa.core.test, rasa.nlu.test\n"
        "import rasa.engine.recipes.default_components as components\n"
        "print(len(components.DEFAULT_COMPONENTS) > 20)"
    )
    assert result.stdout.strip() == "True", result.stderr


NEURAL_PROJECT = {
    "config.yml": """
        recipe: default.v1
        assistant_id: neural
        language: en
        pipeline:
        - name: WhitespaceTokenizer
        - name: CountVectorsFeaturizer
        - name: DIETClassifier
          epochs: 1
        policies:
        - name: RulePolicy
        """,
    "domain.yml": "intents: [greet, bye]",
    "data/nlu.yml": """
        version: "3.1"
        nlu:
        - intent: greet
          examples: |
            - hello
            - hi
        - intent: bye
          examples: |
            - goodbye
            - see you
        """,
}


@pytest.mark.slow
def test_training_a_neural_component_ends_with_one_clear_line(tmp_path: Path) -> None:
    for name, content in NEURAL_PROJECT.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(content)
    result = run(
        f"import os; os.chdir({str(tmp_path)!r})\n"
        "os.environ['RASA_TELEMETRY_ENABLED'] = 'false'\n"
        "from rasa.__main__ import main\n"
        "sys.argv = ['rasa', 'train', 'nlu']; main()"
    )
    assert result.returncode == 1
    shown = re.sub("\x1b\\[[0-9;]*m", "", result.stderr + result.stdout)  # colours
    assert "Traceback" not in shown
    last = shown.strip().splitlines()[-1]
    assert "NeedsTensorFlow" in last
    assert "make install-full" in last
