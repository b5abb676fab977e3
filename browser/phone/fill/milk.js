// The milk's answer: the holds of the protocol, by what was named on the page or answered in the check.
import { cited, toldOf } from "../part/told.js";

/** After any number of taps: { answer, yes, lines, exceptions, sources }. At most one tap for each line, and the first one answers. */
export function milk(frame, read, { named, none }) {
  const { book: { protocol: { care }, guide }, text } = frame;
  const isHeld = ({ hold }) => named.includes(hold) || (read?.holds.includes(hold) ?? false);
  const held = guide.milk.filter(isHeld).map(({ hold }) => care.holds.find(({ id }) => id === hold));
  const yes = none && held.length === 0;
  const answering = yes ? care.holds.filter((hold) => hold.when.length === 0) : held;
  const open = guide.milk.filter((ask) => !none && !isHeld(ask));
  return {
    answer: answering.map(({ id, say }) => ({ text: text(say), grounds: `hold:${id}` })),
    yes,
    lines: open.map(({ hold, ask }) => ({ id: hold, text: text(ask.text) })).filter((line) => line.text !== ""),
    exceptions: yes ? guide.milk.map(({ ask }) => toldOf(frame, ask)).filter((told) => told !== null) : [],
    sources: cited(frame, answering.flatMap(({ sources }) => sources)),
  };
}
