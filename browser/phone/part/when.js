// An instant, as a person reads it.
import { html } from "../html.js";

/** The element whose words `clock.js` says again in the zone of the phone. */
export const time = ({ datetime, words }) => html`<time datetime="${datetime}">${words}</time>`;

/** A message with an instant in it. */
export function timed(words, id, when) {
  const [before, after] = words.around(id, "time");
  return html`${before}${time(when)}${after}`;
}
