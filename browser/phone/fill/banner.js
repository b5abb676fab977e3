// Banners: the urgency of each patient across the page.
import { deadline } from "../deadline.js";
import { EMERGENCY_NOW, SAME_DAY, explain, patients } from "../explain.js";
import { saidOfRaise } from "../for_her.js";
import { daysOf, fill, numbers, onlyCrisis } from "../numbers.js";

/** A protocol's text with `$time` still in it, and the instant. Without an instant the name is left out. */
function timed(text, when) {
  const at = text.indexOf("$time");
  return at < 0 ? { before: text, when: null, after: "" } : { before: text.slice(0, at), when, after: text.slice(at + "$time".length) };
}

/** All of a sentence as plain words. */
export const plain = ({ before, when, after }) => `${before}${when?.words ?? ""}${after}`;

/** One banner for each patient, the worse first: { level, whose, head, act (a sentence), say, soFar, raised }. */
export function banners(frame, explained, now_s) {
  const { parent, baby, silentBaby, headline } = explained;
  const two = baby !== null && !silentBaby;
  const told = patients({ parent, baby: two ? baby : null });
  // In an emergency nothing may stand beside the call; what is open is listed below.
  const shown = headline === EMERGENCY_NOW ? told.filter(({ level }) => level !== null) : told;
  const worse = (one) => one.level ?? -1;
  return [...shown].sort((one, other) => worse(other) - worse(one)).map((one) => banner(frame, explained, {
    told: one, now_s, whose: two ? frame.words.say(one === baby ? "whose-baby" : "whose-parent") : null,
  }));
}

/** What has been reached, where someone must see her today or sooner. */
export const reached = (frame, interview, now_s) => banners(frame, explain(frame.book, interview), now_s).filter(({ level }) => level >= SAME_DAY);

export function banner(frame, { unanswered, interim }, { told, now_s, whose }) {
  const { book, words } = frame;
  const said = book.urgencies.get(told.level);
  if (said === undefined) {
    return { level: null, whose, head: words.say("unfinished-head"), act: timed(words.count("unfinished-act", unanswered.length), null), say: "", soFar: false, raised: [] };
  }
  const { emergency, urgent, crisis } = numbers(frame);
  const crisisFirst = onlyCrisis(told) && told.level < EMERGENCY_NOW;
  const values = { days: daysOf(words, told.days), emergency, urgent: crisisFirst ? crisis : urgent, crisis };
  const text = (one) => fill(frame.text(one), values);
  const when = deadline(words, now_s, said.deadline, told.days);
  return { level: told.level, whose, head: text(said.head), act: timed(text(said.act), when), say: text(said.say).replaceAll("$time", () => when?.words ?? ""), soFar: interim, raised: raised(frame, told) };
}

/** Who raised it for her, where nothing else says that it is so urgent. */
function raised(frame, { reasons }) {
  const said = reasons.map((rule) => saidOfRaise(frame, rule));
  return said.includes(null) ? [] : said.filter((one, at) => one !== said[at - 1]);
}
