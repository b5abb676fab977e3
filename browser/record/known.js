// What the record tells the rules: a dangerous value is answered at once, before anybody thinks of a check. The same as on the server, and
// held against it. The record only ever says that something is worse than the mildest: what nobody logged is not "no". How many nappies there
// were is never counted here: that asks for somebody who says that all were logged.
import { UNSURE, assess, readAnswers } from "../evaluate.js";
import { begin } from "../phone/interview/line.js";
import { placed } from "../phone/interview/answers.js";
import { milli } from "./amount.js";
import { day, inZone } from "./moment.js";
import { sayer } from "./sayer.js";
import { isLater } from "./since.js";
import { sayWeight } from "./weight.js";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** What was logged so long ago still counts as what is now; and what may stand as an answer when a check begins. */
export const [ALARM_MS, FRESH_MS] = [DAY_MS, 12 * HOUR_MS];
/** A painkiller hides a fever for so long; the question of mood is of the past month. */
const [MASKED_MS, MOOD_MS] = [6 * HOUR_MS, 30 * DAY_MS];
/** Kinds of which older entries count too, and how far back. A phone keeps these beside its last weeks. */
export const REACH = { weight: Infinity, mood: MOOD_MS };
const SELF_CARE = 1;

/** All entries of a subject, with the instant that counts: what lies in the future was typed with a slip, and is of now. */
function of({ entries, now_ms }, [who, id]) {
  return entries.filter(({ binned, content }) => !binned && content.subject[who] === id).map((entry) => ({ entry, at_ms: Math.min(entry.at.at_ms, now_ms) }));
}
const recent = (asked, subject, within_ms) => of(asked, subject).filter(({ at_ms }) => at_ms >= asked.now_ms - within_ms).map(({ entry }) => entry);
const contents = (entries, kind) => entries.map(({ content }) => content).filter((one) => one.kind === kind);

/** Whole local days since the day of birth; null before it, or when it does not read. */
function ageDays({ born }, on) {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(born) ? new Date(`${born}T00:00:00Z`) : null;
  if (date === null || Number.isNaN(date.getTime()) || !date.toISOString().startsWith(born)) return null;
  const days = Math.round((Date.parse(`${on}T00:00:00Z`) - date.getTime()) / DAY_MS);
  return days < 0 ? null : days;
}
const fewest = (days) => days.reduce((least, one) => (one !== null && (least === null || one < least) ? one : least), null);

function context(say, { babies, settings }, baby, today) {
  say.know("region", settings.region);
  const present = babies.filter(({ state }) => state !== "died");
  if (babies.length > 0) say.know("baby", present.length === 0 ? "none" : present.some(({ state }) => state === "home") ? "with_parent" : "in_hospital");
  // The last pregnancy ended with the last birth, whoever lives.
  const birth = fewest(babies.map((one) => ageDays(one, today)));
  if (birth !== null) say.knowNumber("days_since_birth", birth);
  const age = baby ? ageDays(baby, today) : fewest(present.map((one) => ageDays(one, today)));
  if (age !== null) say.knowNumber("baby_age_days", age);
}

/** A width is the width of something; zero is the width of nothing. What was typed and is no number is something. */
const hasLump = ({ lump }) => Boolean(lump) && milli(lump) !== 0n;
const isThere = (level) => level !== undefined && level !== null && level !== "none";
const isTrouble = (one) => (one.pain ?? 0) > 0 || hasLump(one) || isThere(one.heat_colour) || isThere(one.nipple);

function breast(say, one) {
  if (typeof one.pain === "number") say.typed("pain", String(one.pain));
  if (hasLump(one)) say.atLeastUnsure("lump");
  if (one.heat_colour) say.atLeast("heat_colour", one.heat_colour);
  if (one.nipple) say.atLeast("nipple_wound", one.nipple);
}

