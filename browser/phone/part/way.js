// A way on: a row or a button that leads to another page, with the answers where there are any.
import { html, when } from "../html.js";

/** `way`: { path, text, small, tag, bare }: bare leads to a page that only the server has, and carries nothing there. `kind` is the class of what is touched. */
export function way({ kept = [] }, { path, text, small, tag, bare }, kind) {
  const inside = html`<span>${text}${when(small, (line) => html`<span class="small">${line}</span>`)}</span>${when(tag, (time) => html`<span class="tag">${time}</span>`)}`;
  if (kept.length === 0 || bare) return html`<a class="${kind}" href="${path}">${inside}</a>`;
  return html`<button class="${kind}" form="answers" formaction="${path}" formnovalidate>${inside}</button>`;
}

/** Rows of ways. */
export const ways = (shell, rows) => html`<ul class="ways">${rows.map((row) => html`<li>${way(shell, row, "way")}</li>`)}</ul>`;

/** The line that leads to the page above. */
export const up = (shell, above) => html`<p class="up-line"><svg class="i" aria-hidden="true"><use href="#i-back"/></svg>${way(shell, above, "up")}</p>`;
