"""Hold the answers to many questions against a gate, and keep each that is wrong."""

from __future__ import annotations

from dataclasses import dataclass

from tests.asking import ROOT, Case, Verdict

RESULTS = ROOT / "results"


def report(case: Case, verdict: Verdict, texts: list[str]) -> str:
    """One line: where the question stands, what is wrong, what was answered."""
    answer = " / ".join(texts).replace("\n", " ")
    grave = "WRONG FACT " if verdict.wrong_fact else ""
    return f"{grave}{case}: {'; '.join(verdict.problems)} << {answer[:160]}"


@dataclass(frozen=True, slots=True)
class Gate:
    """The share that must be right, how many wrong facts may remain, of how many.

    `least` are so many as must be there: a folder that moved must not pass.
    """

    rate: float
    wrong_facts: int
    least: int

    def check_size(self, name: str, asked: int) -> None:
        """Fail where fewer were collected than there are."""
        assert asked >= self.least, f"only {asked} collected in {name}"

    def hold(self, name: str, asked: int, failed: int, wrong: dict[str, bool]) -> None:
        """Fail where fewer of the `asked` are right, or more have wrong facts.

        `wrong` are the lines of the answers that are not right, each with whether it
        tells a wrong fact; all are kept in results/`name`.txt, first a summary.
        """
        rate = 1 - failed / asked
        grave = [line for line, wrong_fact in wrong.items() if wrong_fact]
        summary = f"{name}: {rate:.1%} of {asked}, {len(grave)} wrong facts"
        kept = "\n".join([summary, *wrong])
        RESULTS.mkdir(exist_ok=True)
        (RESULTS / f"{name}.txt").write_text(f"{kept}\n", encoding="utf-8")
        print(f"\n{summary}")
        failed_to_answer = [line for line in wrong if "; failed" in line]
        assert failed_to_answer == [], "\n".join([summary, *failed_to_answer])
        assert rate >= self.rate, kept
        assert len(grave) <= self.wrong_facts, "\n".join([summary, *grave])
