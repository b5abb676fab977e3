// Seconds since 1970 as the server counts them: whole numbers of 64 bits, which stop at their ends instead of turning over.
import { whole } from "./whole.js";

const [LEAST, MOST] = [-(2n ** 63n), 2n ** 63n - 1n];

/** The number of a word; null for anything else. */
export function instantOf(word) {
  const at_s = whole(word, MOST, LEAST);
  return at_s === null ? null : BigInt(at_s);
}

const held = (at_s) => (at_s < LEAST ? LEAST : at_s > MOST ? MOST : at_s);

/** So many seconds later. */
export const later = (at_s, span_s) => held(at_s + BigInt(span_s));

/** From one to another; below nothing where it went back. */
export const since = (at_s, now_s) => held(now_s - at_s);

/** The words of a line, parted as forms part them. */
export const wordsOf = (line) => line.split(/[ \t\n\f\r]+/).filter((word) => word !== "");
