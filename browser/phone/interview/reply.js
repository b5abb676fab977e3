// What a reply to a screen means for the answers.
//
// A reply is one of { who }, { none_of_these }, { ticked: ticks }, { one_by_one }, { choice }, { number }, { unsure }, { skip }, { context }.
// A tick is { finding, line, chosen }: the place of an answer button, "unsure" or null. What cannot be taken is refused, with nothing changed:
// { refused: "not_here" }, "nothing_ticked", "none_and_ticked", or "number" with `again` of number.js.
import { UNSURE, isAlone } from "../../evaluate.js";
import { levelOfNumber, readNumber } from "../../number.js";
import { askedAlone, reading, shownOn } from "../interview.js";
import { levelKnown } from "./answers.js";
import { typed as typedSaid } from "./line.js";
import { ask, askAgain, know, passOver, settle } from "./settle.js";

/** Why a reply is not taken. */
export const [NOT_HERE, NOTHING_TICKED, NONE_AND_TICKED] = ["not_here", "nothing_ticked", "none_and_ticked"].map((refused) => ({ refused }));

/** Takes a reply to a stop; gives why it is refused, or null. */
export function reply(book, interview, stop, said) {
  const alone = askedAlone(stop);
  if (alone !== null) return replyAlone(book, interview, book.findings.get(alone), said);
  const { who, choose, list } = stop.screen.kind;
  if (who && "who" in said) return replyWho(book, interview, said.who);
  if (choose && "context" in said && stop.screen.kind.choices.some(({ value }) => value === String(said.context))) {
    know(interview, choose, said.context);
    return null;
  }
  if (choose && "unsure" in said) {
    passOver(interview, choose);
    return null;
  }
  return list ? replyList(book, interview, stop.screen, said) : NOT_HERE;
}

/** Keeps lines that were ticked when she went back before answering a checklist. What was not ticked stays open. */
export function keepTicks(book, interview, stop, ticks) {
  for (const id of shownOn(book, interview, stop.screen)) {
    const one = book.findings.get(id);
    const own = ticks.filter((tick) => tick.finding === id && tick.line < one.lines.length);
    if (own.length > 0) replyLines(interview, one, own);
  }
}

function replyWho(book, interview, who) {
  const { known } = interview.answers;
  if (who === "no_baby") know(interview, "baby", "none");
  else if (known.get("baby") === "none") known.delete("baby");
  interview.who = who;
  return null;
}

function replyList(book, interview, screen, said) {
  const shown = shownOn(book, interview, screen);
  if ("one_by_one" in said) {
    shown.forEach((id) => ask(interview, id));
    return null;
  }
  if (!("none_of_these" in said) && !("ticked" in said)) return NOT_HERE;
  const ticks = said.ticked ?? [];
  if ("ticked" in said && ticks.length === 0) return NOTHING_TICKED;
  const fits = ({ finding, line }) => shown.includes(finding) && line < book.findings.get(finding).lines.length;
  if (!ticks.every(fits)) return NOT_HERE;
  for (const id of shown) replyLines(interview, book.findings.get(id), ticks.filter(({ finding }) => finding === id));
  takeBackSilence(book, interview, shown.filter((id) => ticks.every(({ finding }) => finding !== id)));
  return null;
}

/** An empty line is no answer about a finding that, with the rest of the list, must be asked on its own. */
function takeBackSilence(book, interview, silent) {
  const read = reading(book, interview);
  silent.filter((id) => isAlone(book.rules, read, id)).forEach((id) => interview.answers.given.delete(id));
}

/** The lines of one finding: none ticked is its mildest level, several count as the worst of them. */
function replyLines(interview, one, ticks) {
  if (ticks.length === 0) {
    settle(interview, one.id, 0);
    return;
  }
  const levelAt = (level) => one.levels.indexOf(level);
  const chosen = ({ line, chosen: at }) => {
    if (at === "unsure") return [];
    const [found, said] = at === null ? [one.lines[line].level, { line }] : [one.choices[at]?.level ?? null, { choice: at }];
    return found === null ? [] : [{ level: levelAt(found), said }];
  };
  // Of two that are as bad the later one stands.
  const worst = ticks.flatMap(chosen).reduce((so_far, other) => (so_far === null || other.level >= so_far.level ? other : so_far), null);
  if (worst !== null) settle(interview, one.id, worst.level, worst.said);
  else if (ticks.some(({ chosen: at }) => at === "unsure")) unsure(interview, one);
  else if (levelKnown(interview.answers, one) === 0) ask(interview, one.id);
}

function replyAlone(book, interview, one, said) {
  if ("choice" in said) {
    const choice = one.choices[said.choice];
    if (choice === undefined) return NOT_HERE;
    settle(interview, one.id, one.levels.indexOf(choice.level), { choice: said.choice });
  } else if ("unsure" in said) {
    unsure(interview, one);
  } else if ("skip" in said && one.skip !== null) {
    settle(interview, one.id, UNSURE);
  } else {
    return "number" in said ? replyNumber(book, interview, one, said.number) : NOT_HERE;
  }
  return null;
}

/** The first "not sure" about a red flag is asked once more; only the second counts. */
function unsure(interview, one) {
  if (one.class === "red_flag" && !interview.once.has(one.id)) askAgain(interview, one.id);
  else settle(interview, one.id, UNSURE);
}

/** A typed number answers its finding, and a temperature every finding about the temperature of that patient. */
function replyNumber({ protocol }, interview, one, typed) {
  if (one.reading === null) return NOT_HERE;
  const number = readNumber(one.reading, typed);
  if (number.again) return { refused: "number", again: number };
  const said = typedSaid(typed);
  const levelIn = (other) => other.levels.indexOf(levelOfNumber(other, number));
  settle(interview, one.id, levelIn(one), said);
  const alike = (other) => other.id !== one.id && other.reading === "temperature" && other.subject === one.subject;
  for (const other of one.reading === "temperature" ? protocol.findings.filter(alike) : []) {
    const level = levelIn(other);
    if (level >= levelKnown(interview.answers, other)) settle(interview, other.id, level, level > 0 ? said : null);
  }
  return null;
}
