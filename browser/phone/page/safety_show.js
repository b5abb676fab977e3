// GET /about/safety
import { page } from "../frame.js";
import { html } from "../html.js";

/** How each kind of piece is drawn. */
const DRAWN = {
  heading: (text) => html`<h2>${text}</h2>`,
  text: (text) => html`<p>${text}</p>`,
  strong: (text) => html`<p><strong>${text}</strong></p>`,
  small: (text) => html`<p class="small">${text}</p>`,
  list: (lines) => html`<ul class="bullets">${lines.map(([first, rest]) => html`<li>${first && html`<strong>${first}</strong> `}${rest}</li>`)}</ul>`,
};

/** What it is for, what was proved, what can go wrong: in pieces, as they come with the ledger. */
export function handle({ book, frame }) {
  const { title, blocks } = book.ledger.safety;
  const drawn = blocks.flatMap((block) => Object.entries(block)).map(([kind, said]) => DRAWN[kind](said));
  return page(frame, { title, path: "/about/safety", foot: { dock: "more" } }, { main: html`<div class="prose"><h1>${title}</h1>${drawn}</div>` });
}
