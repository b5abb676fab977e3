// What an entry adds to its day, as on the server: the same names, the same numbers. Pure. Numbers are whole and of any size (BigInt), in
// microlitres and seconds.
import { milli } from "./amount.js";

/** Everything that is summed over a day. */
export const SUMS = ["feeds", "feed_left_s", "feed_right_s", "bottle_ul", "pumps", "pump_left_ul", "pump_right_ul", "pump_ul", "wet", "dirty", "sleep_s"];

const ul = (amount) => (amount ? milli(amount) : null);
const count = (yes) => (yes ? 1n : 0n);

function ofFeed({ left_s = 0, right_s = 0, bottles = [] }) {
  const drunk = bottles.reduce((all, { amount }) => all + (ul(amount) ?? 0n), 0n);
  return [["feeds", 1n], ["feed_left_s", BigInt(left_s)], ["feed_right_s", BigInt(right_s)], ["bottle_ul", drunk]];
}

/** Both sides together, unless the whole was measured. */
function ofPump(pump) {
  const [left, right] = [ul(pump.left) ?? 0n, ul(pump.right) ?? 0n];
  return [["pumps", 1n], ["pump_left_ul", left], ["pump_right_ul", right], ["pump_ul", ul(pump.total) ?? left + right]];
}

/** Whole seconds that are over; what still runs adds nothing yet. */
function ofSleep({ end_ms, at }) {
  const slept_ms = Math.max(0, (end_ms ?? at.at_ms) - at.at_ms);
  return [["sleep_s", BigInt(Math.floor(slept_ms / 1000))]];
}

const ADDED = {
  feed: ofFeed,
  pump: ofPump,
  nappy: ({ wet = false, dirty = false }) => [["wet", count(wet)], ["dirty", count(dirty)]],
  sleep: ofSleep,
};

/**
 * What an entry adds to the sums of its day: pairs of a name and a number that is not zero. What is in the bin adds nothing.
 * @returns {[string, bigint][]}
 */
export function addedBy({ binned, content }) {
  const added = binned ? [] : (ADDED[content.kind]?.(content) ?? []);
  return added.filter(([, number]) => number !== 0n);
}
