// A result as it is told: what was reached, why, what it could be, what to do, when to come back.
import { advicesOf, conditionsShown, told } from "../evaluate.js";
import { evaluated } from "./interview.js";

/** Who is sent somewhere today or sooner, by the numbers of the levels. */
export const [SAME_DAY, URGENT_CALL_NOW, EMERGENCY_NOW] = [4, 5, 6];

/** The whole result. What each patient is told is { level (null while incomplete), days, reasons, also }, the last two as rules. */
export function explain(book, interview) {
  const one = evaluated(book, interview);
  const { rules } = book;
  const chosen = (list, ids) => list.filter(({ id }) => ids.includes(id));
  return {
    read: one, headline: one.headline, interim: !one.complete && one.headline !== null, unanswered: one.unanswered.map(({ id }) => book.findings.get(id)),
    parent: told(one, one.parent, "parent"), baby: one.baby && told(one, one.baby, "baby"),
    // Someone else watches her baby, and nothing was reported: "nothing found" would say too much.
    silentBaby: one.hasBaby && !one.babyAsked && one.baby.level === 0,
    reasons: one.fired.filter(({ level }) => level === one.headline),
    conditions: conditionsShown(one).map(({ id }) => book.conditions.get(id)), plan: one.plan, comeBackIf: one.comeBackIf,
    raised: rules.raises.filter(({ finding }) => one.raised.some((raised) => raised.finding === finding)),
    notices: chosen(rules.notices, one.notices), contradictions: chosen(rules.contradictions, one.contradictions),
    advices: chosen(book.protocol.advices, advicesOf(rules, one)), holds: chosen(rules.holds, one.holds),
  };
}

/** What each patient is told, with the parent first. */
export const patients = ({ parent, baby }) => [parent, baby].filter((told) => told !== null);

/** The findings, with their levels, that make some tests hold: what a reason may name. */
export function because(book, read, tests) {
  const found = new Map();
  gather(book, read, tests, found);
  return [...found].map(([finding, level]) => ({ finding, level }));
}

function gather(book, read, tests, found) {
  const { terms, counts } = book.protocol;
  const holds = (test) => book.rules.passes(read.row, test);
  for (const test of tests) {
    if ("count" in test) {
      const signs = counts.find(({ id }) => id === test.count).of.filter(holds);
      gather(book, read, signs, found);
    } else if ("term" in test) {
      const ways = terms.find(({ id }) => id === test.term).when.filter((way) => way.every(holds));
      ways.forEach((way) => gather(book, read, way, found));
    } else if ("finding" in test && "at_least" in test && holds(test) && !found.has(test.finding)) {
      found.set(test.finding, levelAt(book, read, test.finding));
    }
  }
}

/** The level that a finding counts as. */
export const levelAt = ({ rules }, { row }, finding) => row[rules.byId.get(finding).place];
