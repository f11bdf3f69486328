// Answers wait here until the server says that they are stored: through a lost network, a reload, a locked phone.

const outboxKey = () => `tremplin.outbox.${document.body.dataset.code}`;

// What the phone's storage would not take (full, or forbidden): it lives as long as the page.
let unkept = null;

export function waiting() {
  if (unkept) return unkept;
  try { return JSON.parse(localStorage.getItem(outboxKey())) ?? []; } catch { return []; }
}

function keep(items) {
  try {
    localStorage.setItem(outboxKey(), JSON.stringify(items));
    unkept = null;
  } catch { unkept = items; }
}

// One answer per person, run and part: a newer one takes the place of one that has not left yet.
// A person is known by number: each page drawn for her has another token.
export function post(item) {
  const same = (other) => other.run === item.run && other.part === item.part && other.participant === item.participant;
  keep([...waiting().filter((other) => !same(other)), item]);
}

export function settle(id) {
  keep(waiting().filter((item) => item.client_answer_id !== id));
}

export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
