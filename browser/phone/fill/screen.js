// A screen of the check, filled from the interview.
import { UNSURE } from "../../evaluate.js";
import { framed } from "../frame.js";
import { askedAlone, before, leftAtMost, path, region, shownOn, voice } from "../interview.js";
import { levelKnown } from "../interview/answers.js";
import { write } from "../interview/line.js";
import { check } from "../part/check.js";
import { whole } from "../whole.js";
import { reached } from "./banner.js";

/** The fewest levels of a finding for which a number may be typed: there is more to say than yes or no. */
const LEVELS_TYPED = 4;
const UNITS = { per_minute: "unit-per-minute", hours: "unit-hours", days: "unit-days" };
const SCALE_MOST = 255n;

/** The hidden fields that carry an interview. */
export const kept = (book, interview, at) => [["kept", write(book, interview)], ["at", at]];

/** One screen. `refused`: why what was posted (`request.fields`) was not taken; so nothing typed is lost. */
export function show(request, interview, stop, refused = null) {
  const { book, visitor, now_s } = request;
  const frame = framed(book, visitor, voice(book, interview), region(interview));
  const own = { request, frame, interview, stop, sent: refused === null ? null : request.fields };
  const { words, text } = frame;
  const { screen, closer } = stop;
  const finding = book.findings.get(askedAlone(stop)) ?? null;
  const { ask, help } = finding ?? screen;
  const at = closer === null ? screen.id : `${screen.id}.${closer}`;
  return check(frame, {
    shell: { title: text(ask), path: "/check", kept: kept(book, interview, at), foot: { check: true, back: before(book, interview, stop) !== null } },
    progress: progress(book, interview), reached: reached(frame, interview, now_s), ask: text(ask),
    help: help === null && screen.kind.who ? words.say("who-promise") : text(help),
    tell: finding !== null && interview.once.has(finding.id) ? text(finding.tell) : "",
    error: refused === null ? "" : refusedInWords(refused, words), ...asked(own, finding),
  });
}

/** What is asked: { who } with whether someone else answers, { rows }, or { reading, choices }. */
function asked(own, finding) {
  const { screen } = own.stop;
  if (finding !== null) return question(own, finding);
  if (screen.kind.who) return { who: { other: !own.frame.voice.toParent } };
  return screen.kind.choose ? choose(own, screen.kind) : { rows: rows(own) };
}

/** How far she is. None on the first screen: nothing is behind her, and what is ahead depends on her answer. */
function progress(book, interview) {
  const done = path(book, interview).filter((one) => one.done).length;
  const left = leftAtMost(book, interview);
  return done === 0 ? null : { percent: Math.floor((done * 100) / (done + left)), left };
}

function choose({ frame: { words, text }, interview: { answers, passed } }, { choose: item, choices }) {
  const known = answers.known.get(item);
  const button = ({ value, text: one }) => ({ name: "value", value, text: text(one), glyph: "", chosen: known !== undefined && String(known) === value });
  return { reading: null, choices: [...choices.map(button), notSure(words, "value", "?", passed.has(item))] };
}

const notSure = (words, name, value, chosen) => ({ name, value, text: words.say("not-sure"), glyph: "g-unsure", chosen });

const rows = (own) => shownOn(own.frame.book, own.interview, own.stop.screen).flatMap((id) => rowsOf(own, own.frame.book.findings.get(id)));

/** The lines of one finding. A tick opens its levels and "not sure". */
function rowsOf(own, finding) {
  const { frame: { text }, interview: { answers, once, ticked, said: how }, sent } = own;
  const said = how.get(finding.id);
  const unsure = answers.given.get(finding.id) === UNSURE || once.has(finding.id);
  const any = levelKnown(answers, finding) > 0 || unsure || ticked.has(finding.id);
  return finding.lines.map((line, at) => {
    const value = `${finding.id}.${at}`;
    const isThis = said !== undefined && "line" in said ? said.line === at : at === 0;
    return {
      value, text: text(line.text), ticked: sent ? wasSent(sent, "tick", value) : any && isThis,
      levels: levels(own, finding, { name: `level.${value}`, said, unsure: unsure && isThis }),
    };
  });
}

const wasSent = (sent, name, value) => sent.some(([key, one]) => key === name && one === value);

/** The levels under a line: as chosen before, or as sent with an answer that was refused. */
function levels({ frame: { words, text }, sent }, { choices, levels: known }, { name, said, unsure }) {
  const one = (value, label, before) => ({ value, text: label, chosen: sent ? wasSent(sent, name, value) : before, unsure: value === "unsure" });
  const shown = choices.flatMap((choice, at) => (choice.level === known[0] ? [] : [one(String(at), text(choice.text), isChoice(said, at))]));
  return [...shown, one("unsure", words.say("not-sure"), unsure)];
}

const isChoice = (said, at) => said !== undefined && "choice" in said && said.choice === at;

function question(own, finding) {
  const { frame: { words, text }, interview: { answers, once, said: how } } = own;
  const { id, choices, skip } = finding;
  const [given, said] = [answers.given.get(id), how.get(id)];
  const read = reading(own, finding, said);
  const all = choices.map(({ level }) => finding.levels.indexOf(level));
  const steps = [...new Set(all)].sort((one, other) => one - other);
  const besideReading = (at) => {
    if (read?.kind === "scale") return false;
    return read?.kind === "temperature" ? all[at] === 0 && all.indexOf(0) !== at : true;
  };
  const button = (choice, at) => ({
    name: "choice", value: String(at), text: text(choice.text), glyph: glyph(steps.indexOf(all[at]), steps.length),
    chosen: said === undefined ? given === all[at] : isChoice(said, at),
  });
  const skipped = skip === null ? [] : [{ name: "choice", value: "skip", text: text(skip), glyph: "g-unsure", chosen: false }];
  return { reading: read, choices: [...choices.map(button).filter((_, at) => besideReading(at)), notSure(words, "choice", "unsure", given === UNSURE || once.has(id)), ...skipped] };
}

/** The glyph of the level `step` of `steps` (both without "not sure"), mildest first. */
function glyph(step, steps) {
  if (step === 0) return "g-empty";
  if (steps - step <= 1) return "g-full";
  return ["g-dot", "g-wedge"][step - 1] ?? "g-half";
}

/** A number that may be typed; null where there is nothing to type. */
function reading({ frame: { words }, sent }, { levels: known, reading: kind }, said) {
  const field = (name) => sent?.find(([key]) => key === name)?.[1];
  const value = field("reading") ?? said?.number ?? "";
  if (known.length < LEVELS_TYPED || kind === null || kind === "count") return null;
  if (kind === "temperature") {
    // A unit that was typed stands in the radios; what could not be read is shown as it was typed.
    return { kind, value: sent ? value : value.replace(/[^0-9]*$/, ""), fahrenheit: field("unit") === "f" || /[fF]$/.test(value), hint: words.say("fever-hint") };
  }
  return kind === "scale" ? { kind, value: whole(value, SCALE_MOST) } : { kind: "number", value, unit: words.say(UNITS[kind] ?? "unit-percent"), hint: "" };
}

/** Why an answer was not taken, and what to do. */
function refusedInWords({ refused, again }, words) {
  if (refused !== "number") return words.say({ nothing_ticked: "refused-nothing", none_and_ticked: "refused-both", not_here: "refused-not-here" }[refused]);
  const { again: why, meant, least, most } = again;
  if (why === "outside") return meant === null ? words.say("number-outside", { least, most }) : words.say("number-meant", { meant, least, most });
  return words.say(why === "not_whole" ? "number-whole" : "number-unclear");
}
