/** Invented people who take painkillers, the same ones on every run. */

/** Small numbers from a seed (mulberry32): the same on every machine. */
function random(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

const REGIONS = ['US', 'UK', 'IE', 'AU', 'CA', 'other'];
const ANSWERS = ['none', 'none', 'none', 'none', 'none', 'some', 'unsure', undefined];
const AMOUNTS_MG = [60, 200, 325, 380, 400, 500, 650, 1000];
const HOUR_S = 3600;
const DAY_S = 24 * HOUR_S;

/** A Monday night, UTC. */
const NIGHT_S = 1_795_403_540;

/** When a dose may have been: on the hour, on the very edge of a day, in one second, days back, in the future. */
function when(pick, now, before) {
  switch (pick(8)) {
    case 0: return now - DAY_S + pick(3) - 1;
    case 1: return before ?? now - pick(30) * HOUR_S;
    case 2: return now - pick(14 * DAY_S);
    case 3: return now + pick(30 * HOUR_S);
    case 4: return now - pick(30 * HOUR_S);
    default: return now - pick(31) * HOUR_S;
  }
}

function dose(pick, medicines, at) {
  if (pick(12) === 0) return { other: 'nsaid', at };
  if (pick(5) === 0) return { other: ['ibuprofen', 'paracetamol'][pick(2)], amount_mg: AMOUNTS_MG[pick(AMOUNTS_MG.length)], at };
  const medicine = medicines[pick(medicines.length)];
  const amount = pick(8) === 0 ? AMOUNTS_MG[pick(AMOUNTS_MG.length)] : medicine.unit_mg * (1 + pick(3));
  return { medicine: medicine.id, amount_mg: amount, at };
}

/** A run of use, every so many hours back from now. */
function run(pick, medicines, now) {
  const every = 6 + pick(54);
  const count = Math.floor((pick(13 * 24) + 1) / every);
  const medicine = medicines[pick(medicines.length)];
  return Array.from({ length: count }, (_, at) => ({ medicine: medicine.id, amount_mg: medicine.unit_mg, at: now - (at + 1) * every * HOUR_S }));
}

/** So many cases, each with a dose about to be logged. */
export function doseCases(all, count, seed = 4646) {
  const pick = random(seed);
  const dosed = all.filter((medicine) => medicine.dose_mg !== null);
  return Array.from({ length: count }, (_, id) => {
    const region = REGIONS[pick(REGIONS.length)];
    const here = dosed.filter((medicine) => medicine.regions.includes(region));
    const shelf = here.length > 0 && pick(5) > 0 ? here : dosed;
    const now = NIGHT_S + pick(DAY_S);
    const doses = pick(5) === 0 ? run(pick, shelf, now) : [];
    for (let left = pick(9); left > 0; left -= 1) {
      doses.push(dose(pick, shelf, when(pick, now, doses[doses.length - 1]?.at)));
    }
    const at = pick(3) === 0 ? when(pick, now) : now;
    const cautions = { ibuprofen: ANSWERS[pick(ANSWERS.length)], paracetamol: ANSWERS[pick(ANSWERS.length)] };
    return { id, region, now, cautions, doses, dose: dose(pick, shelf, at) };
  });
}
