// Feeds, spans and amounts in words.
import { endOf } from "../../record/since.js";
import { later, onTheWall } from "../../record/moment.js";
import { elapsed, timedOf } from "../../record/timer.js";
import { babiesOf } from "./frame.js";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** Longer ago is said in days. */
const DAYS_FROM_MIN = 48 * 60;
const [DAYS_MOST, WEEKS_MOST] = [28, 12];
/** A tenth of a fluid ounce, in ten millionths of a microlitre. */
const TENTH = 29_573_529_562n;

/** A baby's name, or a word for it. */
export const nameOf = (words, { name }) => (name === "" ? words.say("whose-baby") : name);

/** Names of whom entries are of, where there are two babies or more; else empty: it is clear. */
export function whoseOf({ record }, words, entries) {
  const babies = babiesOf(record);
  if (babies.length < 2) return "";
  return babies.filter(({ id }) => entries.some(({ content }) => content.subject.baby === id)).map((baby) => nameOf(words, baby)).join(", ");
}

/** The clock on the wall. */
export const clock = (at) => onTheWall(at).time.slice(0, 5);

/** When an entry ended, on the wall where it was. */
export const ended = (entry, now_ms) => clock(later(entry.at, timedOf(entry.content) === null ? 0 : endOf(entry, now_ms) - entry.at.at_ms));

/** What is less than a minute is said as one. */
const wholeMinutes = (seconds) => Math.max(Math.floor(seconds / 60), seconds > 0 ? 1 : 0);
export const minutes = (words, seconds) => words.count("minutes", wholeMinutes(seconds));

/** How long ago, in words. */
export function ago(words, ago_ms) {
  const all = Math.floor(ago_ms / MINUTE_MS);
  if (all === 0) return words.say("record-ago-now");
  if (all < 60) return words.say("record-ago-minutes", { minutes: all });
  if (all < DAYS_FROM_MIN) return words.say("record-ago-hours", { hours: Math.floor(all / 60), minutes: all % 60 });
  return words.count("record-ago-days", Math.floor(all / 60 / 24));
}

const parts = (day) => day.split("-").map(Number);
const isDay = (day) => /^\d{4}-\d{2}-\d{2}$/.test(day) && new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);

/** Whole days from one local day to another. */
export const daysBetween = (from, to) => Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);

/** Whole local days since the day of birth; null before it, or when it does not read. */
export function ageDays({ born }, day) {
  if (!isDay(born)) return null;
  const days = daysBetween(born, day);
  return days < 0 ? null : days;
}

/** How old a baby is on a day, in words; null when that is not known. */
export function age(words, baby, today) {
  const days = ageDays(baby, today);
  if (days === null) return null;
  if (days <= DAYS_MOST) return words.count("days", days);
  if (Math.floor(days / 7) <= WEEKS_MOST) return words.count("record-weeks", Math.floor(days / 7));
  const [[year, month, day], [bornYear, bornMonth, bornDay]] = [parts(today), parts(baby.born)];
  return words.count("record-months", (year - bornYear) * 12 + month - bornMonth - (day < bornDay ? 1 : 0));
}

/** What was at the breast, in words; empty: nothing. */
export function sides(words, timed, now_ms) {
  const { left, right } = elapsed(timed, now_ms);
  if (left > 0 && right > 0) return words.say("feed-sides", { left: wholeMinutes(left), right: wholeMinutes(right) });
  if (left > 0) return `${words.say("left")}, ${minutes(words, left)}`;
  return right > 0 ? `${words.say("right")}, ${minutes(words, right)}` : "";
}

/** An amount of milk as it was typed. */
const amount = (words, { value, unit }) => words.say(unit === "fl_oz" ? "record-fl-oz" : "record-ml", { value });

/** What a feed was, in words; empty: nobody said. */
export function feedSaid(words, content, now_ms) {
  const bottles = (content.bottles ?? []).map((one) => (one.amount ? words.say("record-bottle-of", { amount: amount(words, one.amount) }) : words.say("record-bottle")));
  return [sides(words, timedOf(content), now_ms), ...bottles].filter((part) => part !== "").join(", ");
}

/** Thousandths of a millilitre in a unit: whole millilitres, or ounces to a tenth. */
export function volume(words, ul, unit) {
  if (unit !== "fl_oz") return words.say("record-ml", { value: (ul + 500n) / 1000n });
  const tenths = (ul * 10_000_000n + TENTH / 2n) / TENTH;
  return words.say("record-fl-oz", { value: `${tenths / 10n}.${tenths % 10n}` });
}

/** `Left side`, or what it is when that is not known. */
export const sideSaid = (words, side) => words.say(side ? `record-side-${side}` : "record-side-none");
