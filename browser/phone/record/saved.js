// What was saved last, and taking it back.
import { day as dayOf } from "../../record/moment.js";
import { same } from "../../record/same.js";
import { isLater, latest } from "../../record/since.js";
import { timedOf } from "../../record/timer.js";
import { mayBin, mayChange, mayLog } from "./frame.js";
import { feedSaid, sideSaid, sides, whoseOf } from "./said.js";

/** So long after a saving it can be taken back in its row. */
const ROW_MS = 10 * 60_000;
/** The savings of one press are made so near each other: their ids are made one after the other. */
const PRESS_MS = 1_000;
const WORDS = {
  feed: ["record-runs-feed", "record-paused-feed", "record-saved-feed"],
  pump: ["record-runs-pump", "record-paused-pump", "record-saved-pump"],
};

/** When a saving was made: its id holds it. */
export const madeAt = (id) => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
const savedAt = ({ heads: [head] }) => madeAt(head);

/** An entry, and its saving that the page shows. */
export const saving = ({ id, heads: [revision] }) => ({ entry: id, revision });

/**
 * What was saved in one press, the one it was about first, with what can be done about it, all together or not at all:
 * { text, savings, href, undo, sides, kind }; null of nothing.
 */
export function saved(seen, words, entries) {
  const [first] = entries;
  if (first === undefined) return null;
  const several = entries.length > 1;
  const what = text(seen, words, first, timedOf(first.content));
  const whose = several ? whoseOf(seen, words, entries) : "";
  return {
    text: whose === "" ? what : words.say("record-of", { whose, what }),
    savings: entries.map(saving), href: several ? `/day/${dayOf(first.at)}` : `/entry/${first.id}`, kind: first.content.kind,
    // Taking back the first saving puts the entry into the bin.
    undo: entries.every((entry) => mayChange(seen.reader, entry) && (entry.changed_by !== null || mayBin(seen.reader))),
    sides: entries.every((entry) => mayChange(seen.reader, entry) && Boolean(timedOf(entry.content)?.last_side) && !entry.binned),
  };
}

/** What was saved last within the last minutes, unless its timer is on the page anyway. */
export function row(seen, words) {
  const { record: { household, entries }, now_ms, reader } = seen;
  const died = household.babies.filter(({ state }) => state === "died").map(({ id }) => id);
  const over = entries.filter(({ binned, content }) => !binned && timedOf(content) !== null && !content.open && !died.includes(content.subject.baby));
  const last = latest(over, (one) => [savedAt(one), one.id]);
  if (last === null || !mayLog(reader) || isLater([now_ms - savedAt(last), ""], [ROW_MS, ""])) return null;
  return saved(seen, words, [last, ...over.filter((one) => ofOnePress(last, one))]);
}

/** Whether one press saved both: at the same instant, the same, of two babies. */
function ofOnePress(one, other) {
  const [{ subject, ...said }, { subject: subjectOfOther, ...saidOfOther }] = [one.content, other.content];
  return Math.abs(savedAt(one) - savedAt(other)) <= PRESS_MS && same(said, saidOfOther) && !same(subject, subjectOfOther);
}

function text({ now_ms }, words, { binned, content }, timed) {
  if (binned) return words.say("record-undone");
  if (timed === null) return words.say("record-saved");
  const [runs, paused, over] = WORDS[content.kind];
  if (timed.running) return words.say(runs, { side: sideSaid(words, timed.running.side) });
  if (timed.open) return words.say(paused);
  const what = content.kind === "feed" ? feedSaid(words, content, now_ms) : sides(words, timed, now_ms);
  return what === "" ? words.say(over) : `${words.say(over)}: ${what}`;
}
