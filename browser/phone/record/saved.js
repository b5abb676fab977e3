// What was saved last, and taking it back.
import { isLater, latest } from "../../record/since.js";
import { timedOf } from "../../record/timer.js";
import { mayBin, mayChange, mayLog } from "./frame.js";
import { feedSaid, sideSaid, sides } from "./said.js";

/** So long after a saving it can be taken back in its row. */
const ROW_MS = 10 * 60_000;
const WORDS = {
  feed: ["record-runs-feed", "record-paused-feed", "record-saved-feed"],
  pump: ["record-runs-pump", "record-paused-pump", "record-saved-pump"],
};

/** When a saving was made: its id holds it. */
export const madeAt = (id) => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
const savedAt = ({ heads: [head] }) => madeAt(head);

/** An entry that was saved, with what can be done about it: { text, entry, revision, undo, sides, kind }. */
export function saved(seen, words, entry) {
  const timed = timedOf(entry.content);
  return {
    text: text(seen, words, entry, timed), entry: entry.id, revision: entry.heads[0], kind: entry.content.kind,
    // Taking back the first saving puts the entry into the bin.
    undo: mayChange(seen.reader, entry) && (entry.changed_by !== null || mayBin(seen.reader)),
    sides: mayChange(seen.reader, entry) && Boolean(timed?.last_side) && !entry.binned,
  };
}

/** The entry that was saved last within the last minutes, unless its timer is on the page anyway. */
export function row(seen, words) {
  const { record: { household, entries }, now_ms, reader } = seen;
  const died = household.babies.filter(({ state }) => state === "died").map(({ id }) => id);
  const over = entries.filter(({ binned, content }) => !binned && timedOf(content) !== null && !content.open && !died.includes(content.subject.baby));
  const last = latest(over, (one) => [savedAt(one), one.id]);
  return last !== null && mayLog(reader) && !isLater([now_ms - savedAt(last), ""], [ROW_MS, ""]) ? saved(seen, words, last) : null;
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
