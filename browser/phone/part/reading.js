// A card, an explained condition or a short page, drawn.
import { carriedForm, page, reliefStyles, scripts } from "../frame.js";
import { html, when } from "../html.js";
import { notReviewed, rests, sourced } from "./sources.js";
import { bullets, told } from "./told.js";
import { up, way } from "./way.js";

const call = ({ dial, text }) => (dial
  ? html`<a class="btn" href="tel:${dial}"><svg class="i" aria-hidden="true"><use href="#i-phone"/></svg>${text}</a>`
  : html`<p class="number">${text}</p>`);

const cells = (row) => html`<tr>${row.map((cell, at) => (at === 0 ? html`<th scope="row">${cell}</th>` : html`<td>${cell}</td>`))}</tr>`;

/** Each piece is an object with one of these names. */
const PIECES = {
  lead: (one) => html`<p class="lead">${told(one)}</p>`,
  heading: (one) => html`<h2>${one}</h2>`,
  say: (one) => html`<p>${told(one)}</p>`,
  items: (list) => bullets(list),
  calls: (list) => html`<div class="stack after">${list.map(call)}</div>`,
  table: ({ heads, rows }) => html`<table><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${rows.map(cells)}</tbody></table>`,
  go: (one, shell) => way(shell, one, "btn after"),
};

function piece(shell, one) {
  const [[kind, value]] = Object.entries(one);
  return PIECES[kind](value, shell);
}

/** How a text that was chosen is taken back. */
const withdrawal = (words, mark) => html`<div class="part" data-choice="${mark}" hidden><p class="small">${words.say("choice-kept")}</p><button class="btn" type="button" data-withdraw>${words.say("choice-withdraw")}</button></div>`;

/** `one`: { shell, up, place ({ icon, word }, null), pieces, start (null: nothing), choice (the mark of a text that must be chosen, else empty), sources }. */
export function reading(frame, one) {
  const { shell, place, start, choice } = one;
  return page(frame, shell, {
    styles: reliefStyles(frame),
    scripts: when(choice, () => scripts(frame, "choice.js")),
    main: html`${up(shell, one.up)}${when(place, ({ icon, word }) => html`<p class="place"><svg class="i" aria-hidden="true"><use href="#i-${icon}"/></svg>${word}</p>`)}<div class="prose"><h1>${shell.title}</h1>${one.pieces.map((each) => piece(shell, each))}</div>${sourced(frame, one.sources)}${rests(frame, shell)}${notReviewed(frame)}${carriedForm(shell)}${when(choice, (mark) => withdrawal(frame.words, mark))}`,
    action: when(start, (main) => html`<div class="foot-keys">${way(shell, main, "btn act")}</div>`),
  });
}
