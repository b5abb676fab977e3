// One press of a timer's button: what it saves. The same as on the server, and held against it. A press that makes no sense now saves nothing,
// so that pressing twice is pressing once. Pure.
import { latest } from "./since.js";
import { act, swapped, timedOf, withTimed } from "./timer.js";

const DOES = { left: { start: "left" }, right: { start: "right" }, pause: "pause", resume: "resume", end: "end" };

/** The button of a form: { does } or { swaps: true }; null for none of ours. */
export function buttonOf(name) {
  if (name === "swap") return { swaps: true };
  return Object.hasOwn(DOES, name) ? { does: DOES[name] } : null;
}

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

function goOn(entry, { button, shown, at }) {
  const before = timedOf(entry.content);
  if (before === null || entry.binned) return { entry: entry.id };
  const after = button.does ? act(before, button.does, at.at_ms) : entry.heads.some((head) => shown.includes(head)) ? swapped(before) : before;
  return same(ordered(before), ordered(after)) ? { entry: entry.id } : { entry: entry.id, bases: entry.heads, content: withTimed(entry.content, after) };
}

/** A timer with its fields in one order, so that two can be compared. */
const ordered = (timed) => Object.entries(timed).sort(([one], [other]) => (one < other ? -1 : 1)).map(([name, value]) => [name, name === "running" ? [value.side, value.since_ms] : value]);

function ofSubject(entries, subject, press) {
  const open = entries.filter(({ binned, content }) => !binned && content.kind === press.kind && content.open && same(content.subject, subject));
  const newest = latest(open, (one) => [one.at.at_ms, one.id]);
  if (newest !== null) return [goOn(newest, press)];
  if (!press.button.does?.start) return [];
  return [{ begun: withTimed({ subject, at: press.at, kind: press.kind }, act({}, press.button.does, press.at.at_ms)) }];
}

/**
 * What a press comes to: { begun: content }, { entry, bases, content } or, when nothing changes, { entry }. `named`: ids of the entries that
 * the page showed, `shown`: the savings of them; `subjects`: whom a timer is begun for. Who presses a side on a page that showed no timer means the one that runs.
 */
export function press(entries, asked) {
  const { named, subjects } = asked;
  if (named.length === 0) return subjects.flatMap((subject) => ofSubject(entries, subject, asked));
  return named.flatMap((id) => entries.filter((one) => one.id === id).slice(0, 1)).map((entry) => goOn(entry, asked));
}
