import json

import pytest

from sessions.realtime.plain_json import dumps, loads


@pytest.mark.parametrize("value", [[], ["join", {"alias": "Inès"}], {"a": [1, 2.5, None, True, "é\\"]}, "x", -12])
def test_what_is_written_is_read_again(value):
    assert loads(dumps(value)) == value
    assert loads(json.dumps(value, ensure_ascii=False)) == value
    assert loads(json.dumps(value).encode()) == value, "as it comes from another worker"


@pytest.mark.parametrize("text", [b"\xff", "", "{", "nul", "[1,]", '{"a":}', "9" * 101, "[" + "1" * 5000 + "]"])
def test_what_cannot_be_read_is_an_error_and_a_number_without_end_too(text):
    with pytest.raises(ValueError):
        loads(text)
