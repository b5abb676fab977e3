// A guided session, drawn: its door, its acts, its end.
import { page, reliefStyles, scripts } from "../frame.js";
import { html, when } from "../html.js";
import { banner } from "./banner.js";
import { kept } from "./kept.js";
import { drawStage } from "./session_stage.js";
import { notReviewed } from "./sources.js";
import { up } from "./way.js";

/** The script of a stage beside the clock's. */
const SCRIPTS = { run: ["session.js"], end: ["session_end.js"], choose: ["choice.js"] };

/** The button that starts it: on a side where there are two. */
function start(words, { side }) {
  const button = (value, id) => html`<button class="btn act" form="answers" name="go" value="${value}">${words.say(id)}</button>`;
  if (!side) return html`<div class="foot-keys">${button("start", "session-start")}</div>`;
  return html`<div class="foot-keys two" role="group" aria-label="${words.say("session-side")}">${button("left", "session-start-left")}${button("right", "session-start-right")}</div>`;
}

/** `one`: { code, up (null while the acts run and after them), reached (banners), stage ({ id } and what belongs to it) }. */
export function drawSession(frame, shell, { code, up: above, reached, stage }) {
  const { path } = shell;
  return page(frame, shell, {
    styles: reliefStyles(frame),
    scripts: scripts(frame, "clock.js", ...(SCRIPTS[stage.id] ?? [])),
    main: html`${when(reached, (list) => html`<div class="reached">${list.map((one) => banner(frame, one))}</div>`)}<form id="answers" class="card" method="post" action="${path}" data-session="${code}" data-stage="${stage.id}">${kept(shell)}<input type="hidden" name="from" value="${path}">${when(above, (way) => up(shell, way))}${drawStage(frame, shell, stage)}</form>${notReviewed(frame)}`,
    action: stage.id === "intro" && start(frame.words, stage),
  });
}
