// How strong is the pain?
import { html } from "../html.js";
import { BANDS } from "./bands.js";
import { described, faulty } from "./fault.js";

/** Before the acts, or after them. */
export function drawScore({ words }, shell, { after, stopped, lately, error }) {
  const number = (band, one) => html`<span class="one"><input class="pick" type="radio" id="p${one}" name="score" value="${one}" aria-describedby="${band}"><label for="p${one}">${one}</label></span>`;
  const bands = BANDS.map(([band, numbers]) => html`<div class="band"><span id="${band}">${words.say(band)}</span><div>${numbers.map((one) => number(band, one))}</div></div>`);
  const [before, behind] = words.around("go-on-with", "value");
  return html`<h1 id="ask" tabindex="-1" autofocus>${words.say(after ? "score-after" : "score-before")}</h1>${stopped && html`<p class="help">${words.say("score-stopped")}</p><input type="hidden" name="stopped" value="1">`}${after && html`<input type="hidden" name="ended" value="1">`}${faulty(error)}
<div class="thumb" role="group" aria-labelledby="ask"${described(error)}>${lately && html`<div class="other" data-lately><input class="tick" type="checkbox" id="lately" name="lately" value="1"><label for="lately">${words.say("score-lately")}</label></div>`}<div class="bands" role="radiogroup" aria-labelledby="ask">${bands}</div>
<div class="stack after"><button class="btn act" name="go" value="${after ? "after" : "before"}"><span><span class="without">${words.say("go-on")}</span><span class="with">${before}<span class="n-pain"></span>${behind}</span></span></button></div></div>`;
}
