// The result, filled from what the rules say.
import { afterHours, deadline } from "../deadline.js";
import { EMERGENCY_NOW, SAME_DAY, because, explain, patients } from "../explain.js";
import { saidOfRaise } from "../for_her.js";
import { calls as callsOf, framed } from "../frame.js";
import { before, region, voice } from "../interview.js";
import { checked, head, onlyCrisis, then, wantsCrisis } from "../numbers.js";
import { result } from "../part/result.js";
import { cited } from "../part/told.js";
import { banners, plain } from "./banner.js";
import { capital } from "./capital.js";
import { kept } from "./screen.js";
import { sign, watch } from "./sign.js";
import { minutes, wordsOfStep } from "./step.js";

/** A result is old after so many hours; the second at `same_day` and above. */
const [OLD_HOURS, OLD_GRAVE_HOURS] = [12, 2];
const PLACES = [["offered", "plan-do", "tick"], ["optional", "plan-if-you-like", "maybe"], ["not_now", "plan-not-now", "wait"], ["never", "plan-never", "x"]];

/** The page of a result, finished or not. */
export function show({ book, visitor, now_s }, interview) {
  const frame = framed(book, visitor, voice(book, interview), region(interview));
  const explained = explain(book, interview);
  const { text } = frame;
  const own = { frame, interview, explained, emergency: explained.headline === EMERGENCY_NOW, grave: explained.headline >= SAME_DAY };
  const all = banners(frame, explained, now_s);
  return result(frame, {
    shell: { title: plain(all[0].act), path: "/check", kept: kept(book, interview, "result"), foot: foot(own) },
    banners: all, oldFrom: afterHours(frame.words, now_s, own.grave ? OLD_GRAVE_HOURS : OLD_HOURS), calls: calls(own),
    // At the lower levels no number is shown, so nothing is said of when it was checked.
    checked: own.grave ? checked(frame) : "", sayThis: own.emergency ? sayThis(own) : "", couldBe: couldBe(own), plan: plan(own),
    checkAgain: checkAgain(own, now_s), comeBack: comeBack(own), also: also(own), reasons: reasons(own), reasonsOpen: own.grave,
    notes: told(frame, [...explained.raised, ...explained.notices, ...explained.advices]), milk: told(frame, explained.holds),
    contradictions: explained.contradictions.map(({ say }) => text(say)), unanswered: explained.unanswered.map(({ ask }) => text(ask)),
  });
}

function foot({ frame, interview, emergency }) {
  const back = before(frame.book, interview) !== null;
  const [call] = emergency ? callsOf(frame, "emergency") : [];
  return call ? { call, back } : { check: true, back };
}

/** Whom to call at this level: emergency numbers, urgent advice, and the crisis line where a rule asks for it. */
function calls({ frame, explained, emergency, grave }) {
  const leading = patients(explained).filter(({ level }) => level === explained.headline);
  const crisis = leading.some(wantsCrisis);
  const first = crisis ? callsOf(frame, "crisis") : [];
  if (emergency) return [...first, ...callsOf(frame, "emergency").slice(1)];
  return grave && !(crisis && leading.every(onlyCrisis)) ? [...first, ...callsOf(frame, "urgent")] : first;
}

/** One sentence to read aloud, from the signs behind the reasons. */
function sayThis({ frame, explained: { read, reasons: rules, parent, baby } }) {
  const { book, words } = frame;
  const signs = rules.flatMap(({ when }) => because(book, read, when)).map(({ finding, level }) => sign(frame, book.findings.get(finding), level));
  const is = (told) => told?.level === EMERGENCY_NOW;
  const whom = is(baby) ? (is(parent) ? "both" : "baby") : "parent";
  return words.say(`say-this-${whom}`, { signs: [...new Set(signs)].join("; ") });
}

const couldBe = ({ frame, explained }) => explained.conditions.map(({ id, name, say, sources }) => ({
  path: `/condition/${id}`, name: capital(frame.text(name)), say: frame.text(say), sources: cited(frame, sources),
}));

/** The plan in its sections, those that hold something. */
function plan({ frame, explained: { read, plan: planned } }) {
  const { book, words } = frame;
  const steps = (place) => planned.filter((one) => one.place === place).map((one) => step(frame, read, book.steps.get(one.step), place));
  return PLACES.map(([place, title, icon]) => ({ title: words.say(title), icon, steps: steps(place) })).filter((section) => section.steps.length > 0);
}

function step(frame, read, one, place) {
  const { book, words, text } = frame;
  const beside = wordsOfStep(frame, read, one, place).join("; ");
  const session = book.coded.get(one.session);
  return {
    path: `/relief/${one.id}`, text: beside === "" ? text(one.name) : `${text(one.name)} (${beside})`, why: text(one.why),
    tag: session ? minutes(session, words) : "",
  };
}

/** The re-check of care at home: "sooner than this time if". */
function checkAgain({ frame: { book, words }, explained: { headline } }, now_s) {
  const due = book.urgencies.get(headline)?.deadline;
  return due?.recheck_hours ? deadline(words, now_s, due, null) : null;
}

const comeBack = ({ frame, explained }) => explained.comeBackIf.map(({ level, group, signs }) => ({
  then: frame.words.say(then(level)), whose: group === "baby" ? frame.words.say("whose-baby") : "",
  signs: signs.map((one) => watchOf(frame, one)),
}));

function watchOf(frame, { finding: id, level }) {
  const finding = frame.book.findings.get(id);
  return watch(frame, finding, finding.levels.indexOf(level));
}

/** What each patient is told, with whose it is where there are two. */
function whose({ frame: { words }, explained: { parent, baby } }) {
  if (baby === null) return [["", parent]];
  return [[words.say("whose-parent"), parent], [words.say("whose-baby"), baby]];
}

const also = (own) => whose(own).flatMap(([name, told]) => told.also.map((rule) => ({
  whose: name, head: head(own.frame, rule.level, rule.days), text: `${own.frame.text(rule.say)}${raisedSaid(own, rule)}`,
})));

/** Who raised a rule for her. */
function raisedSaid({ frame }, rule) {
  const said = saidOfRaise(frame, rule);
  return said === null ? "" : ` ${said}`;
}

const reasons = (own) => whose(own).flatMap(([name, told]) => told.reasons.map((rule) => ({
  rule: rule.id, whose: name, text: `${own.frame.text(rule.say)}${partSaid(own, rule)}${raisedSaid(own, rule)}`, sources: cited(own.frame, rule.sources),
})));

/** The part of the question that was ticked, where a question has several. */
function partSaid({ frame: { book, words, text }, interview, explained: { read } }, rule) {
  const said = because(book, read, rule.when).flatMap(({ finding }) => {
    const { lines } = book.findings.get(finding);
    const how = interview.said.get(finding) ?? {};
    if ("number" in how) return [how.number];
    return "line" in how && lines.length > 1 && lines[how.line] ? [text(lines[how.line].text)] : [];
  });
  return said.length === 0 ? "" : ` ${words.say("you-said", { said: said.join("; ") })}`;
}

/** Sentences of the protocol with their sources; those that say nothing to her are left out. */
const told = (frame, list) => list.map(({ say, sources }) => ({ rule: "", whose: "", text: frame.text(say), sources: cited(frame, sources) })).filter(({ text }) => text !== "");
