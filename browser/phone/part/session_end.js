// It is over: the stop rule, or what comes now.
import { html, when } from "../html.js";
import { bullets } from "./told.js";
import { way } from "./way.js";

function heading(words, { stop, stopped, scores: [before, after] }) {
  const rest = html`<p class="lead">${words.say("end-stop-say")}</p>`;
  if (stop) return html`<div class="stop-rule" role="alert"><svg aria-hidden="true"><use href="#u6"/></svg><h1>${words.say("end-stop")}</h1></div>${rest}`;
  if (stopped) return html`<h1>${words.say("end-stopped")}</h1>${rest}`;
  const both = before !== null && after !== null;
  return html`<h1>${words.say("end-title")}</h1>${both && html`<p class="lead">${words.say("end-scores", { before, after })}</p>`}`;
}

/** Pain before and after, and when it ended, for the phone's own list. */
function noted({ at_s, scores: [before, after] }) {
  const score = (name, one) => (one === null ? null : html` data-${name}="${one}"`);
  return html`<p class="off" data-ended="${at_s}"${score("before", before)}${score("after", after)}></p>`;
}

/** What to do now, and what is offered next. */
export function drawEnd({ words }, shell, stage) {
  const { stop, stopped, then, next } = stage;
  return html`${heading(words, stage)}${bullets(then)}${noted(stage)}<div class="stack thumb">${when(next, (one) => way(shell, one, "btn act"))}${(stop || stopped) && html`<a class="btn" href="/check">${words.say("session-check-again")}</a>`}<button class="btn" formaction="/relief">${words.say("session-to-relief")}</button></div>`;
}
