// What this phone keeps of painkillers: doses, what was answered to the cautions, the place. It is never sent anywhere.

const KEY = "milkway.doses";
const DAY_S = 86_400;
/** Doses are kept for so long. */
export const KEPT_S = 14 * DAY_S;
/** The cautions are asked again after so long: what was true yesterday may not be true today. */
const ANSWER_HOLDS_S = DAY_S;

const empty = () => ({ region: null, cautions: {}, doses: [], next: 1 });

function isDose(one) {
  const product = typeof one?.medicine === "string" || typeof one?.other === "string";
  return product && Number.isSafeInteger(one.at) && (one.other === "nsaid" || Number.isFinite(one.amount_mg)) && Number.isSafeInteger(one.id);
}

/**
 * What is kept. `broken`: something is there and cannot be read. It is not taken for an empty log, because then a dose could be allowed
 * that was taken already.
 */
export function read(store) {
  const text = store.getItem(KEY);
  if (text === null) return { log: empty(), broken: false };
  try {
    const kept = JSON.parse(text);
    const sound = Array.isArray(kept.doses) && kept.doses.every(isDose) && typeof kept.cautions === "object" && kept.cautions !== null;
    if (!sound) return { log: empty(), broken: true };
    const last = kept.doses.reduce((most, one) => Math.max(most, one.id), 0);
    return { log: { ...empty(), ...kept, next: Math.max(last + 1, Number(kept.next) || 1) }, broken: false };
  } catch {
    return { log: empty(), broken: true };
  }
}

/** Keeps a log. Throws where nothing can be kept. */
export function write(store, log) {
  store.setItem(KEY, JSON.stringify(log));
}

/**
 * The log with a dose more. What is older than two weeks goes; counted back from the newest dose before this one or from now, whichever is
 * earlier, so that a clock that runs wrong for an hour does not empty the log.
 */
export function add(log, dose, now) {
  const newest = log.doses.reduce((most, one) => Math.max(most, one.at), -Infinity);
  const from = Math.min(now, newest) - KEPT_S;
  const doses = log.doses.filter((one) => one.at >= from);
  return { ...log, next: log.next + 1, doses: [...doses, { ...dose, id: log.next }] };
}

/** The log with one dose changed. */
export const change = (log, id, dose) => ({ ...log, doses: log.doses.map((one) => (one.id === id ? { ...dose, id } : one)) });

/** The log without one dose. */
export const remove = (log, id) => ({ ...log, doses: log.doses.filter((one) => one.id !== id) });

/** The log with an answer to the cautions of a substance. */
export const answer = (log, substance, said, now) => ({ ...log, cautions: { ...log.cautions, [substance]: { said, at: now } } });

/** The log without an answer: the list is asked again. */
export function forget(log, substance) {
  const { [substance]: _, ...others } = log.cautions;
  return { ...log, cautions: others };
}

/** The answers that still hold. One that is dated later than now does not: a clock was set back. */
export function cautions(log, now) {
  const holds = ([, one]) => Number.isFinite(one?.at) && one.at <= now && one.at >= now - ANSWER_HOLDS_S;
  return Object.fromEntries(Object.entries(log.cautions).filter(holds).map(([substance, { said }]) => [substance, said]));
}
