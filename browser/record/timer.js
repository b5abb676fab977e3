// The life of a timer: started, paused, switched, ended; and put right afterwards. The same as on the server, and held against it. Pure.
//
// A timer is what a feed or a pump session holds of time: { left_s, right_s, running: { side, since_ms }, open, first_side, last_side, end_ms };
// what is nothing is left out. Two phones have two clocks: what would be negative is nothing, and nothing is ever cut.

/** A feed that took longer than this was probably left running. */
export const LONG_FEED_S = 3 * 3600;
const MOST_S = 2 ** 32 - 1;
const FIELDS = ["left_s", "right_s", "running", "open", "first_side", "last_side", "end_ms"];

/** The other side. */
export const other = (side) => (side === "left" ? "right" : "left");
const field = (side) => `${side}_s`;
/** Whole seconds from one instant to another; none when the clock went back. */
const seconds = (from_ms, to_ms) => Math.min(MOST_S, Math.floor(Math.max(0, to_ms - from_ms) / 1000));
const added = (one_s, more_s) => Math.min(MOST_S, one_s + more_s);

/** What is over on a side, in seconds. */
export const over_s = (timed, side) => timed[field(side)] ?? 0;
const isSaid = ([, value]) => value !== undefined && value !== null && value !== false && value !== 0;

/** The timer in something logged: a feed, a pump session. */
export const timedOf = (content) => (["feed", "pump"].includes(content.kind) ? Object.fromEntries(FIELDS.map((name) => [name, content[name]]).filter(([name, value]) => isSaid([name, value]) || (name === "end_ms" && value === 0))) : null);

/** What was logged, with another timer in it. */
export function withTimed(content, timed) {
  const rest = Object.fromEntries(Object.entries(content).filter(([name]) => !FIELDS.includes(name)));
  return { ...rest, ...timed };
}

/** What runs is over: its seconds go to its side. */
function settled(timed, at_ms) {
  if (!timed.running) return timed;
  const { running: { side, since_ms }, ...rest } = timed;
  return { ...rest, [field(side)]: added(over_s(rest, side), seconds(since_ms, at_ms)) };
}

function run(timed, side, at_ms) {
  return { ...settled(timed, at_ms), open: true, first_side: timed.first_side ?? side, last_side: side, running: { side, since_ms: at_ms } };
}

const plain = (timed) => Object.fromEntries(FIELDS.map((name) => [name, timed[name]]).filter(([name, value]) => isSaid([name, value]) || (name === "end_ms" && value === 0)));

/** Something done to a timer at an instant: `{ start: side }`, "pause", "resume", "switch", "end". What makes no sense now changes nothing. */
export function act(timed, what, at_ms) {
  const fresh = Object.keys(plain(timed)).length === 0;
  if (!timed.open && !(fresh && what.start)) return timed;
  const running = timed.running?.side;
  if (what.start) return what.start === running ? timed : plain(run(timed, what.start, at_ms));
  if (what === "resume") return running ? timed : plain(run(timed, timed.last_side ?? "left", at_ms));
  if (what === "switch") return plain(run(timed, timed.last_side ? other(timed.last_side) : "left", at_ms));
  if (what === "pause") return plain(settled(timed, at_ms));
  return plain({ ...settled(timed, at_ms), open: false, end_ms: at_ms });
}

/** Seconds on the left and on the right, what runs counted until `now_ms`. By a clock that is behind the start nothing has run yet. */
export function elapsed(timed, now_ms) {
  const of = (side) => added(over_s(timed, side), timed.running?.side === side ? seconds(timed.running.since_ms, now_ms) : 0);
  return { left: of("left"), right: of("right") };
}

/** Whether it took so long that it was probably forgotten. */
export function isLong(timed, now_ms) {
  const { left, right } = elapsed(timed, now_ms);
  return added(left, right) > LONG_FEED_S;
}

/** Left was right and right was left. */
export function swapped(timed) {
  const turned = (side) => (side ? other(side) : side);
  const running = timed.running && { ...timed.running, side: other(timed.running.side) };
  return plain({ ...timed, left_s: timed.right_s, right_s: timed.left_s, running, first_side: turned(timed.first_side), last_side: turned(timed.last_side) });
}
