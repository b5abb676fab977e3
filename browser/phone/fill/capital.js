// A phrase at the head of a line.

/** The phrase with a capital at its head. */
export function capital(phrase) {
  const [first = ""] = phrase;
  return first.toUpperCase() + phrase.slice(first.length);
}
