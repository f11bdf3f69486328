// Sends the whole form and brings back what the server says of it; an answer that a later question has overtaken is dropped.
const latest = {};

export async function ask(form, address, command, more = []) {
  const data = new FormData(form);
  for (const [name, value] of [...data]) if (value instanceof File) data.delete(name);
  if (command !== undefined) data.set("_do", command);
  for (const [name, value] of more) data.set(name, value);
  const turn = latest[address] = (latest[address] ?? 0) + 1;
  try {
    const answer = await fetch(address, { method: "POST", body: data });
    if (turn !== latest[address]) return null;
    if (!answer.ok || answer.redirected) return say(answer.status === 413 ? "C’est trop lourd. Enlevez une image." : "L’aperçu ne répond pas. Rechargez la page si cela dure.");
    return answer.headers.get("Content-Type").startsWith("application/json") ? await answer.json() : await answer.text();
  } catch {
    return say("Le serveur ne répond pas. Vos textes restent ici.");
  }
}

export function say(text) {
  document.getElementById("author-told").textContent = text;
  return null;
}
