"""What a learner does on a phone around « Mon carnet », by plain forms, as the tests tell it."""

import html
import re


def come_in(opened, alias, browser=None, **more):
    browser = browser or opened.browser()
    assert browser.post(opened.page("/rejoindre"), data={"alias": alias, **more}).status_code == 200
    return browser


def answer(opened, browser, **fields):
    sent = {"_run": opened.serving.room.joining.find(opened.code).current_run_id, "_part": "0", **fields}
    assert browser.post(opened.page("/reponse"), data=sent).status_code == 303


def source(reply):
    return html.unescape(reply.get_data(as_text=True))


def words(reply):
    return re.sub(r"\s+", " ", re.sub(r"<(style|script)\b.*?</\1>|<[^>]+>", " ", reply.get_data(as_text=True), flags=re.DOTALL)).replace("&nbsp;", " ")


def notebook(opened, browser):
    """Open the notebook from the room, as the link in the phone's frame does; return its page."""
    reply = browser.get(opened.page("/carnet"), follow_redirects=True)
    assert reply.status_code == 200
    return reply


def address(reply):
    return reply.request.path


def code_in(reply):
    return re.search(r"[a-z]+-[a-z]+-[a-z]+-\d{6}", re.search(r'own-code">(.*?)</p>', reply.get_data(as_text=True), re.DOTALL)[1])[0]


def link(reply, label):
    """Return the address of the first link or form that says this."""
    found = re.search(rf'href="([^"]+)"[^>]*>{label}', reply.get_data(as_text=True))
    assert found, label
    return html.unescape(found[1])


def send(browser, reply, path, **fields):
    """Send a form of the page, with the page's own token."""
    token = re.search(r'name="csrf_token" value="([^"]+)"', reply.get_data(as_text=True))[1]
    return browser.post(path, data={"csrf_token": token, **fields}, follow_redirects=True)


def come_back(opened, browser, alias):
    """Hand the phone to another of those who share it, and return the room's page."""
    people = {person.alias: person.id for person in opened.serving.room.showing.desk(opened.live_id).people}
    browser.post(opened.page("/changer"), data={"qui": str(people[alias])})
    return browser.get(opened.page()).get_data(as_text=True)
