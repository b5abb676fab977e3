// When something was, and where: an instant with the zone and the offset that the clock on the wall had there. The same as on the server,
// and held against it. A moment: { at_ms, zone, offset_s }, in milliseconds since 1970, UTC, and seconds ahead of it. Pure but for the
// zones, which the browser knows. Milliseconds are exact up to 2^53, 285,000 years from now; beyond them nothing was ever logged.

/** The instants that have a place in the calendar, as the server has it. */
const [FIRST_MS, LAST_MS] = [-377_705_023_201_000, 253_402_207_200_000];
/** No clock on a wall is further from UTC. */
const OFFSET_MOST_S = 93_599;
/** The server counts with 64 bits and stops at their ends; further out than this no number here is exact anyway. */
const held = (ms) => Math.max(-(2 ** 63), Math.min(2 ** 63, ms));
const FIELDS = { era: "short", year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", second: "numeric" };

/** A clock for each zone that was asked for; null: no such zone. Making one is slow, so each is made once. */
const clocks = new Map();
function clockOf(zone) {
  if (!clocks.has(zone)) clocks.set(zone, made(zone));
  return clocks.get(zone);
}
function made(zone) {
  // Browsers take `+01:00` for a zone; it is none.
  if (!/^[A-Za-z]/.test(zone)) return null;
  try {
    return new Intl.DateTimeFormat("en-US", { ...FIELDS, timeZone: zone, calendar: "gregory", numberingSystem: "latn", hourCycle: "h23" });
  } catch {
    return null;
  }
}

/** What a zone was ahead of UTC at an instant, in seconds; null where that cannot be known. */
function offsetOf(at_ms, zone) {
  if (at_ms < FIRST_MS || at_ms > LAST_MS) return null;
  const clock = clockOf(zone);
  if (clock === null) return null;
  const at_s = Math.floor(at_ms / 1000);
  const shown = Object.fromEntries(clock.formatToParts(at_s * 1000).map(({ type, value }) => [type, value]));
  const year = shown.era.startsWith("B") ? 1 - Number(shown.year) : Number(shown.year);
  const wall = new Date(0);
  wall.setUTCFullYear(year, Number(shown.month) - 1, Number(shown.day));
  wall.setUTCHours(Number(shown.hour), Number(shown.minute), Number(shown.second));
  return wall.getTime() / 1000 - at_s;
}

/** The same place, so much later. */
export function later({ at_ms, zone = "", offset_s }, later_ms) {
  const then_ms = held(at_ms + later_ms);
  return { at_ms: then_ms, zone, offset_s: offsetOf(then_ms, zone) ?? offset_s };
}

/** An instant in a zone. An unknown zone has no offset of its own: UTC. */
export const inZone = (at_ms, zone) => later({ at_ms: 0, zone, offset_s: 0 }, at_ms);

/** The zone of this device; empty when it does not know. */
export const zoneHere = () => new Intl.DateTimeFormat().resolvedOptions().timeZone ?? "";

/** The clock on the wall: { date: "2026-11-26", time: "03:12:00" }. What lies outside the calendar is moved to its edge. */
export function onTheWall({ at_ms, offset_s }) {
  const at = Math.max(FIRST_MS, Math.min(LAST_MS, at_ms));
  const ahead_s = Math.abs(offset_s) > OFFSET_MOST_S ? 0 : offset_s;
  const [date, time] = new Date(at + ahead_s * 1000).toISOString().split("T");
  return { date, time: time.slice(0, 8) };
}

/** The local day, where it was: `2026-11-26`. */
export const day = (moment) => onTheWall(moment).date;
