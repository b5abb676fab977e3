// Ids that a phone makes by itself, in the order of time: UUIDv7. Pure: the clock and the chance come in as arguments.

/** How many random bytes one id takes. */
export const RANDOM_BYTES = 10;
const LAST_MS = 2n ** 48n - 1n;
const COUNTER_BITS = 74n;
const COUNTER = (1n << COUNTER_BITS) - 1n;
/** A fresh counter leaves its first bit free, so that counting on never reaches its end. */
const FRESH = COUNTER >> 1n;
const LOW_BITS = 62n;
const LOW = (1n << LOW_BITS) - 1n;
const [VERSION, VARIANT] = [7n, 2n];

const held = (now_ms) => (now_ms < 0n ? 0n : now_ms > LAST_MS ? LAST_MS : now_ms);
const number = (bytes) => bytes.slice(0, RANDOM_BYTES).reduce((all, byte) => (all << 8n) | BigInt(byte), 0n);

/** The millisecond and the counter of an id of ours. */
function parts(id) {
  const all = BigInt(`0x${id.replaceAll("-", "")}`);
  return { ms: all >> 80n, counter: (((all >> 64n) & 0xfffn) << LOW_BITS) | (all & LOW) };
}

function written(ms, counter) {
  const all = (ms << 80n) | (VERSION << 76n) | ((counter >> LOW_BITS) << 64n) | (VARIANT << LOW_BITS) | (counter & LOW);
  return all.toString(16).padStart(32, "0").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/**
 * An id.
 * @param {number} now_ms milliseconds since 1970
 * @param {Uint8Array} random ten random bytes
 * @param {string | null} last the id that was made before this one: within one millisecond the next is larger than it
 */
export function uuid(now_ms, random, last = null) {
  const ms = held(BigInt(Math.floor(now_ms)));
  const before = last === null ? null : parts(last);
  return written(ms, before?.ms === ms ? (before.counter + 1n) & COUNTER : number([...random]) & FRESH);
}

/**
 * Makes ids one after another.
 * @param {() => number} now_ms the clock
 * @param {(bytes: Uint8Array) => Uint8Array} fill fills bytes at random, as `crypto.getRandomValues` does
 */
export function uuids(now_ms, fill) {
  let last = null;
  return () => (last = uuid(now_ms(), fill(new Uint8Array(RANDOM_BYTES)), last));
}
