// How long ago the last feed was, as the household counts; and what today adds up to.
import { day, inZone } from "../../record/moment.js";
import { lastFeed, latest } from "../../record/since.js";
import { addedBy } from "../../record/sum.js";
import { timedOf } from "../../record/timer.js";
import { babiesOf } from "./frame.js";
import { age, ago, ended, feedSaid, nameOf, sides, volume } from "./said.js";

const COUNTS = [["feeds", "record-feeds"], ["wet", "record-wet"], ["dirty", "record-dirty"]];

/** One for each baby that is not fed now; without any baby, one of the pump: { kicker, time, line, counts }. */
export function heads(seen, words, hungry) {
  const babies = babiesOf(seen.record);
  if (babies.length === 0) return [ofPump(seen, words)];
  return hungry.map((baby) => ofBaby(seen, words, baby, babies.length === 1));
}

const lineOf = (words, what, entry, now_ms) => [what, words.say("record-ended", { time: ended(entry, now_ms) })].filter((part) => part !== "").join(", ");

function ofBaby(seen, words, baby, alone) {
  const { record: { household: { settings }, entries }, now_ms } = seen;
  const last = lastFeed(entries, baby.id, settings, now_ms);
  const entry = last && entries.find(({ id }) => id === last.entry);
  const old = age(words, baby, day(inZone(now_ms, settings.zone)));
  const name = nameOf(words, baby);
  return {
    kicker: old === null ? words.say("record-last-of", { name }) : words.say("record-last-aged", { name, age: old }),
    time: last ? ago(words, last.ago_ms) : words.say("record-none"),
    line: entry ? lineOf(words, feedSaid(words, entry.content, now_ms), entry, now_ms) : "",
    counts: counts(seen, words, baby, alone),
  };
}

/** Without a baby the last pump session leads. */
function ofPump(seen, words) {
  const { record: { entries }, now_ms } = seen;
  const pumps = entries.filter(({ binned, content, at }) => content.kind === "pump" && !binned && at.at_ms <= now_ms);
  const last = latest(pumps, ({ at, id }) => [at.at_ms, id]);
  return {
    kicker: words.say("record-last-pump"),
    time: last ? ago(words, now_ms - last.at.at_ms) : words.say("record-no-pump"),
    line: last ? lineOf(words, sides(words, timedOf(last.content), now_ms), last, now_ms) : "",
    counts: counts(seen, words, null, true),
  };
}

/** What today adds up to: of a baby, and with it what was pumped. */
function counts({ record, now_ms }, words, baby, withPump) {
  const { household: { settings }, entries } = record;
  const today = day(inZone(now_ms, settings.zone));
  const added = entries.filter(({ at }) => day(at) === today).flatMap((entry) => addedBy(entry).map(([name, number]) => ({ name, number, subject: entry.content.subject })));
  const sum = (name, is) => added.filter((one) => one.name === name && is(one.subject)).reduce((all, { number }) => all + number, 0n);
  const ofBaby = baby === null ? [] : COUNTS.map(([name, id]) => [id, sum(name, (subject) => subject.baby === baby.id)]).filter(([, count]) => count > 0n);
  const parts = ofBaby.map(([id, count]) => words.count(id, count));
  if (withPump) parts.push(...pumped(words, settings, sum));
  return parts.length === 0 ? "" : words.say("record-today", { counts: parts.join(", ") });
}

function pumped(words, { volume: unit }, sum) {
  const isParent = (subject) => subject.parent !== undefined;
  const [ul, pumps] = [sum("pump_ul", isParent), sum("pumps", isParent)];
  if (ul > 0n) return [words.say("record-pumped", { amount: volume(words, ul, unit) })];
  return pumps > 0n ? [words.count("record-pumps", pumps)] : [];
}
