// A number to call.
import { html } from "../html.js";

/** The big button, or the same without a number that a phone can dial. */
export function call({ words }, { text, dial }) {
  const inside = html`<svg class="i" aria-hidden="true"><use href="#i-phone"/></svg>${words.say("call", { number: text })}`;
  return dial ? html`<a class="btn call" href="tel:${dial}">${inside}</a>` : html`<p class="btn call flat">${inside}</p>`;
}
