"""Names of the Socket.IO rooms. Every emit goes to one of them: without a room it would reach every session of the server."""

NAMESPACE = "/live"


def phones(live_id: int) -> str:
    return f"live:{live_id}:phones"


def screens(live_id: int) -> str:
    return f"live:{live_id}:screens"


def desks(live_id: int) -> str:
    return f"live:{live_id}:desks"


def person(participant_id: int) -> str:
    return f"person:{participant_id}"
