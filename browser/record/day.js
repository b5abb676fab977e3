// A day as it is looked at: its entries, the hours of which nobody logged anything, and what it adds up to. As on the server. Pure.
import { day as dayOf, inZone } from "./moment.js";
import { addedBy } from "./sum.js";

const DAY_MS = 24 * 3_600_000;
const AHEAD_MS = 10 * 60_000;
const byTime = (one, other) => one.at.at_ms - other.at.at_ms || (one.id < other.id ? -1 : Number(one.id > other.id));

/** The day so many days later. */
export const dayAfter = (day, days = 1) => new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** When a local day begins, milliseconds since 1970. */
function begins(day, zone) {
  const wall_ms = Date.parse(`${day}T00:00:00Z`);
  const offset_ms = (at_ms) => inZone(at_ms, zone).offset_s * 1000;
  const [before, after] = [wall_ms - offset_ms(wall_ms - DAY_MS), wall_ms - offset_ms(wall_ms + DAY_MS)];
  const fits = [before, after].filter((at_ms) => at_ms + offset_ms(at_ms) === wall_ms);
  return fits.length > 0 ? Math.min(...fits) : before;
}

/** Until when an entry tells of: what lasts covers its time, what is still going on covers it until now. */
function endOf({ at, content }, now_ms) {
  const lasts = ["feed", "pump", "sleep"].includes(content.kind);
  const said = content.end_ms === undefined ? at.at_ms : content.end_ms + at.at_ms - content.at.at_ms;
  return lasts ? Math.max(at.at_ms, content.open ? now_ms : said) : at.at_ms;
}

/** The rows of a day, newest first: { entry } or { from_ms, to_ms } for a stretch of which nothing was logged. */
export function rowsOf(entries, day, zone, gap_ms, now_ms) {
  const found = entries.filter((entry) => !entry.binned && dayOf(entry.at) === day).sort(byTime);
  const home = (entry) => entry?.at.zone ?? zone;
  const from_ms = begins(day, home(found[0]));
  const to_ms = Math.min(begins(dayAfter(day), home(found.at(-1))), now_ms);
  const rows = [];
  let covered_ms = from_ms;
  const gap = (until_ms) => until_ms - covered_ms >= gap_ms && until_ms > covered_ms && rows.push({ from_ms: covered_ms, to_ms: until_ms });
  for (const entry of found) {
    gap(entry.at.at_ms);
    rows.push({ entry });
    covered_ms = Math.max(covered_ms, endOf(entry, now_ms));
  }
  gap(to_ms);
  return rows.reverse();
}

/** What entries add up to, by name. */
function sums(entries) {
  const all = new Map();
  for (const [name, number] of entries.flatMap(addedBy)) all.set(name, (all.get(name) ?? 0n) + number);
  return all;
}
/** What a day adds up to. */
export const sumsOf = (entries, day) => sums(entries.filter((entry) => dayOf(entry.at) === day));
/** What was logged in the 24 hours until now adds up to. */
export const last24h = (entries, now_ms) => sums(entries.filter(({ at }) => at.at_ms > now_ms - DAY_MS && at.at_ms <= now_ms + AHEAD_MS));
