// Who worries you?
import { html } from "../html.js";

const WHO = ["parent", "baby", "both", "alone"];

/** The four answers, and whether someone else answers. */
export const who = ({ words }, { other }, described) => html`<div class="thumb"><div class="other"><input class="tick" type="checkbox" id="other" name="other" value="1"${other && html` checked`}><label for="other">${words.say("who-other")}</label></div><div class="stack" role="group" aria-labelledby="ask"${described}>${WHO.map((one) => html`<button class="btn choice" name="who" value="${one}">${words.say(`who-${one}`)}</button>`)}</div></div>`;
