// GET and POST /rests/:kind/:id
import { capital, deskOf } from "../ledger/desk.js";
import { leaf } from "../ledger/draw.js";
import { unknownPage } from "./trouble.js";

/** A rule, a step, a session, a page or a limit, with what it rests on. */
export function handle(request) {
  const desk = deskOf(request);
  const { say, words, group, frame: { book, text } } = desk;
  const [, , kind, id] = request.path.split("/");
  const one = desk.things.find((thing) => thing.kind === kind && thing.id === id);
  const title = one === undefined ? "" : capital(text(one.text));
  if (title === "") return unknownPage(request);
  const name = say(`rests-${kind}`);
  const level = one.level === null ? undefined : book.urgencies.get(one.level);
  const shares = ({ sources }) => sources.some((source) => one.sources.includes(source));
  const near = desk.statements.filter(shares).map((entry) => entry.id).filter((entry) => !one.evidence.includes(entry)).sort();
  const some = one.sources.length > 0;
  const nothing = some || one.evidence.length > 0 ? [] : [{ name: say("sources"), text: say(one.page ? "rests-nothing" : "rests-choice"), open: !one.page }];
  const own = one.unsaid && some ? desk.fact("rests-statements", say("rests-unsaid")) : nothing;
  return leaf(desk, desk.shell(name, `/rests/${kind}/${id}`), {
    up: desk.up, title, kicker: kind === "rule" ? words.say("rests-rule-named", { id }) : name,
    facts: [...(level === undefined ? [] : desk.fact("rests-level", text(level.head))), ...own],
    go: one.page && { path: one.page, text: say("rests-page") },
    groups: [
      ...group(say("rests-statements"), desk.statementRows(one.evidence)),
      ...group(say("sources"), desk.sourceRows(one.sources)),
      ...group(say("rests-statements-near"), desk.statementRows(near), true),
    ],
    clinician: desk.forClinicians(desk.ledger.evidence.some((entry) => entry.clinician && one.evidence.includes(entry.id))),
  });
}
