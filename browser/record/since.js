// How long ago the last feed was, counted as this household counts. The same as on the server, and held against it. Pure.
import { timedOf } from "./timer.js";

/** What lies further ahead than clocks are wrong was typed with a slip: it is kept, and is not yet the last feed. */
const AHEAD_MS = 10 * 60_000;

/** Of two pairs of a number and an id, whether the first is the later. */
export const isLater = ([one_ms, one], [other_ms, other]) => one_ms > other_ms || (one_ms === other_ms && one > other);
/** The latest by `key`, which gives a number and an id; null of none. */
export const latest = (list, key) => list.reduce((best, one) => (best === null || !isLater(key(best), key(one)) ? one : best), null);

/** Whether an entry speaks of this baby. */
export const isOf = (entry, baby) => entry.content.subject.baby === baby;

/** The feeds of a baby that may count. */
export const feedsOf = (entries, baby, now_ms) => entries.filter((one) => one.content.kind === "feed" && !one.binned && isOf(one, baby) && one.at.at_ms <= now_ms + AHEAD_MS);

/** Whether something was at the breast. */
export const isAtBreast = ({ left_s = 0, right_s = 0, running, last_side }) => left_s > 0 || right_s > 0 || Boolean(running) || Boolean(last_side);

/** A bottle and nothing at the breast. A feed of which nothing more was said is no bottle. */
const isBottleOnly = ({ content }) => (content.bottles ?? []).length > 0 && !isAtBreast(timedOf(content));

/** When an entry with a timer ended: as said; now while it is open; else its start and what was timed. */
export function endOf(entry, now_ms) {
  const start_ms = entry.at.at_ms;
  const { left_s = 0, right_s = 0, open, end_ms } = timedOf(entry.content) ?? {};
  if (open) return now_ms;
  const moved_ms = start_ms - entry.content.at.at_ms;
  return Math.max(start_ms, end_ms === undefined ? start_ms + (left_s + right_s) * 1000 : end_ms + moved_ms);
}

/** The last feed of a baby: { entry, from_ms, ago_ms, open }; null when there is none that counts. */
export function lastFeed(entries, baby, { since, count_bottles }, now_ms) {
  const counted = feedsOf(entries, baby, now_ms).filter((one) => count_bottles || !isBottleOnly(one));
  const all = counted.map((entry) => {
    const from_ms = since === "end" ? endOf(entry, now_ms) : entry.at.at_ms;
    return { entry: entry.id, from_ms, ago_ms: Math.max(0, now_ms - from_ms), open: Boolean(entry.content.open) };
  });
  return latest(all, ({ from_ms, entry }) => [from_ms, entry]);
}
