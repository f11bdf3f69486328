// What is selected in a text, made larger to whole words: a double click takes a space along, a hasty hand leaves letters out.
const LETTER = /[\p{L}\p{N}]/u;

export function selectedWords(field) {
  const text = field.value;
  let { selectionStart: start, selectionEnd: end } = field;
  while (start < end && /\s/.test(text[start])) start += 1;
  while (end > start && /\s/.test(text[end - 1])) end -= 1;
  if (start === end) return { start, end, words: "" };
  while (start > 0 && LETTER.test(text[start]) && LETTER.test(text[start - 1])) start -= 1;
  while (end < text.length && LETTER.test(text[end - 1]) && LETTER.test(text[end])) end += 1;
  return { start, end, words: text.slice(start, end) };
}
