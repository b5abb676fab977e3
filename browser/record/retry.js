// When to try again to reach the server. Pure.

const STEPS_MS = [5_000, 15_000, 60_000, 120_000, 300_000];
/** Nothing to wait for: all is done, or somebody has to sign in first. */
const RESTING = ["done", "signed_out", "shut_out"];

/**
 * In how many milliseconds to try again; null: not by itself.
 * @param {string} outcome what the last try came to
 * @param {number} failures how many tries in a row have failed, this one included
 * @param {boolean} online the browser says that there is a network again
 */
export function nextTry_ms(outcome, failures, online = false) {
  if (RESTING.includes(outcome)) return null;
  if (online) return 0;
  return STEPS_MS[Math.min(Math.max(failures, 1), STEPS_MS.length) - 1];
}
