"""Simulated learners, over real sockets, so that one person with one machine sees a full room. What they play never counts."""
