// What has been answered: a level or "not sure" for each finding, and what is known of the context.
import { NOTHING, UNSURE, isSaidThere } from "../../evaluate.js";
import { whole } from "../whole.js";

/** Nothing yet. `given`: the number of a level, or UNSURE, by the id of its finding; `known`: a word or a number, by the id of its item. */
export const noAnswers = () => ({ given: new Map(), known: new Map() });

/** A word or number of an item of context as it is written, if it is allowed; else undefined. */
export function value({ context }, item, written) {
  const { values, over, min, max } = context.get(item) ?? {};
  if (values !== undefined) return values.includes(written) ? written : undefined;
  if (over === written) return over;
  const number = whole(written, BigInt(max), BigInt(min));
  return number ?? undefined;
}

/** The level that an answer to this finding counts as; the mildest while unanswered. */
export function levelKnown({ given }, { id, levels, unsure }) {
  const level = given.get(id) ?? 0;
  return level === UNSURE ? levels.indexOf(unsure) : level;
}

/** Whether there is a baby to ask about and to speak of. */
export const hasBaby = ({ protocol }, { known }) => !isSaidThere(known, protocol.baby_absent);

/** How texts speak to whoever answers. */
export const voice = (book, answers) => ({ toParent: (answers.known.get("audience") ?? "parent") === "parent", baby: hasBaby(book, answers) });

/** The answers by the place of each finding, as they are evaluated. */
export const placed = ({ protocol }, { given, known }) => ({ given: protocol.findings.map(({ id }) => given.get(id) ?? NOTHING), known });
