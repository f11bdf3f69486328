"""A room whose phones stand on two workers, without nginx to keep them together: every surface sees the same."""

from tests.deploy.people import Desk, Phone, Surface, soon


def test_a_command_on_one_worker_reaches_the_phones_of_the_other_and_their_answers_come_back(cluster, people):
    first, second = (worker.base for worker in cluster.workers)
    opened = cluster.open()
    desk, screen = Desk(first, opened), Surface(first, opened, "screen", opened.screen_token)
    near, far = Phone(first, opened, "Inès"), Phone(second, opened, "Karim")
    people += [desk, screen, near, far]
    soon(lambda: "Karim" in screen.html and "Karim" in desk.html)

    desk.command("next")
    desk.command("open")
    soon(lambda: near.seen.moment == far.seen.moment == "activity", seconds=5)
    near.answer("a")
    far.answer("b")

    soon(lambda: screen.count == 2 and desk.count == 2, seconds=5)
    desk.command("reveal")
    soon(lambda: near.seen.moment == far.seen.moment == "result", seconds=5)


def test_two_desks_on_two_workers_never_overwrite_each_other(cluster, people):
    opened = cluster.open()
    desks = [Desk(worker.base, opened) for worker in cluster.workers]
    people += desks
    version = desks[0].version

    acks = [desk.ask("command", {"name": "next", "expected_version": version}) for desk in desks]

    assert sorted(ack["ok"] for ack in acks) == [False, True]
    soon(lambda: {desk.version for desk in desks} == {version + 1})


def test_somebody_removed_at_one_worker_is_told_at_the_other(cluster, people):
    first, second = (worker.base for worker in cluster.workers)
    opened = cluster.open()
    desk, phone = Desk(first, opened), Phone(second, opened, "Inès")
    people += [desk, phone]
    told = []
    phone.client.on("left", told.append, namespace="/live")

    assert desk.ask("command", {"name": "remove", "expected_version": desk.version, "participant": phone.participant})["ok"]

    soon(lambda: told, seconds=5)


def test_a_phone_that_moved_to_another_worker_is_not_marked_as_gone_by_the_first(cluster, people):
    first, second = (worker.base for worker in cluster.workers)
    opened = cluster.open()
    phone = Phone(first, opened, "Inès")
    again = Surface(second, opened, "phone", phone.token)
    people += [phone, again]

    phone.close()
    later = Phone(first, opened, "Karim")
    people.append(later)
    later.close()
    soon(lambda: is_away(cluster, opened, "Karim"))

    assert not is_away(cluster, opened, "Inès")


def test_one_of_two_tabs_on_two_workers_may_close(cluster, people):
    first, second = (worker.base for worker in cluster.workers)
    opened = cluster.open()
    phone = Phone(first, opened, "Inès")
    people.append(phone)
    Surface(second, opened, "phone", phone.token).close()

    soon(lambda: is_away(cluster, opened, "Inès"))
    soon(lambda: not is_away(cluster, opened, "Inès"))


def is_away(cluster, opened, alias: str) -> bool:
    with cluster.room.store.read() as reads:
        return next(person.left_at is not None for person in reads.people.present(opened.live_id) if person.alias == alias)
