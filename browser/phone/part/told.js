// Sentences of the guide as pages show them, and the sources behind them.
import { html } from "../html.js";

const HEAD_LONGEST = 32;

/** A sentence for this reader: { text, grounds }; none when it says nothing to her. */
export function toldOf({ text }, said) {
  const own = text(said.text);
  return own === "" ? null : { text: own, grounds: said.grounds.join(" ") };
}

/** Sentences for this reader. */
export const allOf = (frame, said) => said.map((one) => toldOf(frame, one)).filter((one) => one !== null);

/** The ids of the sources that some sentences rest on. */
export const groundsOf = ({ book }, said) => said.flatMap((one) => one.grounds).flatMap((ground) => book.guide.grounds[ground] ?? []);

/** Sources by their ids, each once, in this order. */
export const cited = ({ book }, ids) => [...new Set(ids)].flatMap((id) => book.sources[id] ?? []);

/** A short head before a colon (`Today: …`, `Day 2: …`) and the rest: the eye looks for it first. */
function headOf(text) {
  const at = text.indexOf(": ");
  const head = text.slice(0, at);
  return at >= 0 && [...head].length <= HEAD_LONGEST && !head.includes(".") ? [head, text.slice(at + 2)] : null;
}

/** The sentence as markup. */
export function told({ text, grounds = "" }) {
  const parted = headOf(text);
  const inside = parted === null ? text : html`<b class="head-word">${parted[0]}:</b> ${parted[1]}`;
  return html`<span${grounds === "" ? null : html` data-grounds="${grounds}"`}>${inside}</span>`;
}

/** Sentences as points of a list. */
export const bullets = (list) => html`<ul class="bullets">${list.map((one) => html`<li>${told(one)}</li>`)}</ul>`;

/** Sentences as paragraphs of one kind. */
export const paragraphs = (list, kind) => list.map((one) => html`<p class="${kind}">${told(one)}</p>`);
