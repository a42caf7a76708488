"""The chart of docs/performance.md: shares of what is possible, as bars, from the figures that the benchmarks printed.

.venv/bin/python benchmarks/chart.py broadcast.json ceiling.json replies.json > docs/images/performance.svg
"""

import json
import sys
from pathlib import Path
from xml.sax.saxutils import escape

WIDTH, BAR, GAP, LEFT, TOP = 720, 26, 14, 300, 48
GOAL, FINE, POOR = "#555", "#2b7a4b", "#b5532a"


def bars(figures: dict[str, float]) -> list[tuple[str, float, float, bool]]:
    """Label, value, goal, and whether more is better."""
    known = (
        ("limit_used", "Rate used by a broadcast", 0.97, True),
        ("vs_aiogram", "Ceiling against bare aiogram", 0.9, True),
        ("p99_ratio", "p99 of answers beside a bulk / idle", 1.5, False),
        ("rss_ratio", "Memory at 100,000 / 1,000 people", 1.1, False),
    )
    return [(label, figures[name], goal, more) for name, label, goal, more in known if name in figures]


def svg(rows: list[tuple[str, float, float, bool]]) -> str:
    """One bar a row, its goal as a line."""
    scale = (WIDTH - LEFT - 70) / max(2.0, *(value for _, value, _, _ in rows))
    height = TOP + len(rows) * (BAR + GAP) + 10
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" font-family="sans-serif" '
        'font-size="14">',
        '<rect width="100%" height="100%" fill="white"/>',
        '<text x="10" y="26" font-size="16">Ratios, with their goals (line)</text>',
    ]
    for place, (label, value, goal, more) in enumerate(rows):
        y = TOP + place * (BAR + GAP)
        met = value >= goal if more else value <= goal
        mark = LEFT + goal * scale
        sign = "≥" if more else "≤"
        parts += [
            f'<text x="10" y="{y + 18}">{escape(label)}</text>',
            f'<rect x="{LEFT}" y="{y}" width="{value * scale:.1f}" height="{BAR}" fill="{FINE if met else POOR}"/>',
            f'<line x1="{mark:.1f}" x2="{mark:.1f}" y1="{y - 4}" y2="{y + BAR + 4}" stroke="{GOAL}" stroke-width="2"/>',
            f'<text x="{LEFT + value * scale + 8:.1f}" y="{y + 18}">{value:g} ({sign} {goal:g})</text>',
        ]
    return "\n".join([*parts, "</svg>"])


def main() -> None:
    figures: dict[str, float] = {}
    for name in sys.argv[1:]:
        figures |= json.loads(Path(name).read_text(encoding="utf-8"))
    print(svg(bars(figures)))


if __name__ == "__main__":
    main()
