"""Draw every figure of two invented cases, one of them large, for looking at.

    python scripts/draw_sample_figures.py FOLDER

writes `small.html` and `large.html` and each drawing as an SVG file of its own.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

ROOT = Path(__file__).parents[1]
DAY = date(2026, 9, 25)
sys.path.insert(0, str(ROOT))

from tests.figures.samples import large_case, small_case  # noqa: E402
from workbench.analysis.causal import build_causal_graph  # noqa: E402
from workbench.analysis.cut_sets import find_cut_sets  # noqa: E402
from workbench.analysis.escalation import measure_escalation  # noqa: E402
from workbench.analysis.plans import incident_days, plans_at_the_time  # noqa: E402
from workbench.analysis.portfolio import build_portfolio  # noqa: E402
from workbench.analysis.thread import thread  # noqa: E402
from workbench.analysis.timeline import build_timeline  # noqa: E402
from workbench.analysis.whys import ask_why  # noqa: E402
from workbench.domain.case import Case  # noqa: E402
from workbench.domain.frameworks import factor_framework  # noqa: E402
from workbench.figures.barriers import barriers_exhibit  # noqa: E402
from workbench.figures.causal_graph import causal_graph_exhibit  # noqa: E402
from workbench.figures.cut_sets import cut_sets_exhibit  # noqa: E402
from workbench.figures.escalation import escalation_exhibit  # noqa: E402
from workbench.figures.exhibit import Exhibit, exhibit_html  # noqa: E402
from workbench.figures.factor_matrix import factor_matrix_exhibit  # noqa: E402
from workbench.figures.fishbone import fishbone_exhibit  # noqa: E402
from workbench.figures.plans import plans_exhibit  # noqa: E402
from workbench.figures.portfolio import portfolio_exhibit  # noqa: E402
from workbench.figures.shifts import shifts_exhibit  # noqa: E402
from workbench.figures.thread_table import thread_exhibit  # noqa: E402
from workbench.figures.timeline import timeline_exhibit  # noqa: E402
from workbench.figures.whys import whys_exhibit  # noqa: E402

STYLE = ROOT / "workbench" / "record" / "pages" / "record.css"
PAGE = (
    '<!doctype html>\n<html lang="en-GB"><head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width"><title>{title}</title>'
    "<style>{style}</style></head><body><main><h1>{title}</h1>\n{body}\n</main></body></html>\n"
)


def exhibits_of(case: Case) -> tuple[tuple[str, Exhibit], ...]:
    """Return every figure of a case under a heading."""
    framework = factor_framework("npsa")
    return (
        ("Timeline", timeline_exhibit(build_timeline(case), case)),
        ("Fishbones", fishbone_exhibit(case, framework)),
        ("Factor matrix", factor_matrix_exhibit(case, framework)),
        ("Causal graph", causal_graph_exhibit(build_causal_graph(case), case)),
        ("Strength of the actions", portfolio_exhibit(build_portfolio(case))),
        ("Golden thread", thread_exhibit(thread(case, DAY))),
        ("Whys", whys_exhibit(ask_why(build_causal_graph(case), case))),
        ("Cut sets", cut_sets_exhibit(find_cut_sets(graph := build_causal_graph(case)), graph)),
        ("Barriers", barriers_exhibit(case)),
        ("Escalation", escalation_exhibit(measure_escalation(case))),
        ("Plans in force", plans_exhibit(plans_at_the_time(case), incident_days(case))),
        ("Shift picture", shifts_exhibit(case)),
    )


def main(folder: Path) -> None:
    """Write the figures to `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    style = STYLE.read_text(encoding="utf-8") if STYLE.exists() else "body{font-family:sans-serif}"
    for name, case in (("small", small_case()), ("large", large_case())):
        found = exhibits_of(case)
        body = "\n".join(f"<h2>{head}</h2>\n{exhibit_html(one)}" for head, one in found)
        page = PAGE.format(title=f"Figures of the {name} case", style=style, body=body)
        (folder / f"{name}.html").write_text(page, encoding="utf-8")
        for _, exhibit in found:
            drawings = [drawing for figure in exhibit.figures for drawing in figure.drawings]
            for number, drawing in enumerate(drawings, 1):
                svg = drawing.svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
                path = folder / f"{name}-{exhibit.name}-{number}.svg"
                path.write_text(svg, encoding="utf-8")
    print(f"Wrote the figures of two cases to {folder}.")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
