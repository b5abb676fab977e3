// An interview as one line of text, for a hidden field of a form. Ids, not numbers, so that it can be read and an old one be refused.
import { UNSURE } from "../../evaluate.js";
import { PLACE_MOST, whole } from "../whole.js";
import { noAnswers, value as valueOf } from "./answers.js";
import { ask, askAgain, know, passOver, settle } from "./settle.js";

/** The longest line that is read. */
const LONGEST_BYTES = 16_384;
/** The longest number that is kept as it was typed. */
const LONGEST_TYPED = 20;
const SECONDS_MOST = 2n ** 63n - 1n;
const SHOWN_MOST = 2n;
const BLANKS = /\p{White_Space}+/u;
/** "Not sure", which no level is called. */
const NOT_SURE = "unsure?";

/** Who can worry her, in the order in which they are shown. */
export const WHO = ["parent", "baby", "both", "no_baby"];

/**
 * An interview under way: who worries her, what has been answered, what was answered "not sure" once, what was ticked without a level or is
 * to be asked one by one, items of context that were passed over, how answers were given ({ line }, { choice } or { number }), how many
 * patients' emergencies have been shown in mid-check, and when the first answer was given, where somebody looked at a clock.
 */
export const begin = () => ({ who: null, answers: noAnswers(), once: new Set(), ticked: new Set(), passed: new Set(), said: new Map(), shown: 0, began_s: null });

/** How a number was typed, without what would not survive being written on a line. */
export function typed(text) {
  // Blanks come last: a mark taken out, or the end cut off, must not leave one that the next reading takes away.
  const words = text.replace(/[;@=]/g, "").split(BLANKS).filter((word) => word !== "");
  return { number: [...words.join(" ")].slice(0, LONGEST_TYPED).join("").replace(/\p{White_Space}+$/u, "") };
}

/** Writes an interview. */
export function write({ protocol }, { who, answers, once, ticked, passed, said, shown, began_s }) {
  const context = ({ id }) => {
    if (answers.known.has(id)) return [`c.${id}=${answers.known.get(id)}`];
    return passed.has(id) ? [`c.${id}=?`] : [];
  };
  const finding = ({ id, levels }) => {
    const given = answers.given.get(id);
    if (given === UNSURE) return [`f.${id}=${NOT_SURE}`];
    if (given !== undefined) return [`f.${id}=${levels[given]}${writeSaid(said.get(id))}`];
    if (once.has(id)) return [`u.${id}`];
    return ticked.has(id) ? [`t.${id}`] : [];
  };
  return [
    ...(who === null ? [] : [`who=${who}`]), ...(shown > 0 ? [`shown=${shown}`] : []), ...(began_s === null ? [] : [`began=${began_s}`]),
    ...protocol.context.flatMap(context), ...protocol.findings.flatMap(finding),
  ].join(";");
}

/** Reads an interview; null when a part of it does not belong to this protocol. */
export function read(book, line) {
  if (new TextEncoder().encode(line).length > LONGEST_BYTES) return null;
  const interview = begin();
  const parts = line.split(";").filter((part) => part !== "");
  return parts.every((part) => take(book, interview, part)) ? interview : null;
}

/** The text before and after the first mark; without one, all of it and what else is said. */
export function splitOnce(text, mark, without = null) {
  const at = text.indexOf(mark);
  return at < 0 ? [text, without] : [text.slice(0, at), text.slice(at + mark.length)];
}

/** Takes one part as a reply would be taken: of two parts about one thing the later stands, and nothing is left of the earlier. */
function take(book, interview, part) {
  const [key, value] = splitOnce(part, "=", "");
  const [kind, id] = splitOnce(key, ".");
  if (id === null) return takeHead(interview, kind, value);
  if (kind === "c" && book.context.has(id)) return takeContext(book, interview, id, value);
  const finding = book.findings.get(id);
  if (finding === undefined) return false;
  if (kind === "u") askAgain(interview, id);
  else if (kind === "t") ask(interview, id);
  else return kind === "f" && takeFinding(interview, finding, value);
  return true;
}

/** Reads what the whole interview knows once. */
function takeHead(interview, key, value) {
  const found = {
    who: () => WHO.find((who) => who === value),
    began: () => whole(value, SECONDS_MOST, -SECONDS_MOST - 1n),
    shown: () => whole(value, SHOWN_MOST),
  };
  const own = Object.hasOwn(found, key) ? found[key]() ?? null : null;
  if (own === null) return false;
  interview[key === "began" ? "began_s" : key] = own;
  return true;
}

function takeContext(book, interview, item, written) {
  if (written === "?") {
    passOver(interview, item);
    return true;
  }
  const value = valueOf(book, item, written);
  if (value === undefined) return false;
  know(interview, item, value);
  return true;
}

function takeFinding(interview, { id, levels }, written) {
  if (written === NOT_SURE) {
    settle(interview, id, UNSURE);
    return true;
  }
  const [name, how] = splitOnce(written, "@");
  const level = levels.indexOf(name);
  const said = how === null ? null : readSaid(how);
  if (level < 0 || (how !== null && said === null)) return false;
  settle(interview, id, level, said);
  return true;
}

function writeSaid(said) {
  if (said === undefined) return "";
  if ("line" in said) return `@l${said.line}`;
  return "choice" in said ? `@c${said.choice}` : `@n${said.number}`;
}

/** How an answer was given; null when it is not understood. */
function readSaid(said) {
  const [kind, rest] = [said.slice(0, 1), said.slice(1)];
  if (kind === "n") return typed(rest);
  const place = whole(rest, PLACE_MOST);
  if (place === null || (kind !== "l" && kind !== "c")) return null;
  return kind === "l" ? { line: place } : { choice: place };
}
