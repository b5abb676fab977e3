// When a painkiller may be taken again, and how much: label limits over a rolling 24 hours. The same arithmetic as on the server, and
// held against it case by case. Pure: no clock, no page, no store. All times are whole seconds since 1970.
//
// A medicine: { id, contains, regions, dose_mg: [least, most] | null, unit_mg, gap_hours, gap_hours_after: [from_mg, hours] | null,
// most_mg_24h, longest_days, longest_days_fever }. A dose: { medicine: id } or { other: "ibuprofen" | "paracetamol" | "nsaid" }, with
// amount_mg and at. Cautions: { ibuprofen, paracetamol }, each "none", "some" or "unsure"; anything else is not answered.

export const SUBSTANCES = ["ibuprofen", "paracetamol"];
export const NSAID = "nsaid";
export const MINUTE_S = 60;
export const HOUR_S = 3600;
/** The rolling window, closed: a dose of exactly 24 hours ago still counts. */
export const DAY_S = 86_400;
/** So long without a dose ends a run of use. */
const BREAK_S = 48 * HOUR_S;
const NEVER_S = -Infinity;

/** The first whole minute that is not before this second. */
const minuteUp = (at) => Math.ceil(at / MINUTE_S) * MINUTE_S;
const isNsaid = (substance) => substance === "ibuprofen";
const sum = (numbers) => numbers.reduce((all, one) => all + one, 0);
const most = (numbers, least) => numbers.reduce((one, other) => Math.max(one, other), least);

/** What a dose contains; null: another NSAID, or a product that is not known. */
function substanceOf(medicines, dose) {
  if (dose.medicine !== undefined) return medicines.find((one) => one.id === dose.medicine)?.contains ?? null;
  return SUBSTANCES.includes(dose.other) ? dose.other : null;
}

/** Something that no rule here knows: what it contains is anybody's guess. */
function isUnknown(medicines, dose) {
  return dose.other !== NSAID && substanceOf(medicines, dose) === null;
}

const paceOf = (medicine) => ({ gap: (medicine?.gap_hours ?? 0) * HOUR_S, after: medicine?.gap_hours_after ?? null });

const here = (medicines, region, substance) =>
  medicines.filter((one) => one.contains === substance && one.regions.includes(region));

/** The most of a substance from all products, where the region sets it apart from any one medicine; null: it does not. */
export function ceiling(medicines, region, substance) {
  const tops = here(medicines, region, substance).filter((one) => !one.dose_mg && one.most_mg_24h);
  return tops.length === 0 ? null : Math.min(...tops.map((one) => one.most_mg_24h));
}

/** The whole numbers of units from the least dose to the largest. */
function amountsOf({ dose_mg: [least, largest], unit_mg: unit }) {
  const first = Math.max(1, Math.ceil(least / unit));
  const count = Math.max(0, Math.floor(largest / unit) - first + 1);
  return Array.from({ length: count }, (_, at) => (first + at) * unit);
}

/** A medicine's limits under the ceilings of the region; null: no dose, or not every limit that goes with one. */
function labelOf(medicines, region, medicine) {
  const { dose_mg: dose, unit_mg: unit, gap_hours: gap, most_mg_24h: own, longest_days: days } = medicine;
  if (!dose || !unit || typeof gap !== "number" || typeof own !== "number" || typeof days !== "number") return null;
  const top = Math.min(own, ceiling(medicines, region, medicine.contains) ?? Infinity);
  const amounts = amountsOf(medicine);
  if (amounts.length === 0 || amounts[0] > top) return null;
  const fever = medicine.longest_days_fever;
  return { medicine, amounts, largest: dose[1], unit, pace: paceOf(medicine), most: top, longest: days * DAY_S, fever: typeof fever === "number" ? fever * DAY_S : null };
}

/** The labels of a region for a substance. */
export function labels(medicines, region, substance) {
  return here(medicines, region, substance).map((one) => labelOf(medicines, region, one)).filter((label) => label !== null);
}

/** All doses of a substance under whatever name, in the order of time, each with the pace of its own label. */
function pastOf(medicines, doses, substance) {
  const taken = doses.filter((dose) => substanceOf(medicines, dose) === substance).map((dose) => ({
    at: dose.at,
    mg: dose.amount_mg,
    dose,
    pace: paceOf(medicines.find((one) => one.id === dose.medicine)),
  }));
  return taken.sort((one, other) => one.at - other.at);
}

