// How often a session may be done: so many in any 24 hours, so long a rest between two. Sessions of one pool count together.
import { later } from "../instant.js";

const DAY_S = 24 * 60 * 60;
const earlierFirst = (one, other) => (one < other ? -1 : one > other ? 1 : 0);
const latest = (instants) => instants.reduce((one, other) => (one === null || (other !== null && other > one) ? other : one), null);

/**
 * The instant before which a session may not be done, after those that were done ({ code, at_s }); null: it may be done now.
 *
 * A session dated in the future (a clock that was set back) counts as done just now or later: nothing opens sooner for it.
 */
export function waitsUntil({ coded }, { pool, most, rest_s }, done, now_s) {
  if (pool === null) return null;
  const ends = done.filter(({ code }) => coded.get(code)?.pool === pool).map(({ at_s }) => at_s).sort(earlierFirst);
  const rested = rest_s === null || ends.length === 0 ? null : later(ends.at(-1), rest_s);
  const first = most === null ? undefined : ends[ends.length - most];
  // A session that ended 24 hours ago to the second still counts.
  const counted = first === undefined ? null : later(first, DAY_S + 1);
  const from_s = latest([rested, counted]);
  return from_s !== null && from_s > now_s ? from_s : null;
}
