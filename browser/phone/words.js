// The words of the pages, spoken to one reader. A message is a text, or a list of texts, names of values and choices by the value of one.

import { hold } from "./direction.js";

/** Marks the place of a value that the page itself draws. */
const GAP = "\u0001";
const isWhole = (value) => /^-?(0|[1-9]\d*)$/.test(value);

/** Speaks in one voice: to the parent or about her, with a baby to speak of or without. */
export function speaker({ words, language, direction }, { toParent, baby }) {
  const plurals = new Intl.PluralRules(language);
  const own = { person: toParent ? "parent" : "other", baby: baby ? "yes" : "no" };

  /** A whole number is met by itself or by its plural form, a word by itself. */
  function choose({ by, cases, other }, values) {
    const value = values[by];
    return cases[value] ?? (isWhole(value) ? cases[plurals.select(Number(value))] : undefined) ?? cases[other];
  }

  function fill(message, values) {
    if (typeof message === "string") return message;
    return message.map((part) => {
      if (typeof part === "string") return part;
      return "by" in part ? fill(choose(part, values), values) : values[part.name];
    }).join("");
  }

  /** A message with named values; an unknown id is shown as itself. */
  const say = (id, values = {}) => {
    const texts = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
    if (!(id in words)) return id;
    const said = fill(words[id], { ...own, ...texts });
    return direction === "rtl" ? hold(said) : said;
  };
  /** The words before and after a value that the page draws itself. */
  const around = (id, name) => {
    const [before, after = ""] = say(id, { [name]: GAP }).split(GAP);
    return [before, after];
  };
  return { say, around, count: (id, count) => say(id, { count }) };
}
