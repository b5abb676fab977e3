// Findings at a level, as short phrases.
import { fill } from "../numbers.js";

/** A short phrase; a level that only "not sure" gives is said as such. `level` is its number. */
export function sign({ book, text }, { levels, signs }, level) {
  // For a level without a phrase, that of the next worse level.
  const phrase = text(signs.slice(level).find((one) => one !== null));
  return levels[level] === "unsure" ? fill(text(book.protocol.phrases.not_sure), { sign: phrase }) : phrase;
}

/** A shorter phrase for "come back if": the sign where the protocol has none. */
export const watch = (frame, finding, level) => (finding.watches[level] ? frame.text(finding.watches[level]) : sign(frame, finding, level));
