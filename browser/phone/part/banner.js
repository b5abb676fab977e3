// An urgency, said to one patient across the whole page.
import { html, when } from "../html.js";
import { time } from "./when.js";

/** The name of its shape in the sprite and of its class: `u6` … `u0`, `un`. */
const shape = ({ level }) => (level === null ? "un" : `u${level}`);

/** A sentence that may name an instant. */
const sentence = ({ before, when: instant, after }) => html`${before}${instant && time(instant)}${after}`;

/** The banner; `heading`: it is the heading of the page. `alert`: announced at once. */
export function banner({ words }, one, { heading = false, alert = false } = {}) {
  const act = heading ? html`<h1>${sentence(one.act)}</h1>` : html`<p class="act-line">${sentence(one.act)}</p>`;
  return html`<div class="banner ${shape(one)}"${alert && html` role="alert"`}><svg aria-hidden="true"><use href="#${shape(one)}"/></svg><div><p class="word">${when(one.whose, (whose) => html`${whose}: `)}${one.head}</p>${act}${one.soFar && html`<p class="so-far">${words.say("so-far")}</p>`}${one.raised.map((line) => html`<p class="so-far">${line}</p>`)}</div></div>`;
}
