// Whole numbers as the server reads them: digits and nothing else, perhaps after a plus.

/** The largest place in a list that the server can hold. */
export const PLACE_MOST = 2n ** 64n - 1n;

/** The number, exact whatever its size; null when it is none, or not between `least` and `most`. */
export function whole(text, most, least = 0n) {
  if (!(least < 0n ? /^[+-]?[0-9]+$/ : /^\+?[0-9]+$/).test(text)) return null;
  const number = BigInt(text);
  if (number < least || number > most) return null;
  return Number.isSafeInteger(Number(number)) ? Number(number) : number;
}
