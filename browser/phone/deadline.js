// Until when something must be done.
import { instant } from "./time.js";

const HOUR_S = 3600;
const DAY_HOURS = 24;

/** An instant so many hours from now: { datetime, words }. Hours are real hours: a changed clock does not make them shorter. */
export const afterHours = (words, now_s, hours) => instant(words, Number(now_s) + hours * HOUR_S);

/** The instant of a deadline of the protocol; null for "now" and for no deadline. */
export function deadline(words, now_s, one, days) {
  if (one === null || one === "now") return null;
  if (one === "days") return days === null ? null : afterHours(words, now_s, days * DAY_HOURS);
  return afterHours(words, now_s, one.hours ?? one.recheck_hours);
}
