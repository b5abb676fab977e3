// A submitted screen, read from its form.
import { askedAlone } from "./interview.js";
import { value as valueOf } from "./interview/answers.js";
import { WHO, read, splitOnce } from "./interview/line.js";
import { NONE_AND_TICKED, NOT_HERE, keepTicks as keep, reply as take } from "./interview/reply.js";
import { PLACE_MOST, whole } from "./whole.js";

const AROUND = /^\p{White_Space}+|\p{White_Space}+$/gu;
const trim = (text) => text.replace(AROUND, "");

/** The interview that came back; null for hidden fields of another version, or broken ones. */
export const interviewOf = ({ book, field }) => read(book, field("kept") ?? "");

/** The screen that was answered: `at` holds its id, and the finding of a closer look behind a point. Null for none of ours. */
export function stopOf({ book, field }) {
  const [id, closer] = splitOnce(field("at") ?? "", ".");
  const screen = book.screens.get(id);
  return screen === undefined || (closer !== null && !book.findings.has(closer)) ? null : { screen, closer };
}

/** Keeps what was ticked on a checklist that is left before it was answered. */
export function keepTicks(request, interview) {
  const stop = stopOf(request);
  if (stop !== null) keep(request.book, interview, stop, ticksOf(request) ?? []);
}

/** Takes what was answered into the interview; gives why it is refused, or null. */
export function reply(request, interview, stop) {
  const said = saidOn(request, interview, stop);
  return "refused" in said ? said : take(request.book, interview, stop, said);
}

function saidOn(request, interview, stop) {
  const { book, field } = request;
  if (askedAlone(stop) !== null) return alone(request);
  const { who, choose } = stop.screen.kind;
  if (who) {
    interview.answers.known.set("audience", field("other") === undefined ? "parent" : "caregiver");
    const said = field("who") === "alone" ? "no_baby" : field("who");
    return WHO.includes(said) ? { who: said } : NOT_HERE;
  }
  if (!choose) return list(request);
  if (field("value") === "?") return { unsure: true };
  const context = valueOf(book, choose, field("value"));
  return context === undefined ? NOT_HERE : { context };
}

function alone({ field }) {
  const choice = field("choice");
  if (choice === "unsure" || choice === "skip") return { [choice]: true };
  if (choice !== undefined) {
    const at = whole(choice, PLACE_MOST);
    return at === null ? NOT_HERE : { choice: at };
  }
  if (field("go") !== "reading") return NOT_HERE;
  const typed = trim(field("reading") ?? "");
  const unit = /[0-9]$/.test(typed) ? (field("unit") ?? "") : "";
  return { number: trim(`${typed} ${unit}`) };
}

function list(request) {
  const [go, ticks] = [request.field("go"), ticksOf(request)];
  if (ticks === null) return NOT_HERE;
  if (go === "none") return ticks.length === 0 ? { none_of_these: true } : NONE_AND_TICKED;
  return go === "one_by_one" ? { one_by_one: true } : { ticked: ticks };
}

/** The ticked lines; null when one of them is no line of ours. */
function ticksOf(request) {
  const ticks = request.fields.filter(([name]) => name === "tick").map(([, value]) => tick(request, value));
  return ticks.includes(null) ? null : ticks;
}

/** A ticked line: `finding.line`, and the level chosen under it. */
function tick({ book, field }, value) {
  const [finding, at] = splitOnce(value, ".");
  const level = field(`level.${value}`) ?? "";
  const chosen = level === "" ? null : level === "unsure" ? level : whole(level, PLACE_MOST);
  const line = at === null ? null : whole(at, PLACE_MOST);
  const understood = line !== null && book.findings.has(finding) && (chosen !== null || level === "");
  return understood ? { finding, line, chosen } : null;
}
