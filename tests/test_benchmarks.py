"""What the benchmark computes, writes and shows; never how long something takes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
import yaml
from aiohttp import ClientSession, web
from aiohttp.test_utils import TestServer

from benchmarks import annotate, figures, memory, nlpjs, plot, results, sizes, table
from benchmarks.goals import GOALS, MANY, NLPJS, OURS, STOCK, Goal
from benchmarks.hotspots import by_module, module_of
from benchmarks.knowledge import questions, write_knowledge
from benchmarks.measure import LAST_TURN, VISITORS, Figures
from benchmarks.questions import Question, load_questions
from benchmarks.visitors import Visitor, crowd, new_conversations, one_conversation
from partners import check
from partners.load import load
from partners.masking import Span
from scripts.logged import ROOT
from tests.knowledge_folder import write

BOTS = {
    OURS: Figures(
        new_ms=10.0, late_ms=12.0, throughput=90.0, errors=0, turns_ms=[9.0] * 30
    ),
    STOCK: Figures(new_ms=141.0, throughput=7.0, turns_ms=[100.0] * 30),
    NLPJS: Figures(new_ms=8.7),
    MANY: Figures(new_ms=13.0, memory_mb=500.0),
}


@pytest.mark.parametrize(
    ("share", "found"), [(0.5, 10), (0.95, 19), (1.0, 20), (0.001, 1), (0.951, 20)]
)
def test_percentile_is_a_value_that_was_measured(share: float, found: float) -> None:
    assert figures.percentile(list(range(20, 0, -1)), share) == found


@pytest.mark.parametrize("values_and_share", [([], 0.5), ([1.0], 0.0), ([1.0], 1.1)])
def test_percentile_of_nothing_is_refused(
    values_and_share: tuple[list[float], float],
) -> None:
    with pytest.raises(ValueError, match="percentile"):
        figures.percentile(*values_and_share)


def test_latency_at_a_turn_is_the_median_of_the_turns_up_to_it() -> None:
    assert figures.at_turn([1, 9, 2, 8, 3], turn=4, window=3) == 8
    with pytest.raises(ValueError, match="turns 1 to 2"):
        figures.at_turn([1, 2], turn=3, window=1)


def test_plotted_turns_end_with_the_last_whole_window() -> None:
    assert figures.smoothed([1, 1, 5, 5, 7], window=2) == [(2, 1), (4, 5)]


@pytest.mark.parametrize(
    ("goal", "reached"),
    [
        (Goal("", "", "new_ms", 1 / 14, STOCK), True),
        (Goal("", "", "new_ms", 1.0, NLPJS), False),
        (Goal("", "", "late_ms", 1.3, OURS, of_figure="new_ms"), True),
        (Goal("", "", "throughput", 12.0, STOCK, at_least=True), True),
        (Goal("", "", "throughput", 13.0, STOCK, at_least=True), False),
        (Goal("", "", "memory_mb", 400.0, bot=MANY), False),
        (Goal("", "", "memory_mb", 1 / 6, STOCK), None),
        (Goal("", "", "new_p95_ms"), None),
    ],
)
def test_goal_is_reached_missed_or_unknown(goal: Goal, reached: bool | None) -> None:
    assert goal.reached(BOTS) is reached


def test_every_goal_says_what_it_is_and_names_figures_that_exist() -> None:
    known = Figures.__dataclass_fields__
    for goal in GOALS:
        assert goal.figure in known and (goal.of_figure or "new_ms") in known
        assert bool(goal.says) == (goal.factor is not None), goal.what


def test_table_shows_each_goal_with_the_ratio_and_whether_it_is_reached() -> None:
    lines = table.table(BOTS).splitlines()
    assert len(lines) == len(GOALS) + 2
    assert lines[2].endswith(
        "| 10 ms | 141 ms | 1/14.1 | 8.70 ms | ≤ 1/14 of stock | yes |"
    )
    assert lines[3].endswith("| ≤ nlp.js | **no** |")
    assert all(line.count("|") == len(table.HEAD) + 1 for line in lines)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (0.0, "0 MB"),
        (0.66, "0.66 MB"),
        (53.24, "53.2 MB"),
        (2756.9, "2,757 MB"),
    ],
)
def test_figures_are_shown_with_three_digits(value: float | None, text: str) -> None:
    assert table.shown(value, "MB") == text


def test_much_knowledge_is_plotted_as_more_partners_of_the_same_bot() -> None:
    lines = plot.size_lines({**BOTS, "ours-1000": Figures(new_ms=11.0)})
    assert lines == {OURS: [(23, 10.0), (1000, 11.0), (10_000, 13.0)]}


def test_only_long_conversations_are_plotted() -> None:
    lines = plot.turn_lines(BOTS)
    assert set(lines) == {OURS, STOCK}
    assert lines[OURS] == [(10, 9.0), (20, 9.0), (30, 9.0)]


@pytest.mark.slow  # it draws
def test_results_are_kept_as_json_table_and_picture(tmp_path: Path) -> None:
    text = results.Results("somewhere", BOTS, 1.5).save("bench", tmp_path)
    assert (tmp_path / "bench.md").read_text(encoding="utf-8") == text
    assert (tmp_path / "bench.png").read_bytes().startswith(b"\x89PNG")
    assert json.loads((tmp_path / "bench.json").read_text())["goals"]
    loaded = results.load_results("bench", tmp_path)
    assert loaded == results.Results("somewhere", BOTS, 1.5)
    assert set(results.others_of(loaded)) == {STOCK, NLPJS}
    assert results.load_results("none", tmp_path) is None


def test_unknown_figure_is_refused() -> None:
    with pytest.raises(AttributeError, match="no figure speed"):
        Figures().update(speed=1)


def test_invented_knowledge_is_sound_and_always_the_same(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    invented = write_knowledge(ROOT / "knowledge", one, partners=60)
    write_knowledge(ROOT / "knowledge", other, partners=60)
    assert check.main([str(one)]) == 0
    assert all((other / f.name).read_bytes() == f.read_bytes() for f in one.iterdir())
    real, many = load(ROOT / "knowledge"), load(one)
    assert len(many.partners) == 60
    assert set(real.facts) <= set(many.facts)
    added = len(many.facts) - len(real.facts)
    assert added == 10 * (60 - len(real.partners))
    asked = list(questions(invented, 6))
    assert len({question.text for question in asked}) == 6
    assert all(question.expected for question in asked)


def test_invented_knowledge_leaves_what_points_to_the_real_as_it_is(
    tmp_path: Path,
) -> None:
    real = load(ROOT / "knowledge")
    write_knowledge(ROOT / "knowledge", tmp_path / "many", partners=60)
    many = load(tmp_path / "many")
    for id_, entity in real.entities.items():
        if entity.role.value != "kind":
            assert many.facts_to(id_) == real.facts_to(id_)


def test_annotation_is_what_rasa_reads() -> None:
    spans = (Span(10, 14, "partner", "camp"), Span(19, 22, "unknown_name", "Foo"))
    text = annotate.annotate("who funds CAMP and Foo", spans)
    assert text == (
        'who funds [CAMP]{"entity": "partner", "value": "camp"} and [Foo](unknown_name)'
    )


def test_annotation_keeps_the_first_of_two_names_that_overlap() -> None:
    spans = (Span(0, 8, "partner", "open_lab"), Span(5, 8, "kind", "lab"))
    assert annotate.annotate("Open Lab", spans).count("entity") == 1


@pytest.mark.slow  # it reads all training data
def test_stock_is_trained_on_every_intent(tmp_path: Path) -> None:
    annotate.annotate_folder(ROOT / "data" / "nlu", tmp_path / "nlu", each=2)
    blocks = [
        block
        for file in (tmp_path / "nlu").glob("*.yml")
        for block in yaml.safe_load(file.read_text(encoding="utf-8"))["nlu"]
    ]
    kept = {block["intent"] for block in blocks if "intent" in block}
    assert kept == {example["intent"] for example in nlpjs.examples()}
    assert all(len(b["examples"].splitlines()) <= 2 for b in blocks if "intent" in b)
    assert any("synonym" in block for block in blocks)


def test_sample_is_spread_over_all_examples() -> None:
    assert annotate.spread(list("abcdefghij"), 3) == ["a", "d", "g"]
    assert annotate.spread(["a"], 3) == ["a"]


def test_questions_are_enough_and_different() -> None:
    asked = load_questions()
    assert len({question.text for question in asked}) == len(asked) == plot.WINDOW
    assert LAST_TURN % len(asked) == 0
    assert all(question.expected and question.intent for question in asked)


def test_lock_of_nlpjs_names_no_registry() -> None:
    held = json.loads((nlpjs.SOURCE / "package-lock.json").read_text())
    packages = [one for name, one in held["packages"].items() if name]
    assert packages
    assert all("integrity" in one and "resolved" not in one for one in packages)


def test_memory_is_of_every_process_below_and_not_of_itself() -> None:
    assert list(memory.descendants({2: 1, 3: 2, 4: 1, 9: 8}, 1)) == [2, 3, 4]
    code = "import subprocess; subprocess.run(['sleep', '60'])"
    with subprocess.Popen([sys.executable, "-c", code]) as child:
        try:
            while not list(memory.descendants(memory.parents(), child.pid)):
                assert child.poll() is None
            assert child.pid in memory.descendants(memory.parents(), os.getpid())
            assert (
                memory.memory_of_children() > memory.memory_of_children(child.pid) > 0
            )
        finally:
            for pid in memory.descendants(memory.parents(), child.pid):
                os.kill(pid, 9)
            child.kill()


def test_installed_size_counts_the_locked_packages_only(tmp_path: Path) -> None:
    lock = tmp_path / "x.lock"
    site_packages = Path(yaml.__file__).parent.parent
    lock.write_text("pyyaml==6 \\\n    --hash=sha256:0\n")
    one = sizes.installed_megabytes(site_packages, lock)
    lock.write_text(
        "pyyaml==6 \\\n    --hash=sha256:0\naiohttp==3 \\\n    --hash=sha256:0\n"
    )
    assert 0 < one < sizes.installed_megabytes(site_packages, lock)
    lock.write_text("no-such-package==1 \\\n    --hash=sha256:0\n")
    with pytest.raises(ValueError, match="not installed: no-such-package"):
        sizes.installed_megabytes(site_packages, lock)


def test_profile_counts_a_call_within_a_module_once() -> None:
    main = ("a/site-packages/x/a.py", 1, "f")
    helper = ("a/site-packages/x/a.py", 9, "g")
    other = ("a/site-packages/y.py", 1, "h")
    own, inclusive = by_module(
        {
            main: (1, 1, 1.0, 6.0, {}),
            helper: (1, 1, 2.0, 5.0, {main: (1, 1, 2.0, 5.0)}),
            other: (1, 1, 3.0, 3.0, {helper: (1, 1, 3.0, 3.0)}),
        }
    )
    assert own == {"x.a": 3.0, "y": 3.0}
    assert inclusive == {"x.a": 6.0, "y": 3.0}
    assert module_of(str(ROOT / "partners" / "load.py")) == "partners.load"


@pytest_asyncio.fixture
async def bot() -> AsyncIterator[tuple[str, list[str]]]:
    """A bot that repeats what it is told, and is silent or broken when told so."""
    senders: list[str] = []

    async def answer(request: web.Request) -> web.Response:
        body = await request.json()
        senders.append(body["sender"])
        if body["message"] == "break":
            return web.Response(status=500)
        silent = body["message"] == "be silent"
        return web.json_response([] if silent else [{"text": body["message"]}])

    app = web.Application()
    app.router.add_post("/", answer)
    async with TestServer(app) as server:
        yield str(server.make_url("/")), senders


def question(text: str, expected: str = "say") -> Question:
    return Question(text, expected, "ask")


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("text", "failed", "right"),
    [
        ("SAY it", False, True),
        ("tell it", False, False),
        ("be silent", True, False),
        ("break", True, False),
    ],
)
async def test_visitor_tells_right_wrong_and_missing_answers_apart(
    bot: tuple[str, list[str]], text: str, failed: bool, right: bool
) -> None:
    async with ClientSession() as session:
        answer = await Visitor(session, bot[0]).ask(question(text))
    assert (answer.failed, answer.right) == (failed, right)


@pytest.mark.asyncio
async def test_conversations_are_new_or_one_and_the_same(
    bot: tuple[str, list[str]],
) -> None:
    url, senders = bot
    async with ClientSession() as session:
        visitor = Visitor(session, url)
        assert len(await new_conversations(visitor, [question("say")], 3)) == 3
        assert len(set(senders)) == 3
        senders.clear()
        assert len(await one_conversation(visitor, [question("say")], 3)) == 3
        assert len(senders) == 3 and len(set(senders)) == 1


@pytest.mark.asyncio
async def test_crowd_counts_answers_and_errors(bot: tuple[str, list[str]]) -> None:
    url, senders = bot
    asked = [question("say"), question("break")]
    async with ClientSession() as session:
        found = await crowd(session, url, asked, VISITORS, seconds=0.2)
    assert len(found.answers) == len(senders) >= VISITORS
    assert 0 < found.errors < len(found.answers)
    assert found.throughput > 0


def test_a_bot_without_facts_is_right_by_its_intent() -> None:
    asked = Question("who funds CAMP", "Vinnova", "ask_funders").by_intent()
    assert asked.is_right("the canned answer (ask_funders)")
    assert not asked.is_right("Vinnova (ask_funded)")


def test_knowledge_of_another_folder_can_be_filled_up(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.mkdir()
    write(source)
    with pytest.raises(ValueError, match="3 partners"):
        write_knowledge(source, tmp_path / "target", partners=2)
