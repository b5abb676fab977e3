// What travels with a visitor through the relief pages, in hidden fields: her answers, what was said at a door, what was done. Nothing of it is kept here.
import { isUnlocked } from "./for_her.js";
import { VOICE, framed } from "./frame.js";
import { instantOf, wordsOf } from "./instant.js";
import { evaluated, region, voice } from "./interview.js";
import { read as readLine, write as writeLine } from "./interview/line.js";
import { whole } from "./whole.js";

/** The most sessions that are looked at: more than any day allows. */
const MOST_DONE = 40;
const SIDES = ["left", "right"];
const HIGHEST_SCORE = 10n;

/** One breast; null for anything else. */
export const sideNamed = (id) => (SIDES.includes(id) ? id : null);

/**
 * What came with a request: { interview, read, done, pass, chosen, side, before }, each null (or empty) where it did not come. `read` is what follows
 * from the answers. Null for answers of another version, or broken ones. Anything else that cannot be read is left out: it opens nothing.
 */
export function carriedBy(book, fields) {
  const field = (name) => fields.find(([key]) => key === name)?.[1] ?? null;
  const line = field("kept") ?? "";
  const interview = line === "" ? null : readLine(book, line);
  if (interview === null && line !== "") return null;
  return {
    ...answered(book, interview),
    done: readDone(field("done") ?? ""),
    pass: readPass(field("pass") ?? ""),
    chosen: field("chosen"),
    side: sideNamed(field("side")),
    before: scoreOf(field("before") ?? ""),
  };
}

/** Answers with what follows from them. */
export const answered = (book, interview) => ({ interview, read: interview === null ? null : evaluated(book, interview) });

/** The hidden fields that carry all of it on. */
export function fieldsOf(book, { interview, done, pass, chosen, side, before }) {
  const fields = [
    ["kept", interview && writeLine(book, interview)],
    ["done", done.length === 0 ? null : done.map(({ code, at_s }) => `${code}@${at_s}`).join(" ")],
    ["pass", pass && writePass(pass)],
    ["chosen", chosen],
    ["side", side],
    ["before", before],
  ];
  return fields.filter(([, value]) => value !== null).map(([name, value]) => [name, String(value)]);
}

/** The same for a page that leads elsewhere: her answers and what was done, without what belongs to one session. */
export const onward = (carried) => ({ ...carried, pass: null, chosen: null, side: null, before: null });

/** When the oldest of her answers was given; null: nobody looked at a clock. */
export const answeredAt = ({ interview }) => ((interview?.began_s ?? null) === null ? null : BigInt(interview.began_s));

/** What she brings to the door of a session. */
export function visitOf(book, carried, session, now_s) {
  const { read, pass, done, chosen } = carried;
  return {
    read, answered_s: answeredAt(carried), pass, done, chosen: chosen !== null && wordsOf(chosen).includes(session.mark),
    unlocked: isUnlocked(book, session, now_s),
  };
}

/** How pages speak to her. */
export const voiceOf = (book, { interview }) => (interview === null ? VOICE : voice(book, interview));

/** The frame of a page for her. */
export const frameOf = (book, visitor, carried) => framed(book, visitor, voiceOf(book, carried), carried.interview === null ? undefined : region(carried.interview));

/** A pain score as typed; null for anything else. */
export const scoreOf = (typed) => whole(typed, HIGHEST_SCORE);

/** `S-A@1732600000 S-E@1732603600` */
function readDone(line) {
  const one = (word) => {
    const at = word.indexOf("@");
    const at_s = at < 0 ? null : instantOf(word.slice(at + 1));
    return at_s === null ? [] : [{ code: word.slice(0, at), at_s }];
  };
  return wordsOf(line).flatMap(one).slice(0, MOST_DONE);
}

/** `1732600000 none old`: when, what was said to the list, what was said of her age; `-` where it was not asked. */
function readPass(line) {
  const [when, list, age] = wordsOf(line);
  const at_s = instantOf(when ?? "");
  const said = (word, yes, no) => (word === yes ? true : word === no ? false : null);
  return at_s === null ? null : { at_s, none_of_these: said(list, "none", "some"), old_enough: said(age, "old", "young") };
}

function writePass({ at_s, none_of_these, old_enough }) {
  const word = (said, yes, no) => (said === null ? "-" : said ? yes : no);
  return `${at_s} ${word(none_of_these, "none", "some")} ${word(old_enough, "old", "young")}`;
}
