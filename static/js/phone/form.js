// From a form to the JSON of an answer; the same naming rule as workshop/exercises/forms.py.

export function nested(form) {
  const answer = {};
  for (const [name, value] of new FormData(form)) {
    if (name.startsWith("_") || typeof value !== "string" || value.trim() === "") continue;
    if (name.endsWith("[]")) (answer[name.slice(0, -2)] ??= []).push(value);
    else if (name.includes(".")) {
      const [key, ...entry] = name.split(".");
      (answer[key] ??= {})[entry.join(".")] = value;
    } else answer[name] = value;
  }
  return answer;
}
