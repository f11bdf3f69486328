"""The dashboard that we hand out draws what the server really tells."""

import json
import re

from tests.house_rules import ROOT
from workshop.seen.metrics import REGISTRY

DASHBOARD = json.loads((ROOT / "deploy" / "dashboard.json").read_text(encoding="utf-8"))
ASKED = [target["expr"] for panel in DASHBOARD["panels"] for target in panel["targets"]]
ASKED += [variable["query"]["query"] for variable in DASHBOARD["templating"]["list"] if variable["type"] == "query"]


def told():
    """Every name of a series that the registry tells, those of labels that nobody has used yet among them."""
    endings = {"counter": ("_total",), "gauge": ("",), "histogram": ("_bucket", "_sum", "_count")}
    return {family.name + ending for family in REGISTRY.collect() for ending in endings[family.type]}


def named():
    return {name for asked in ASKED for name in re.findall(r"\b(?:tremplin|process)_\w+", asked)}


def test_every_metric_of_the_dashboard_exists():
    assert named() - told() == set()


def test_every_metric_of_ours_is_on_the_dashboard():
    ours = {family.name for family in REGISTRY.collect() if family.name.startswith("tremplin_")}

    assert [name for name in sorted(ours) if not any(shown.startswith(name) for shown in named())] == []


def test_every_panel_has_a_title_and_a_place_of_its_own():
    panels = DASHBOARD["panels"]
    squares = [(x, y) for panel in panels for x in across(panel) for y in down(panel)]

    assert len({panel["title"] for panel in panels}) == len({panel["id"] for panel in panels}) == len(panels)
    assert len(squares) == len(set(squares))
    assert all(0 <= x < 24 for x, _ in squares)


def across(panel):
    return range(panel["gridPos"]["x"], panel["gridPos"]["x"] + panel["gridPos"]["w"])


def down(panel):
    return range(panel["gridPos"]["y"], panel["gridPos"]["y"] + panel["gridPos"]["h"])
