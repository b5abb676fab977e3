// The check: one screen at a time.
import { page, scripts } from "../frame.js";
import { html, when } from "../html.js";
import { URGENT_CALL_NOW } from "../explain.js";
import { banner } from "./banner.js";
import { described, faulty } from "./fault.js";
import { kept } from "./kept.js";
import { list } from "./list.js";
import { question } from "./question.js";
import { who } from "./who.js";

/** `one`: { shell, progress, reached, ask, help, tell, error } and what is asked: { who }, { rows } or { reading, choices }. */
export function check(frame, one) {
  const { words } = frame;
  const { shell, progress, reached, ask, help, tell, error } = one;
  const asked = one.who ? who(frame, one.who, described(error)) : one.rows ? list(frame, one.rows, described(error)) : question(frame, one, described(error));
  return page(frame, shell, {
    scripts: scripts(frame, ...(one.reading?.kind === "temperature" ? ["step.js"] : []), "clock.js"),
    main: html`${when(reached, () => html`<div class="reached">${reached.map((each) => banner(frame, each, { alert: each.level >= URGENT_CALL_NOW }))}</div>`)}${progress && passed(words, progress)}<form id="answers" class="card" method="post" action="/check">${kept(shell)}<h1 id="ask" tabindex="-1" autofocus>${ask}</h1>${when(help, (text) => html`<p class="help">${text}</p>`)}${when(tell, (text) => html`<p class="tell"><b>${words.say("how-to-tell")}</b> ${text}</p>`)}${faulty(error)}${asked}</form>`,
  });
}

/** Where the node stands on the line, so that it is never cut off at the ends. */
const place = (percent) => 4 + Math.floor((percent * 92) / 100);

const passed = (words, { percent, left }) => html`<p class="progress"><svg aria-hidden="true"><line class="rest" x1="0" y1="50%" x2="100%" y2="50%"/><line class="run" x1="2.5" y1="50%" x2="${place(percent)}%" y2="50%"/><circle class="node" cx="${place(percent)}%" cy="50%" r="10"/></svg>${words.count("progress-left", left)}</p>`;
