// Markup from words: whatever stands in a page is a text until it is said to be markup.

/** Markup, as against a text that must be escaped. */
class Markup {
  constructor(text) { this.text = text; }
  toString() { return this.text; }
}

const ESCAPES = { "&": "&#38;", "<": "&#60;", ">": "&#62;", '"': "&#34;", "'": "&#39;" };
const escape = (text) => text.replace(/[&<>"']/g, (one) => ESCAPES[one]);

/** A text that is markup already: drawings that are ours. */
export const raw = (text) => new Markup(text);

/** Nothing for what is not there, lists one after the other, texts escaped. */
function put(value) {
  if (value === null || value === undefined || value === false) return "";
  if (Array.isArray(value)) return value.map(put).join("");
  return value instanceof Markup ? value.text : escape(String(value));
}

/** A template: html`<p>${text}</p>`. */
export const html = (strings, ...values) => raw(strings.reduce((so_far, string, at) => so_far + put(values[at - 1]) + string));

/** The same where something is there: when(text, (text) => html`…`). Empty texts and lists are not there. */
export const when = (value, draw) => (value === null || value === undefined || value === false || value.length === 0 ? null : draw(value));
