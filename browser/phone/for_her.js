// What a clinician has set for whoever is signed in on this phone, as its pages count with it: the book with her rules. As on the server. Pure.
import { prepare } from "../evaluate.js";

/** "Within days" names a number of days, which a raise does not: it counts as the next level. */
const [WITHIN_DAYS, WITHIN_24H, HIGHEST] = [2, 3, 6];

/** What a rule of a level counts as with a raise: never less. */
const over = (level, to) => (to <= level ? level : to === WITHIN_DAYS ? WITHIN_24H : Math.min(to, HIGHEST));

/** Of several raises of a rule the highest, of those the newest: who is named. */
const first = (set, id) => set.filter(({ what, rule }) => what === "raise" && rule === id)
  .reduce((best, one) => (best === null || one.to > best.to || (one.to === best.to && one.made_ms >= best.made_ms) ? one : best), null);

function raised(rule, set) {
  const by = first(set, rule.id);
  const level = by === null ? rule.level : over(rule.level, by.to);
  return level === rule.level ? rule : { ...rule, level, days: null, raised: by };
}

/**
 * The book as it is for her. `hers`: { name, set }, where `set` is what the server says of it: { what: "raise", rule, to } or
 * { what: "unlock", session, card }, with by_name, made_ms, at (in words), until_ms (null: until it is withdrawn); null: nobody is signed in.
 */
export function forHer(book, hers) {
  if (hers === null || hers.set.length === 0) return book;
  const rules = book.protocol.rules.map((rule) => raised(rule, hers.set));
  const protocol = { ...book.protocol, rules };
  const isRaised = rules.some((rule, at) => rule !== book.protocol.rules[at]);
  return { ...book, ...(isRaised && { protocol, rules: prepare(protocol) }), hers, everybodys: book };
}

/** The same book as it is for everybody. */
export const forEverybody = (book) => book.everybodys ?? book;

const said = ({ book: { hers }, words }, id, { by_name, at }) => words.say(id, { by: by_name, name: hers.name, at });

/** Who raised a rule for her, and when; null: it counts as for everybody. */
export const saidOfRaise = (frame, { raised: by }) => (by ? said(frame, "for-her-raised", by) : null);

/** Who unlocked a session: only after the text of the card that stands there now, and only until it ends; null: nobody. */
function unlockOf({ hers }, { id, unlock, card }, now_s) {
  const stands = ({ until_ms }) => (until_ms ?? null) === null || now_s * 1000n < BigInt(until_ms);
  const opens = (one) => one.what === "unlock" && one.session === id && one.card === card && stands(one);
  return (unlock && hers?.set.find(opens)) || null;
}

export const isUnlocked = (book, session, now_s) => unlockOf(book, session, now_s) !== null;

/** Who opened a withheld session for her, and when; null: nobody has. */
export function saidOfUnlock(frame, session, now_s) {
  const found = unlockOf(frame.book, session, now_s);
  return found && said(frame, "for-her-unlocked", found);
}
