// The stages of a session. Those of its door are here; score, acts and end each have a file.
import { html, when } from "../html.js";
import { described, faulty } from "./fault.js";
import { drawEnd } from "./session_end.js";
import { drawRun } from "./session_run.js";
import { drawScore } from "./session_score.js";
import { rests } from "./sources.js";
import { bullets, paragraphs, told } from "./told.js";
import { timed } from "./when.js";
import { ways } from "./way.js";

const question = (text) => html`<h1 id="ask" tabindex="-1" autofocus>${text}</h1>`;

/** What it is, and the start. */
function drawIntro(frame, shell, { picture, lead, time, mind, sure }) {
  const { words } = frame;
  const rows = [...mind, ...sure].map((one) => html`<li>${told(one)}</li>`);
  return html`<h1>${shell.title}</h1>${when(picture, (drawing) => html`<figure class="picture">${drawing}</figure>`)}${paragraphs(lead, "lead")}<ul class="bullets">${when(time, () => html`<li>${words.say("session-takes", { time })}</li>`)}${rows}</ul>${rests(frame, shell)}`;
}

/** Not now: why, and what to do instead. */
function drawHeld({ words }, shell, { why, instead }) {
  return html`<h1>${words.say("session-held", { name: shell.title })}</h1>${bullets(why)}${when(instead, (rows) => html`<h2 class="part">${words.say("session-instead")}</h2>${ways(shell, rows)}`)}<div class="stack thumb"><a class="btn" href="/check">${words.say("session-check-again")}</a></div>`;
}

/** The check comes first. */
function drawCheck({ words }, { kept: fields }) {
  const go = fields.length === 0
    ? html`<a class="btn act tall" href="/check">${words.say("home-start")}</a>`
    : html`<button class="btn act tall" formaction="/check" name="go" value="on">${words.say("result-go-on")}</button>`;
  return html`<h1>${words.say("session-check-first")}</h1><p class="help">${words.say("session-check-why")}</p><div class="stack thumb">${go}</div>`;
}

/** None of these? */
function drawList({ words }, shell, { lines, error }) {
  const row = (one, at) => html`<li><input class="tick" type="checkbox" id="r${at + 1}" name="tick" value="${at + 1}"><label for="r${at + 1}">${told(one)}</label></li>`;
  const [before, after] = words.around("list-ticked", "count");
  return html`${question(words.say("session-any"))}<p class="help">${words.say("session-any-help")}</p>${faulty(error)}<fieldset aria-labelledby="ask"${described(error)}><ul class="rows">${lines.map(row)}</ul></fieldset>
<div class="stack after"><button class="btn act tall ticked" name="go" value="ticked"><span>${before}<span class="n-ticked"></span>${after}</span></button><p class="small ticked">${words.say("list-untick")}</p><button class="btn act tall none" name="go" value="none">${words.count("list-none", lines.length)}</button><button class="btn choice unsure" name="go" value="not_sure"><svg class="i" aria-hidden="true"><use href="#g-unsure"/></svg>${words.say("not-sure")}</button></div>`;
}

/** Sixteen or older? */
function drawAge({ words }) {
  const button = (value, id) => html`<button class="btn choice" name="go" value="${value}">${words.say(id)}</button>`;
  return html`${question(words.say("session-age"))}<p class="help">${words.say("session-age-why")}</p><div class="stack thumb" role="group" aria-labelledby="ask">${button("old", "session-age-yes")}${button("young", "session-age-no")}</div>`;
}

/** A text to read and choose. */
function drawChoose({ words }, shell, { card, mark }) {
  return html`<h1>${words.say("choice-title")}</h1>${bullets(card)}<p class="small part">${words.say("choice-note")}</p><input type="hidden" name="mark" value="${mark}" data-mark>
<div class="stack thumb"><button class="btn" formaction="/relief" name="go" value="leave">${words.say("choice-no")}</button><button class="btn" name="go" value="choose" data-choose>${words.say("choice-yes")}</button></div>`;
}

/** Not before a time. */
function drawWait({ words }, shell, { when: then }) {
  return html`<h1>${timed(words, "session-wait", then)}</h1><p class="help">${words.say("session-lately")}</p><div class="stack thumb"><button class="btn" formaction="/relief">${words.say("session-to-relief")}</button></div>`;
}

const STAGES = {
  intro: drawIntro, held: drawHeld, check: drawCheck, list: drawList, age: drawAge, choose: drawChoose, wait: drawWait,
  score: drawScore, run: drawRun, end: drawEnd,
};

/** Draws what a stage shows. */
export const drawStage = (frame, shell, stage) => STAGES[stage.id](frame, shell, stage);
