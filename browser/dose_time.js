// A clock time as it was typed, read in the zone of this phone. When the clocks change, a time may stand twice on the clock or not at all:
// then the later instant is meant, because what was taken later allows the next dose later. Never in the future.

const HOUR_MS = 3_600_000;

/** The offsets from UTC, in minutes, that hold around an instant: one, or two when the clocks change. */
function offsetsAround(ms) {
  const around = [-26, -12, 0, 12, 26].map((hours) => new Date(ms + hours * HOUR_MS).getTimezoneOffset());
  return [...new Set(around)];
}

/** Whether a local clock shows this at an instant. */
function shows(ms, { year, month, day, hour, minute }) {
  const there = new Date(ms);
  return there.getFullYear() === year && there.getMonth() === month && there.getDate() === day && there.getHours() === hour && there.getMinutes() === minute;
}

/** The instants that a local time may mean, earliest first, and whether a clock ever showed it. */
function instantsOf(local) {
  const { year, month, day, hour, minute } = local;
  const utc = Date.UTC(year, month, day, hour, minute);
  const all = offsetsAround(utc).map((offset) => utc + offset * 60_000).sort((one, other) => one - other);
  const real = all.filter((ms) => shows(ms, local));
  return { real: real.length > 0, instants: real.length > 0 ? real : all };
}

/**
 * The latest instant, not after `now`, at which the clock of this phone showed this time today or on the day before.
 * @param {number} hour 0 to 23
 * @param {number} minute 0 to 59
 * @param {number} now seconds since 1970
 * @returns {number} seconds since 1970
 */
export function instantOfClock(hour, minute, now) {
  const today = new Date(now * 1000);
  for (const back of [0, 1, 2]) {
    const { real, instants } = instantsOf({ ...dayBefore(today, back), hour, minute });
    const past = instants.filter((ms) => ms <= now * 1000);
    if (past.length === 0) continue;
    // A time that no clock showed is read as late as can be: the later reading, or the present if even that lies ahead.
    return real || past.length === instants.length ? past[past.length - 1] / 1000 : now;
  }
  return now;
}

/** A date so many days back, counted on the calendar and not in hours. */
function dayBefore(today, back) {
  const then = new Date(Date.UTC(today.getFullYear(), today.getMonth(), today.getDate() - back));
  return { year: then.getUTCFullYear(), month: then.getUTCMonth(), day: then.getUTCDate() };
}

/** `23:05`, as a field of a page gives it; null: not a time. */
export function clockOf(text) {
  const found = /^(\d{1,2})[:.](\d{2})$/.exec(text.trim());
  if (found === null) return null;
  const [hour, minute] = [Number(found[1]), Number(found[2])];
  return hour < 24 && minute < 60 ? { hour, minute } : null;
}
