"""The five weathers, best first: what each is called, is worth and looks like."""

from dataclasses import dataclass

CLOUD = "M18 44h28a10 10 0 0 0 1.6-19.9a15 15 0 0 0-29.2-1.1a10.6 10.6 0 0 0-.4 21z"


@dataclass(frozen=True)
class Weather:
    key: str
    label: str
    symbol: str
    """One character that every printer's typeface has or replaces; always beside the label."""
    points: int
    """5 (bright sun) to 1 (storm), to compare before and after."""
    drawing: str
    """The path of an SVG of 64 × 64, drawn with a stroke of the text's own colour."""


WEATHERS = (
    Weather("sun", "Grand soleil", "☀", 5, (
        "M44 32a12 12 0 1 1-24 0a12 12 0 1 1 24 0z"
        "M32 5v8M32 51v8M5 32h8M51 32h8M12.9 12.9l5.7 5.7M45.4 45.4l5.7 5.7M12.9 51.1l5.7-5.7M45.4 18.6l5.7-5.7"
    )),
    Weather("bright", "Éclaircies", "☼", 4, (
        "M26 55h21a9 9 0 0 0 1.4-17.9a13.5 13.5 0 0 0-26-1a9.5 9.5 0 0 0 3.6 18.9z"
        "M15.5 33a11.5 11.5 0 1 1 18-10.5M24 4v5M4.5 24h5M10.2 10.2l3.6 3.6M37.8 10.2l-3.6 3.6"
    )),
    Weather("clouds", "Nuages", "☁", 3, (
        "M16 54h25a9.5 9.5 0 0 0 1.5-18.9a14 14 0 0 0-27.2-1a10 10 0 0 0 .7 19.9z"
        "M30 15.5a12.5 12.5 0 0 1 22.6 5.2a8.6 8.6 0 0 1 1.4 16.3"
    )),
    Weather("rain", "Pluie", "☂", 2, CLOUD + "M22 50l-3 9M33 50l-3 9M44 50l-3 9"),
    Weather("storm", "Orage", "☇", 1, CLOUD + "M35 47l-8 8h10l-5 7"),
)
BY_KEY = {weather.key: weather for weather in WEATHERS}
