// Which side was last, and which is next. The same as on the server, and held against it. Pure.
import { feedsOf, isAtBreast, latest } from "./since.js";
import { elapsed, other, timedOf } from "./timer.js";

/** The side that was last at work, or is: { entry, side, side_s, other_s, running }; null before any, or when nobody said which. */
export function lastSide(entries, baby, now_ms) {
  const atBreast = feedsOf(entries, baby, now_ms).filter(({ content }) => isAtBreast(timedOf(content)));
  // One that runs is the present, whenever it was begun.
  const running = atBreast.filter(({ content }) => content.running);
  const entry = latest(running.length > 0 ? running : atBreast, (one) => [one.at.at_ms, one.id]);
  if (entry === null) return null;
  const timed = timedOf(entry.content);
  const { left_s = 0, right_s = 0 } = timed;
  const only = left_s > 0 && right_s === 0 ? "left" : left_s === 0 && right_s > 0 ? "right" : null;
  const side = timed.running?.side ?? timed.last_side ?? only;
  if (side === null) return null;
  const all = elapsed(timed, now_ms);
  return { entry: entry.id, side, side_s: all[side], other_s: all[other(side)], running: Boolean(timed.running) };
}

/** The side to begin with: the one that was not last at work; the running one while one runs. */
export function nextSide(entries, baby, now_ms) {
  const last = lastSide(entries, baby, now_ms);
  if (last === null) return null;
  return last.running ? last.side : other(last.side);
}
