// The sticky foot: a dock of four, or *Help now* and *Back* in mid-check, a call in an emergency, when to stop in a session.
import { html } from "../html.js";
import { call } from "./call.js";
import { carries } from "./kept.js";

const icon = (name) => html`<svg class="i" aria-hidden="true"><use href="#i-${name}"/></svg>`;

/** `shell.foot`: { dock: "help" | "home" | "check" | "more" | "elsewhere" }, { check: true, back }, { call, back } or { stops }. */
export function foot(frame, shell) {
  const { words } = frame;
  const { dock, back, call: number, stops } = shell.foot;
  const here = (item) => dock === item && html` aria-current="page"`;
  const carrying = carries(shell) && dock !== "help";
  const help = html`<svg class="stop" aria-hidden="true"><use href="#u6"/></svg>${words.say("help-now")}`;
  return html`${number && call(frame, number)}${stops && session(words, stops)}<nav class="dock${!dock && html` two`}" aria-label="${words.say("dock")}">${carrying
    ? html`<button class="help-now" form="answers" formaction="/help" formnovalidate>${help}</button>`
    : html`<a class="help-now" href="/help"${here("help")}>${help}</a>`}${second(words, { stops, back, here })}${dock && rest(words, { carrying, here })}</nav>`;
}

function second(words, { stops, back, here }) {
  if (stops) {
    return html`<button type="button" data-voice hidden>${icon("voice")}<span></span></button><a href="/" data-no-voice>${icon("home")}${words.say("home")}</a>`;
  }
  if (back) return html`<button form="answers" name="go" value="back" formnovalidate>${icon("back")}${words.say("back")}</button>`;
  return html`<a href="/"${here("home")}>${icon("home")}${words.say("home")}</a>`;
}

function rest(words, { carrying, here }) {
  if (carrying) {
    return html`<button form="answers" formaction="/check" name="go" value="again" formnovalidate>${icon("check")}${words.say("check")}</button><button form="answers" formaction="/more" formnovalidate${here("more")}>${icon("more")}${words.say("more")}</button>`;
  }
  return html`<a href="/check"${here("check")}>${icon("check")}${words.say("check")}</a><a href="/more"${here("more")}>${icon("more")}${words.say("more")}</a>`;
}

function session(words, stops) {
  return html`<div class="session-foot"><p class="stop-if">${icon("stop")}<span><b>${words.say("session-stop-if")}</b> ${stops.join("; ")}.</span></p><div class="session-keys"><button class="btn" form="answers" name="go" value="stop" formnovalidate>${icon("stop")}${words.say("session-stop")}</button><button class="btn act" type="button" data-pause hidden>${icon("pause")}<span></span></button><button class="btn" type="button" data-skip hidden><span></span>${icon("skip")}</button><button class="btn act" form="answers" name="go" value="end" data-end>${words.say("session-done")}</button></div></div>`;
}
