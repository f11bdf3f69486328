"""How fast a room is, beside a reference and a floor: `python -m benchmarks.run`. Method and limits: README.md."""
