// Whom to call, as words for sentences; and the levels in words.

/** Fills the names of a text. A name without a value is left as it is, so that a test can see it. */
export const fill = (text, values) => Object.entries(values).reduce((so_far, [name, value]) => so_far.replaceAll(`$${name}`, () => value), text);

/** The first number of each kind, as words for a sentence. Without a region no number is named: a wrong one would be worse. */
export function numbers({ book, region, text }) {
  const first = (kind) => (region?.[kind].length > 0 ? text(region[kind][0].shown) : text(book.protocol.phrases[`any_${kind}`]));
  const emergency = region ? region.emergency.map(({ shown }) => text(shown)).join(" / ") : first("emergency");
  return { emergency, urgent: first("urgent"), crisis: first("crisis") };
}

/** Whether a patient's result shows the crisis line: when one of the rules that decided asks for it. */
export const wantsCrisis = ({ reasons }) => reasons.some(({ crisis }) => crisis);

/** Whether only rules that ask for the crisis line decided. */
export const onlyCrisis = ({ reasons }) => reasons.length > 0 && reasons.every(({ crisis }) => crisis);

/** So many days, in words. */
export const daysOf = (words, days) => (days === null ? "" : words.count("days", days));

/** The level in two or three words. */
export function head({ book, words, text }, level, days) {
  const said = book.urgencies.get(level);
  return said === undefined ? "" : fill(text(said.head), { days: daysOf(words, days) });
}

/** When the numbers of a region were last checked, in words; nothing without a region. */
export function checked({ region, words }) {
  if (region === null) return "";
  return region.checked === null ? words.say("numbers-unverified") : words.say("numbers-checked", { day: region.checked });
}

/** The message that says what to do when a sign comes. */
export const then = (level) => ({ 6: "then-emergency", 5: "then-urgent" })[level] ?? "then-today";
