// From a form to the JSON of an answer; the same naming rule as workshop/exercises/forms.py.

// A button that has a name of its own answers by itself, as it does without JavaScript.
export function nested(form, button) {
  const answer = {};
  for (const [name, value] of [...new FormData(form), ...(button?.name ? [[button.name, button.value]] : [])]) {
    if (name.startsWith("_") || typeof value !== "string" || value.trim() === "") continue;
    if (name.endsWith("[]")) (answer[name.slice(0, -2)] ??= []).push(value);
    else if (name.includes(".")) {
      const [key, ...entry] = name.split(".");
      (answer[key] ??= {})[entry.join(".")] = value;
    } else answer[name] = value;
  }
  return answer;
}
