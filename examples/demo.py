"""Decides everyday requests under every shipped regulation that has examples here.

Each request is a file of `examples/<rulebook>/`, readable by an official. Printed for a handful of them: the
situation, the decision, the articles it rests on; then one decision in full, in Chinese and in English.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from secrecy_rules import Decision, Engine, Request, shipped
from secrecy_rules.engine.files import read_question
from secrecy_rules.explain import describe_change, render

HERE = Path(__file__).resolve().parent
HANDFUL = 5


def situation(file: Path) -> str:
    """The comment that the file begins with."""
    lines = []
    for line in file.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            break
        lines.append(line.lstrip("# "))
    return "".join(lines) or file.stem


def decided(engine: Engine, folder: Path) -> Iterator[tuple[Path, Decision]]:
    """Every request of a folder with its decision."""
    for file in sorted(folder.glob("*.yaml")):
        if file.name != "answers.yaml":
            yield file, engine.decide(read_question(file, Request))


def handful(decisions: list[tuple[Path, Decision]]) -> list[tuple[Path, Decision]]:
    """A few of them, with as many different outcomes as possible, in the order of the files."""
    kinds = {decision.ground: (file, decision) for file, decision in reversed(decisions)}
    chosen = list(kinds.values())[:HANDFUL]
    chosen += [pair for pair in decisions if pair not in chosen][: HANDFUL - len(chosen)]
    return sorted(chosen, key=lambda pair: pair[0])


def in_brief(decision: Decision) -> str:
    """The conclusion, the articles, and what is still needed."""
    lines = [render(decision).split("\n", 1)[0]]
    if decision.articles:
        lines.append("依据：" + "；".join(decision.articles))
    if decision.remedies:
        lines.append("尚需：" + "；".join(describe_change(change) for change in decision.remedies[0].changes))
    return "\n".join("    " + line for line in lines)


def main() -> None:
    """Print the demonstration."""
    in_full: tuple[Path, Decision, Engine] | None = None
    for name in shipped():
        engine = Engine(name)
        decisions = list(decided(engine, HERE / name))
        if not decisions:
            continue
        allowed = sum(bool(decision) for _, decision in decisions)
        print(f"\n《{engine.rulebooks[0].title.zh}》（{name}）：{len(decisions)}件，准予{allowed}件\n")
        for file, decision in handful(decisions):
            print(f"  {situation(file)}\n{in_brief(decision)}\n")
            if in_full is None and decision.remedies:
                in_full = file, decision, engine
    if in_full is None:
        print("no examples found")
        return
    file, decision, engine = in_full
    for lang in ("zh", "en"):
        print(
            f"{'-' * 80}\n$ secrecy-rules decide {engine.rulebooks[0].id} {file.relative_to(HERE.parent)} --lang {lang}\n"
        )
        print(render(decision, lang, rulebooks=engine.rulebooks))


if __name__ == "__main__":
    main()
