// GET /bin: what was put away, and the way back. Pure.
import { page } from "../frame.js";
import { html } from "../html.js";
import { unknownPage } from "../page/trouble.js";
import { dated } from "./day.js";
import { desk, isListed, may, shellOf } from "./desk.js";
import { line, smalls, sprite, style } from "./draw.js";

const MOST = 200;

/** GET /bin */
export function handle(request) {
  const here = { ...desk(request), record: request.record };
  const { frame, reader, words } = here;
  if (!may(reader.person, "bin")) return unknownPage(request);
  const newest = (one, other) => other.at.at_ms - one.at.at_ms || (one.id < other.id ? 1 : -1);
  const binned = request.record.entries.filter(({ binned: is }) => is).sort(newest).slice(0, MOST).filter((entry) => isListed(reader, entry));
  const one = (row) => html`<li><div class="what"><p class="small">${row.date} ${row.clock}</p><a class="head-of" href="${row.href}">${line(row.said, words)}</a>${smalls(row.said)}</div><form method="post" action="${row.href}"><button class="btn" name="act" value="unbin">${words.say("log-entry-unbin")}</button></form></li>`;
  return { status: 200, body: page(frame, shellOf(words.say("log-bin"), "/bin"), {
    styles: style(frame),
    main: html`${sprite(frame)}<h1>${words.say("log-bin")}</h1><p class="help">${words.say(binned.length === 0 ? "log-bin-empty" : "log-bin-help")}</p><ol class="binned">${binned.map((entry) => one(dated(entry, here)))}</ol>`,
  }) };
}
