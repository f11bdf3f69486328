"""Items that come together share a commit, and one that fails costs only itself."""

import threading

import pytest

from sessions.store.group_commit import GroupCommit


def submit_all(group, items):
    results, errors = {}, {}

    def one(item):
        try:
            results[item] = group.submit(item)
        except ValueError as error:
            errors[item] = error

    threads = [threading.Thread(target=one, args=(item,)) for item in items]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    return results, errors


def test_what_arrives_while_a_commit_runs_shares_the_next_one():
    first_runs, go_on = threading.Event(), threading.Event()
    batches = []

    def write(items):
        batches.append(list(items))
        if len(batches) == 1:
            first_runs.set()
            go_on.wait(10)
        return [item * 2 for item in items]

    group = GroupCommit(write)
    first = threading.Thread(target=group.submit, args=(0,))
    first.start()
    first_runs.wait(10)
    others = threading.Thread(target=lambda: batches.append(submit_all(group, range(1, 30))[0]))
    others.start()
    while len(group._waiting) < 29:
        first.join(0.01)
    go_on.set()
    first.join(10)
    others.join(10)

    assert batches[0] == [0]
    assert sorted(batches[1]) == list(range(1, 30))
    assert batches[2] == {item: item * 2 for item in range(1, 30)}


def test_each_gets_its_own_result():
    results, errors = submit_all(GroupCommit(lambda items: [str(item) for item in items]), range(200))

    assert results == {item: str(item) for item in range(200)}
    assert errors == {}


def test_one_bad_item_costs_only_itself():
    def write(items):
        if 13 in items:
            raise ValueError("thirteen")
        return list(items)

    results, errors = submit_all(GroupCommit(write), range(20))

    assert set(errors) == {13}
    assert set(results) == set(range(20)) - {13}


def test_after_a_failure_the_next_item_is_served():
    calls = []

    def write(items):
        calls.append(items)
        if len(calls) == 1:
            raise ValueError("disk full")
        return list(items)

    group = GroupCommit(write)
    with pytest.raises(ValueError, match="disk full"):
        group.submit(1)

    assert group.submit(2) == 2


def test_batches_have_a_largest_size():
    sizes = []

    def write(items):
        sizes.append(len(items))
        return list(items)

    submit_all(GroupCommit(write, largest=5), range(60))

    assert max(sizes) <= 5
    assert sum(sizes) == 60
