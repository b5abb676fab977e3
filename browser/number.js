// One way to read a number that a person typed, exactly, with its unit; what is ambiguous or absurd is asked again, never guessed. The same
// reading as on the server, held against it at every threshold. Numbers are whole millionths, far below 2^53: nothing is ever rounded, so
// 37.9999 is not 38.

const MILLION = 1_000_000;
/** Digits with at most one point or comma; so few that whole numbers stay exact. */
const WRITTEN = /^([0-9]{1,9})(?:[.,]([0-9]{1,6}))?$/;
/** What the server takes for a blank. */
const BLANKS = /\p{White_Space}+/gu;
const AROUND = /^\p{White_Space}+|\p{White_Space}+$/gu;

const CELSIUS = { unit: "celsius", least: 30 * MILLION, most: 45 * MILLION, edges: ["30 °C", "45 °C"], sign: "°C" };
const FAHRENHEIT = { unit: "fahrenheit", least: 85 * MILLION, most: 115 * MILLION, edges: ["85 °F", "115 °F"], sign: "°F" };

/** Words and nothing else: not what every object knows. */
const only = (words) => Object.assign(Object.create(null), words);

/** What may stand behind a number of each kind, and how many of the kind's own unit one of it is. */
const WORDS = {
  temperature: only({ c: 1, celsius: 1, f: 1, fahrenheit: 1 }),
  per_minute: only({ bpm: 1, "/min": 1, aminute: 1, perminute: 1, min: 1 }),
  scale: only({ "/10": 1, of10: 1, outof10: 1 }),
  hours: only({ h: 1, hour: 1, hours: 1, hrs: 1, d: 24, day: 24, days: 24 }),
  days: only({ d: 1, day: 1, days: 1, w: 7, week: 7, weeks: 7 }),
  percent: only({ "%": 1, percent: 1 }),
  count: only({}),
};

/** What can be: from, to, and whether only whole numbers make sense. */
const RANGES = {
  per_minute: [1, 300, true],
  scale: [0, 10, true],
  hours: [0, 8760, false],
  days: [0, 1000, false],
  percent: [0, 40, false],
  count: [0, 50, true],
};

const fits = (number, { least, most }) => number >= least && number <= most;
const tenth = (number) => (number - (number % 10)) / 10;

function millionths(written) {
  const parts = WRITTEN.exec(written);
  return parts === null ? null : Number(parts[1]) * MILLION + Number((parts[2] ?? "0").padEnd(6, "0"));
}

/** A slip of the point (`380` for `38.0`) or of the unit, to be offered as a question. */
function meant(number) {
  for (const value of [number, tenth(number), tenth(tenth(number))]) {
    const scale = [CELSIUS, FAHRENHEIT].find((one) => fits(value, one));
    if (scale !== undefined) return `${Math.floor(value / MILLION)}.${Math.floor((value % MILLION) / (MILLION / 10))} ${scale.sign}`;
  }
  return null;
}

/** A number without a unit is in the one that it fits. */
function temperature(number, word) {
  const given = { c: [CELSIUS], f: [FAHRENHEIT] }[word.slice(0, 1)] ?? [CELSIUS, FAHRENHEIT];
  const scale = given.find((one) => fits(number, one));
  if (scale !== undefined) return { millionths: number, unit: scale.unit };
  return { again: "outside", least: given[0].edges[0], meant: meant(number), most: given[0].edges[1] };
}

/**
 * Reads what was typed for a kind of number: { millionths, unit }, or { again } with what is wrong. A temperature has a unit,
 * `celsius` or `fahrenheit`; for any other kind it is null, and hours and days have been made one.
 */
export function readNumber(kind, typed) {
  const [, written, rest] = /^([0-9.,]*)(.*)$/su.exec(typed.replace(AROUND, ""));
  const word = rest.replace(BLANKS, "").replace(/[°º.]/gu, "").toLowerCase();
  const number = millionths(written);
  if (number === null) return { again: "not_a_number" };
  const times = word === "" ? 1 : WORDS[kind][word];
  if (times === undefined) return { again: "unit" };
  if (kind === "temperature") return temperature(number, word);
  const [least, most, whole] = RANGES[kind];
  if (!fits(number * times, { least: least * MILLION, most: most * MILLION })) return { again: "outside", least: String(least), meant: null, most: String(most) };
  return whole && number % MILLION !== 0 ? { again: "not_whole" } : { millionths: number * times, unit: null };
}

/** Whether a number passes a threshold: °F are compared as ninths, not converted and rounded. */
function passes({ millionths: number, unit }, cut) {
  const [left, right] = unit === FAHRENHEIT.unit ? [(number - 32 * MILLION) * 5, cut.millionths * 9] : [number, cut.millionths];
  if (cut.compare === "under") return left < right;
  return cut.compare === "over" ? left > right : left >= right;
}

/** The level that a number means for a finding of the protocol: the worst whose threshold it passes, or the mildest. */
export function levelOfNumber({ levels, cuts }, number) {
  return levels[cuts.filter((cut) => passes(number, cut)).reduce((worst, cut) => Math.max(worst, levels.indexOf(cut.level)), 0)];
}
