// Weight against birth weight and against the weight before. The same as on the server, and held against it. Nothing is rounded.
import { exactMilli, milli } from "./amount.js";
import { day } from "./moment.js";

const DAY_MS = 86_400_000;
/** A weight that is older says nothing of now. */
const STILL_NOW_MS = 7 * DAY_MS;
/** Gain is scored from this day, over at least so long. */
const [GAIN_FROM_DAY, GAIN_OVER_MS] = [5, 5 * DAY_MS];
/** The lowest weight comes until this day. */
const LOWEST_BY_DAY = 5;
/** Gain by the age at the later weight: from this day to that one, slow under so many grams a day, and losing under so many. */
const GAIN = [[8, 14, 20, 10], [15, 30, 20, 10], [31, 61, 20, 10], [62, 91, 15, 7], [92, 122, 12, 5], [123, 152, 10, 0], [153, 183, 8, 0]];
/** No baby is heavier: 100 kg, in milligrams. */
const HEAVIEST_MG = 100_000_000n;
const MOST = 2n ** 63n - 1n;

/** How much heavier one is than another, as a fraction of both. */
const beyond = (one, other) => [one.over * other.under - other.over * one.under, one.under * other.under];
const isLighter = (one, other) => beyond(one, other)[0] < 0n;
/** Weights that are too near each other are not compared. */
const isScored = (one, last) => last.at_ms - one.at_ms >= (last.age_days >= 5 ? 2 : 1) * DAY_MS;

function weighed({ entry, at_ms }, today, ageOn) {
  const mg = milli(entry.content.amount);
  if (mg === null || mg < 1n || mg > HEAVIEST_MG) return [];
  const on = day(entry.at);
  const age_days = ageOn(on < today ? on : today);
  const [over, under] = exactMilli(entry.content.amount);
  return age_days === null ? [] : [{ at_ms, age_days, over, under }];
}

/** `entries`: of the baby, as { entry, at_ms }; `ageOn`: its age in days on a local day. */
export function sayWeight(say, entries, { now_ms, today, ageOn }) {
  const all = entries.filter(({ entry }) => entry.content.kind === "weight").flatMap((one) => weighed(one, today, ageOn)).sort((one, other) => one.at_ms - other.at_ms);
  const [before, last] = [all.slice(0, -1), all.at(-1)];
  if (last === undefined || now_ms - last.at_ms > STILL_NOW_MS) return;
  const birth = before.find(({ age_days }) => age_days === 0);
  if (birth) againstBirth(say, birth, last);
  const compared = before.some((one) => isScored(one, last));
  if (last.age_days > LOWEST_BY_DAY && compared && before.every((one) => isLighter(last, one))) say.atLeast("b_gain", "slow");
  gain(say, before, last);
}

function againstBirth(say, birth, last) {
  if (!isLighter(last, birth) || !isScored(birth, last)) return;
  const millionths = (beyond(birth, last)[0] * 100_000_000n) / (birth.over * last.under);
  say.number("b_loss", { millionths: Number(millionths > MOST ? MOST : millionths), unit: null });
  if (last.age_days >= 14) say.atLeast("b_gain", "slow");
  if (last.age_days >= 21) say.atLeast("b_loss", "p10_12");
}

function gain(say, before, last) {
  const previous = before.filter((one) => one.age_days >= GAIN_FROM_DAY && last.at_ms - one.at_ms >= GAIN_OVER_MS).at(-1);
  const row = GAIN.find(([from, to]) => from <= last.age_days && last.age_days <= to);
  if (previous === undefined || row === undefined) return;
  const [gained, parts] = beyond(last, previous);
  const under = (grams) => gained * BigInt(DAY_MS) < BigInt(grams) * 1_000n * BigInt(last.at_ms - previous.at_ms) * parts;
  if (under(row[2])) say.atLeast("b_gain", "slow");
  if (under(row[3])) say.atLeast("b_gain", "losing");
}