/** The sum over the 24 hours before an instant, the edge included. What is dated later counts too: a clock was set back. */
const usedAt = (past, at) => sum(past.filter((one) => one.at >= at - DAY_S).map((one) => one.mg));

/** The gap behind one dose: the longer of both paces, and longer still if so much was taken within that gap. */
function gapBehind(past, one, next) {
  const gap = Math.max(next.gap, one.pace.gap);
  const close = past.filter((other) => other.at <= one.at && one.at - other.at < Math.max(gap, 1));
  const together = sum(close.map((other) => other.mg));
  const longer = [next.after, one.pace.after].filter((after) => after && together >= after[0]);
  return most(longer.map(([, hours]) => hours * HOUR_S), gap);
}

/** When the gap of every dose has passed, for a next dose with this pace. Not only of the last: a longer one may stand before it. */
const restedAt = (past, next) => most(past.map((one) => one.at + gapBehind(past, one, next)), NEVER_S);

/** The first second from `from` on at which an amount leaves the sum at most so high; null: never. */
function roomAt(past, amount, top, from) {
  if (amount > top) return null;
  let used = usedAt(past, from);
  let then = from;
  for (const one of past.filter(({ at }) => at >= from - DAY_S)) {
    if (used <= top - amount) break;
    used -= one.mg;
    then = one.at + DAY_S + 1;
  }
  return then;
}

/** How long a run of use has lasted that a dose at this instant would go on with. */
function runAt(past, at) {
  const last = past.at(-1)?.at;
  if (last === undefined || at - last >= BREAK_S) return 0;
  let first = last;
  for (const one of past.slice().reverse()) {
    if (first - one.at >= BREAK_S) break;
    first = one.at;
  }
  return Math.max(at, last) - first;
}

/** Why a substance is ask-first whatever its limits say. */
function reasonsOf(medicines, doses, substance, answer, now) {
  const reasons = [];
  if (doses.some((dose) => isUnknown(medicines, dose))) reasons.push("unknown_product");
  if (answer === "some" || answer === "unsure") reasons.push("caution_holds");
  else if (answer !== "none") reasons.push("cautions_open");
  if (isNsaid(substance) && doses.some((dose) => dose.other === NSAID && dose.at >= now - DAY_S)) reasons.push("other_nsaid");
  return reasons;
}

/** The verdict of the limits, and the instant it speaks of. */
function schedule(past, label, now) {
  const room = roomAt(past, label.amounts[0], label.most, now);
  const rested = restedAt(past, label.pace);
  const free = Math.max(room, rested);
  const then = free <= now ? now : minuteUp(free);
  if (runAt(past, then) > label.longest) return [{ verdict: "ask_first", reasons: ["too_long"] }, now];
  const used = usedAt(past, then);
  const upTo = label.amounts.filter((mg) => used + mg <= label.most).at(-1);
  if (then === now) return [{ verdict: "allowed", up_to_mg: upTo }, then];
  return [{ verdict: "wait", until: then, up_to_mg: upTo, why: room > rested ? "day" : "gap" }, then];
}

/** What is shown for each medicine of a region, substance by substance; a substance without a label stands by itself. */
export function cards(medicines, region, doses, cautions, now) {
  return SUBSTANCES.flatMap((substance) => {
    const past = pastOf(medicines, doses, substance);
    const reasons = reasonsOf(medicines, doses, substance, cautions?.[substance], now);
    const last = past.at(-1);
    const shared = {
      contains: substance,
      used_mg: usedAt(past, now),
      last: last === undefined ? null : { amount_mg: last.mg, at: last.at },
    };
    const ask = { verdict: "ask_first", reasons };
    const found = labels(medicines, region, substance);
    if (found.length === 0) {
      const told = reasons.length > 0 ? ask : { verdict: "no_limits" };
      return [{ ...shared, medicine: null, most_mg: ceiling(medicines, region, substance), ask_for_fever: false, ...told }];
    }
    return found.map((label) => {
      const [told, then] = reasons.length > 0 ? [ask, now] : schedule(past, label, now);
      const fever = label.fever !== null && runAt(past, then) > label.fever;
      return { ...shared, medicine: label.medicine.id, most_mg: label.most, ask_for_fever: fever, ...told };
    });
  });
}

