// The acts of a session: a list with pictures, which session.js leads through.
import { html, when } from "../html.js";
import { paragraphs } from "./told.js";

const left = (time) => html`<p class="left-time"><svg class="ring small-ring" viewBox="0 0 200 200" aria-hidden="true"><circle class="track" cx="100" cy="100" r="88"/><circle class="turn" cx="100" cy="100" r="88" pathLength="100"/></svg><span role="timer" aria-live="off" data-left>${time}</span></p>`;

function move(words, one) {
  const seconds = one.duration_s === null ? null : html` data-seconds="${one.duration_s}"`;
  return html`<li class="move" data-number="${one.number}"${seconds}${one.optional && html` data-optional`}${one.once && html` data-once`}><figure class="picture">${one.picture}</figure><div class="act-row"><h2 tabindex="-1">${one.act}</h2>${when(one.time, left)}</div>${paragraphs(one.say, "how")}${one.optional && html`<p class="small">${words.say("session-optional")}</p>`}</li>`;
}

/** What the script says, each in an attribute. */
function spoken(words, total) {
  const ids = ["pause", "on", "voice-on", "voice-off", "next", "skip", "paused"];
  const said = [["step", words.say("session-step", { number: 0, total })], ...ids.map((id) => [id, words.say(`session-${id}`)])];
  return html`<p class="off" data-words${said.map(([id, text]) => html` data-word-${id}="${text}"`)}></p>`;
}

/** The acts in order, their progress, and the words of the script. */
export function drawRun({ words }, shell, { total, moves, score }) {
  return html`<p class="progress" data-progress hidden><button class="btn back" type="button" data-back aria-label="${words.say("session-back")}"><svg class="i" aria-hidden="true"><use href="#i-back"/></svg></button><svg aria-hidden="true"><line class="rest" x1="0" y1="50%" x2="100%" y2="50%"/><line class="run" x1="2.5" y1="50%" x2="4%" y2="50%"/><circle class="node" cx="4%" cy="50%" r="10"/></svg><span data-step></span></p><h1 class="off" data-name>${shell.title}</h1>
<ol class="moves" data-total="${total}" data-score="${String(score)}">${moves.map((one) => move(words, one))}</ol><p class="off" role="status" data-said></p>${spoken(words, total)}`;
}
