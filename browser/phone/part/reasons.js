// Why: reasons, notes, and what the milk may be used for.
import { html, when } from "../html.js";
import { sources } from "./sources.js";

/** A sentence with its sources: { rule, whose, text, sources }. */
const reason = (frame, { rule, whose, text, sources: list }) => html`<li>${when(whose, (name) => html`<b>${name}:</b> `)}${text}${when(rule, (id) => html` <span class="rule">${id}</span>`)}${sources(frame, list)}</li>`;

const folded = (frame, title, list, open = false) => when(list, () => html`<details${open && html` open`}><summary>${frame.words.say(title)}</summary><ul class="lines">${list.map((one) => reason(frame, one))}</ul></details>`);

/** All three, folded; the reasons may be open from the start. */
export const reasons = (frame, { reasons: why, reasonsOpen, notes, milk }) => html`<div class="part">${folded(frame, "why", why, reasonsOpen)}${folded(frame, "notes", notes)}${folded(frame, "milk", milk)}</div>`;
