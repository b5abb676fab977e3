// One feed that two people logged: offered to be merged, and kept as two until somebody says that it was one. As on the server. Pure.
import { milli } from "./amount.js";

const SAME_FEED_MS = 10 * 60_000;
const byTime = (one, other) => one.at.at_ms - other.at.at_ms || (one.id < other.id ? -1 : Number(one.id > other.id));
const isFeed = ({ content }) => content.kind === "feed";
const sameSubject = (one, other) => JSON.stringify(one.content.subject) === JSON.stringify(other.content.subject);
const notSame = (one, other) => (one.content.not_same_as ?? []).includes(other.id);

/** Feeds that may be one, the earlier first, each pair once. */
export function pairs(entries) {
  const feeds = entries.filter((entry) => isFeed(entry) && !entry.binned).sort(byTime);
  const mayBe = (one, other) => one.id !== other.id && sameSubject(one, other) && (one.by !== other.by || one.device !== other.device) && !notSame(one, other) && !notSame(other, one);
  return feeds.flatMap((one, at) => feeds.slice(at + 1).filter((other) => other.at.at_ms - one.at.at_ms <= SAME_FEED_MS && mayBe(one, other)).map((other) => [one.id, other.id]));
}

const elapsed = (timed, side, now_ms) => (timed[`${side}_s`] ?? 0) + (timed.running?.side === side ? Math.floor(Math.max(0, now_ms - timed.running.since_ms) / 1000) : 0);
const larger = (one, other) => (one === undefined ? other : other === undefined ? one : Math.max(one, other));

/** Per side the larger of both; the later end. While one of them is open the feed is. */
function timers(first, second, now_ms) {
  const [one, other] = [first.content, second.content];
  const moved = (entry) => entry.at.at_ms - entry.content.at.at_ms;
  const end_2 = other.end_ms === undefined ? undefined : other.end_ms + moved(second) - moved(first);
  const running = one.running?.side ?? other.running?.side;
  const open = Boolean(one.open || other.open);
  const oneIsLater = one.end_ms !== undefined && (end_2 === undefined || one.end_ms > end_2);
  const [later, earlier] = oneIsLater ? [one, other] : [other, one];
  return {
    left_s: Math.max(elapsed(one, "left", now_ms), elapsed(other, "left", now_ms)) || undefined,
    right_s: Math.max(elapsed(one, "right", now_ms), elapsed(other, "right", now_ms)) || undefined,
    running: running && { side: running, since_ms: now_ms },
    open: open || undefined,
    first_side: one.first_side ?? other.first_side,
    last_side: running ?? later.last_side ?? earlier.last_side,
    end_ms: open ? undefined : larger(one.end_ms, end_2),
  };
}

function isSameBottle(one, other) {
  const [mine, theirs] = [one, other].map(({ amount }) => (amount ? milli(amount) : null));
  return one.milk === other.milk && (JSON.stringify(one.amount) === JSON.stringify(other.amount) || (mine !== null && mine === theirs));
}

/** All bottles of the first, and those of the second that the first does not have as often. */
function bottles(first = [], second = []) {
  const unmatched = [...first];
  const more = second.filter((bottle) => {
    const at = unmatched.findIndex((one) => isSameBottle(one, bottle));
    if (at < 0) return true;
    unmatched.splice(at, 1);
    return false;
  });
  return [...first, ...more];
}

const NIPPLE = ["none", "sore", "crack", "infected"];
const worse = (one, other) => NIPPLE[Math.max(NIPPLE.indexOf(one), NIPPLE.indexOf(other))];
function notes(first = "", second = "") {
  if (first === second || second === "") return first;
  return first === "" ? second : `${first}\n${second}`;
}
const some = (list) => (list.length > 0 ? list : undefined);
const plain = (content) => JSON.parse(JSON.stringify(content));

/** The two are one: { keep, content, bin }; null when one of them is no feed. */
export function merge(one, other, now_ms) {
  const [first, second] = [one, other].sort(byTime);
  if (!isFeed(one) || !isFeed(other) || one.id === other.id || !sameSubject(one, other)) return null;
  const [early, late] = [first.content, second.content];
  const content = plain({
    subject: early.subject, at: early.at, kind: "feed",
    ...timers(first, second, now_ms),
    bottles: some(bottles(early.bottles, late.bottles)),
    fuller: early.fuller ?? late.fuller,
    latch_pain: larger(early.latch_pain, late.latch_pain),
    nipple_left: worse(early.nipple_left, late.nipple_left),
    nipple_right: worse(early.nipple_right, late.nipple_right),
    not_same_as: some([...(early.not_same_as ?? []), ...(late.not_same_as ?? [])]),
    note: notes(early.note, late.note) || undefined,
  });
  return { keep: first.id, content, bin: second.id };
}

/** "Two feeds": what the first says from now on, so that this pair is not offered again; null when it is no feed. */
export const keepBoth = (first, second) => (isFeed(first) ? { ...first.content, not_same_as: [...new Set([...(first.content.not_same_as ?? []), second])] } : null);