function twoNsaids(medicines, doses, dose, now) {
  const other = (one) => one.other === NSAID;
  const ours = (one) => isNsaid(substanceOf(medicines, one));
  const near = (one) => Math.abs(one.at - dose.at) <= DAY_S || one.at > now;
  return doses.filter(near).some((one) => (other(dose) && ours(one)) || (ours(dose) && other(one)));
}

/** The highest sum of any closed 24 hours with this dose in it. What is dated in the future counts as taken now. */
function highestSum(past, dose, now) {
  const latest = Math.max(now, dose.at);
  const taken = past.map((one) => ({ at: Math.min(one.at, latest), mg: one.mg }));
  const ends = taken.map((one) => one.at).filter((end) => end >= dose.at && end <= dose.at + DAY_S);
  return most(ends.map((end) => sum(taken.filter((one) => one.at >= end - DAY_S && one.at <= end).map((one) => one.mg))), 0);
}

/** Whether the dose comes too soon after one before it, or one behind it comes too soon after it. */
function tooClose(past, dose, own, now) {
  const place = past.findIndex((one) => one.dose === dose);
  const it = past[place];
  return past.some((other, at) => {
    if (at === place) return false;
    const [first, then, next] = at < place ? [other, it, own] : [it, other, other.pace];
    const gap = Math.max(gapBehind(past, first, next), own.gap);
    return then.at - first.at < gap || other.at > now;
  });
}

/** When waiting alone makes it right; null: it does not. */
function waitUntil(past, found, top, dose, now, warning) {
  const byTime = warning.over !== null || warning.too_soon_until !== null;
  const never = warning.large_mg !== null || warning.unit_mg !== null || warning.two_nsaids || warning.ask.length > 0;
  const room = top === null ? now : roomAt(past, dose.amount_mg, top, now);
  if (!byTime || never || room === null) return null;
  const free = most(found.map((label) => restedAt(past, label.pace)), room);
  const then = minuteUp(free);
  return free > now && found.every((label) => runAt(past, then) <= label.longest) ? then : null;
}

/** Holds a dose with a known substance against its labels. */
function weigh(medicines, region, doses, substance, dose, now, warning) {
  const medicine = medicines.find((one) => one.id === dose.medicine);
  const own = medicine && labelOf(medicines, region, medicine);
  const found = medicine ? [own].filter(Boolean) : labels(medicines, region, substance);
  const past = pastOf(medicines, doses, substance);
  // Of doses in one second the new one is the last.
  const withIt = pastOf(medicines, [...doses, dose], substance);
  const tops = [...found.map((label) => label.most), ceiling(medicines, region, substance)].filter((top) => top !== null);
  const top = tops.length === 0 ? null : Math.min(...tops);
  const total = highestSum(withIt, dose, now);
  if (top !== null && total > top) warning.over = { total_mg: total, most_mg: top };
  const soon = found.filter((label) => tooClose(withIt, dose, label.pace, now));
  if (soon.length > 0) warning.too_soon_until = minuteUp(most(soon.map((label) => restedAt(past, label.pace)), NEVER_S));
  const largest = most(found.map((label) => label.largest), NEVER_S);
  if (found.length > 0 && dose.amount_mg > largest) warning.large_mg = largest;
  if (own && dose.amount_mg % own.unit !== 0) warning.unit_mg = own.unit;
  if (found.some((label) => runAt(past, dose.at) > label.longest)) warning.ask.push("too_long");
  warning.wait_until = waitUntil(past, found, top, dose, now, warning);
}

/** What a dose about to be logged would do: { say: "fine" }, or what is to be said before it is saved. It is never refused. */
export function would(medicines, region, doses, cautions, dose, now) {
  const warning = { say: "warn", over: null, too_soon_until: null, large_mg: null, unit_mg: null, two_nsaids: twoNsaids(medicines, doses, dose, now), ask: [], wait_until: null };
  if (isUnknown(medicines, dose)) warning.ask.push("unknown_product");
  const substance = substanceOf(medicines, dose);
  if (substance !== null) {
    if (["some", "unsure"].includes(cautions?.[substance])) warning.ask.push("caution_holds");
    weigh(medicines, region, doses, substance, dose, now, warning);
  }
  const { over, too_soon_until: soon, large_mg: large, unit_mg: unit, two_nsaids: two, ask } = warning;
  const fine = over === null && soon === null && large === null && unit === null && !two && ask.length === 0;
  return fine ? { say: "fine" } : warning;
}
