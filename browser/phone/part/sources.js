// Where a page comes from.
import { html, when } from "../html.js";

function source(words, { short, href, read }) {
  const kind = read ? "source" : "source unread";
  const inside = html`<span>${short}${read ? null : `, ${words.say("source-unread")}`}</span>`;
  return href ? html`<a class="${kind}" href="${href}" rel="noreferrer">${inside}</a>` : html`<span class="${kind}">${inside}</span>`;
}

/** Sources in a row; nothing where there are none. */
export const sources = ({ words }, list) => when(list, () => html`<p class="sources">${list.map((one) => source(words, one))}</p>`);

/** The same under their heading. */
export const sourced = (frame, list) => when(list, () => html`<section class="part"><h2>${frame.words.say("sources")}</h2>${sources(frame, list)}</section>`);

/** The way to what a page rests on. */
export const rests = ({ words }, { path }) => html`<p class="sources"><a class="source" href="/rests${path}"><span>${words.say("evidence-link")}</span></a></p>`;

/** That no clinician has read it. */
export const notReviewed = ({ words }) => html`<p class="small part"><strong>${words.say("not-reviewed")}</strong></p>`;
