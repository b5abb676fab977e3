// Writes answers by the ids of the protocol, and only ever upwards. The same as on the server, and held against it.
import { UNSURE } from "../evaluate.js";
import { levelOfNumber, readNumber } from "../number.js";

/** Answers under way: `known`: { answers: { given, known }, said }, as an interview has them. */
export function sayer(book) {
  const [given, known, said] = [new Map(), new Map(), new Map()];
  const levelOf = ({ id, levels, unsure }) => (given.get(id) === UNSURE ? levels.indexOf(unsure) : (given.get(id) ?? 0));

  function raise(finding, level) {
    if (level <= levelOf(finding)) return false;
    given.set(finding.id, level);
    said.delete(finding.id);
    return true;
  }

  /** At least the level of a number. */
  function number(id, read, typed = null) {
    const finding = book.findings.get(id);
    if (finding && raise(finding, finding.levels.indexOf(levelOfNumber(finding, read))) && typed !== null) said.set(id, { number: typed });
  }

  /** At least the level of what was typed, read as a check reads it: what would be asked again says nothing. */
  function typed(id, text) {
    const kind = book.findings.get(id)?.reading;
    const read = kind ? readNumber(kind, text) : { again: "unit" };
    if (read.again === undefined) number(id, read, text);
  }

  return {
    known: { answers: { given, known }, said },
    number,
    typed,

    /** A word of the context; one that the protocol does not know is not known. */
    know(item, word) {
      if (book.context.get(item)?.values?.includes(word)) known.set(item, word);
    },

    /** A number of the context; what is more than the largest is "over" where there is such a word, else the largest. */
    knowNumber(item, value) {
      const one = book.context.get(item);
      if (one?.max !== undefined) known.set(item, value <= one.max ? value : (one.over ?? one.max));
    },

    /** At least this level. */
    atLeast(id, level) {
      const finding = book.findings.get(id);
      const at = finding?.levels.indexOf(level) ?? -1;
      if (at >= 0) raise(finding, at);
    },

    /** Something is there, and nobody said which level: not sure, unless worse is known. */
    atLeastUnsure(id) {
      const finding = book.findings.get(id);
      if (finding && levelOf(finding) < finding.levels.indexOf(finding.unsure)) given.set(id, UNSURE);
    },

    /** At least the level of a temperature. */
    temperature(id, { value, unit }) {
      const sign = { c: "C", f: "F" }[unit];
      if (sign !== undefined) typed(id, `${value.replace(AROUND, "")} ${sign}`);
    },
  };
}

/** What the server takes for a blank. */
const AROUND = /^\p{White_Space}+|\p{White_Space}+$/gu;