function ofParent(say, asked, medicines) {
  const subject = ["parent", asked.parent];
  const lately = recent(asked, subject, asked.within_ms);
  for (const { content } of lately) {
    if (content.kind === "temperature") ["temp", "low_temp"].forEach((id) => say.temperature(id, content.amount));
    if (content.kind === "symptom") breast(say, content);
  }
  const sides = new Set(contents(lately, "symptom").filter(isTrouble).map(({ side }) => side).filter(Boolean));
  if (sides.size > 0) say.atLeast("side", sides.size === 2 ? "both" : "one");
  // Every medicine of the protocol holds ibuprofen or paracetamol: that is what it knows limits of.
  const taken = contents(recent(asked, subject, MASKED_MS), "medicine");
  if (taken.some(({ medicine }) => medicines.some(({ id }) => id === medicine))) say.atLeast("antipyretic_6h", "yes");
  mood(say, asked, subject);
}

const isAnswer = (value) => value !== undefined && value !== null;

/** The last time that she answered: what she says now is in the place of what she said before. */
function mood(say, asked, subject) {
  const said = recent(asked, subject, MOOD_MS).filter(({ content }) => content.kind === "mood" && (isAnswer(content.down) || isAnswer(content.little_interest)));
  const last = said.reduce((best, one) => (best === null || isLater([one.at.at_ms, one.id], [best.at.at_ms, best.id]) ? one : best), null);
  const worse = last === null ? 0 : Number(last.content.down === true) + Number(last.content.little_interest === true);
  if (worse > 0) say.atLeast("mood", String(worse));
}

function ofBaby(say, asked, baby, today) {
  const subject = ["baby", baby.id];
  for (const { content } of recent(asked, subject, asked.within_ms)) {
    if (content.kind === "temperature") ["b_fever", "b_cold"].forEach((id) => say.temperature(id, content.amount));
    if (content.kind !== "nappy") continue;
    const level = { streaks: "blood_streaks", much: "green_or_much_blood" }[content.blood];
    if (level) say.atLeast("b_bad_output", level);
    if (content.colour === "pale") say.atLeast("b_jaundice", "spread_or_early");
  }
  sayWeight(say, of(asked, subject), { now_ms: asked.now_ms, today, ageOn: (on) => ageDays(baby, on) });
}

/**
 * What the record knows: { answers, said }. `asked`: { household, entries, parent, baby, now_ms, within_ms }; ids of whom to look at, null: nobody.
 */
export function known(book, asked) {
  const { household, now_ms } = asked;
  const say = sayer(book);
  const today = day(inZone(now_ms, household.settings.zone));
  const baby = household.babies.find(({ id, state }) => id === asked.baby && state !== "died") ?? null;
  context(say, household, baby, today);
  if (asked.parent !== null) ofParent(say, asked, book.protocol.care.medicines);
  if (baby !== null) ofBaby(say, asked, baby, today);
  return say.known;
}

/** How urgent it is for a patient ("parent", "baby") by these answers: the number of the level, above care at home; else null. */
export function levelOf(book, { answers }, patient) {
  const reached = assess(book.rules, readAnswers(book.rules, placed(book, answers)))[patient];
  return reached !== null && reached.level > SELF_CARE ? reached.level : null;
}

/** From when an alarm has stood: the time of the first entry with which it came to this level. A deadline is counted from there. */
export function since_ms(book, asked, patient, level) {
  const times = [...new Set(asked.entries.map(({ at }) => Math.min(at.at_ms, asked.now_ms)))].sort((one, other) => one - other);
  const stood = (until_ms) => levelOf(book, known(book, { ...asked, entries: asked.entries.filter(({ at }) => at.at_ms <= until_ms) }), patient) >= level;
  return times.find(stood) ?? asked.now_ms;
}

/** A check that begins with this: what is known stands, what is known only in part is asked for, the rest is open. */
export function interviewOf({ answers, said }, now_ms) {
  const interview = { ...begin(), answers: { given: new Map(answers.given), known: new Map(answers.known) }, said: new Map(said), began_s: BigInt(Math.floor(now_ms / 1000)) };
  for (const [id, given] of answers.given) {
    if (given !== UNSURE) continue;
    interview.answers.given.delete(id);
    interview.ticked.add(id);
  }
  return interview;
}
