// A value and its unit, as they were typed, read exactly as the server reads them. Pure. An amount: { value: "3,5", unit: "fl_oz" }.

/** What is longer is not a number of ours. */
const LONGEST = 12;
const TYPED = /^(-?)([0-9]*)(?:[.,]([0-9]*))?$/;
/** What the server takes for a blank. */
const AROUND = /^\p{White_Space}+|\p{White_Space}+$/gu;
const MILLI = 1_000n;
const OUNCES = 16n;
/** Millionths of a gram in a pound: exact by definition. */
const POUND_UG = 453_592_370n;
const MILLION = 1_000_000n;

const trim = (text) => text.replace(AROUND, "");

/** Thousandths of a typed decimal; comma and point are one. Further digits are cut: no household scale has them. */
function thousandths(typed) {
  const [, sign, whole, part = ""] = TYPED.exec(trim(typed)) ?? [];
  if (whole === undefined || whole + part === "") return null;
  const length = trim(typed).length - sign.length;
  return length > LONGEST ? null : BigInt(`${sign}1`) * BigInt(whole + part.padEnd(3, "0").slice(0, 3));
}

/** Pounds and ounces with a blank between: `7 4.5`. */
function poundsAndOunces(typed) {
  const text = trim(typed);
  const blank = text.indexOf(" ");
  if (blank < 0) return null;
  const [pounds, ounces] = [thousandths(text.slice(0, blank)), thousandths(text.slice(blank + 1))];
  return pounds === null || ounces === null ? null : pounds * OUNCES + ounces;
}

/** How each unit is read, and its thousandths in those of the base unit: a fraction. */
const plain = { read: thousandths, to: (number) => [number, 1n] };
const times = (num, den, read = thousandths) => ({ read, to: (number) => [number * num, den] });
const UNITS = Object.assign(Object.create(null), {
  ml: plain,
  fl_oz: times(295_735_295_625n, 10_000_000_000n),
  g: plain,
  kg: times(MILLI, 1n),
  lb: times(POUND_UG, MILLION),
  lb_oz: times(POUND_UG, OUNCES * MILLION, poundsAndOunces),
  cm: plain,
  in: times(254n, 100n),
  c: plain,
  f: { read: thousandths, to: (number) => [(number - 32n * MILLI) * 5n, 9n] },
  mg: plain,
  piece: plain,
});

/**
 * The value in thousandths of its measure's base unit (microlitres, milligrams, ...), rounded half away from zero.
 * @param {{ value: string, unit: string }} amount
 * @returns {bigint | null} null when what was typed is no number: it is kept and shown as typed, and counts in no sum
 */
export function milli(amount) {
  const exact = exactMilli(amount);
  if (exact === null) return null;
  const [scaled, den] = exact;
  const half = den / 2n;
  return (scaled + (scaled < 0n ? -half : half)) / den;
}

/** The same, not rounded: a fraction as [over, under]. */
export function exactMilli({ value, unit }) {
  // A unit that only a newer version knows counts in no sum either.
  const number = UNITS[unit]?.read(value) ?? null;
  return number === null ? null : UNITS[unit].to(number);
}
