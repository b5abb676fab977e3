// Help now: numbers first, then the dangers.
import { calls, page } from "../frame.js";
import { html, when } from "../html.js";
import { checked } from "../numbers.js";
import { call } from "./call.js";
import { kept } from "./kept.js";
import { regions } from "./regions.js";

const phone = html`<svg class="i" aria-hidden="true"><use href="#i-phone"/></svg>`;
const bullets = (list) => html`<ul class="bullets">${list.map((one) => html`<li>${one}</li>`)}</ul>`;

/** `one`: { shell, backTo, parent, baby }, the last two as dangers in words. */
export function help(frame, { shell, backTo, parent, baby }) {
  const { words } = frame;
  const carries = shell.kept.length > 0;
  return page(frame, shell, {
    main: html`<h1>${words.say("help-title")}</h1><div class="stack part">${calls(frame, "emergency").map((one) => call(frame, one))}${calls(frame, "urgent").map((one) => urgent(words, one))}${when(checked(frame), (line) => html`<p class="small">${line}</p>`)}</div>${carries && back(words, shell, backTo)}<section class="part"><h2>${words.say("help-parent")}</h2>${bullets(parent)}</section>${when(baby, () => html`<section class="part"><h2>${words.say("help-baby")}</h2>${bullets(baby)}</section>`)}<section class="part"><h2>${words.say("help-crisis")}</h2><p class="help">${words.say("help-crisis-say")}</p><div class="stack after">${calls(frame, "crisis").map(crisis)}</div></section>${!carries && regions(frame, shell, "/region")}`,
  });
}

function urgent(words, { text, dial }) {
  const inside = words.say("urgent-call", { number: text });
  return dial ? html`<a class="btn" href="tel:${dial}">${phone}${inside}</a>` : html`<p class="small">${inside}</p>`;
}

const crisis = ({ text, dial }) => (dial ? html`<a class="btn" href="tel:${dial}">${phone}${text}</a>` : html`<p>${text}</p>`);

const back = (words, shell, backTo) => html`<form class="part" method="post" action="${backTo}">${kept(shell)}<button class="btn" name="go" value="again"><svg class="i" aria-hidden="true"><use href="#i-back"/></svg>${words.say(backTo === "/check" ? "help-back" : "help-back-page")}</button></form>`;
