// POST /undo
import { fold } from "../../record/fold.js";
import { undo } from "../../record/undo.js";
import { isDay } from "./day.js";
import { mayBin, mayChange, readerOf } from "./frame.js";
import { MOST, telling } from "./just_saved.js";

/** To where she was: a day, or home. */
const back = (day, entries) => telling(isDay(day) ? `/day/${day}` : "/", entries);

/** Whether the phone has what an entry was before: without it the first saving that it has would look like the very first. */
const isWhole = (received) => received.length > 0 && received.every(({ revision: { bases = [] } }) => bases.every((base) => received.some(({ revision }) => revision.id === base)));

/**
 * A saving is taken back by one more saving; what one press saved is taken back together or not at all. `record.received`: all savings of the
 * entries that the form names, as the server writes them. What the phone has not whole only the server can take back.
 */
export function handle({ fields, now_ms, record, fresh }) {
  const all = (name) => fields.filter(([key]) => key === name).flatMap(([, value]) => value.split(/[ \t\n\f\r]+/).filter(Boolean));
  const savings = all("revision").slice(0, MOST);
  const entries = all("entry").slice(0, savings.length);
  if (entries.length === 0) return { status: 303, location: "/", revisions: [] };
  const reader = readerOf(record);
  const histories = entries.map((entry) => record.received.filter(({ revision }) => revision.entry === entry));
  if (!histories.every(isWhole)) return null;
  const undone = histories.map((received, at) => {
    const one = undo(received, savings[at]);
    const before = one && fold(received);
    const bins = one?.binned || before?.binned;
    return one !== null && mayChange(reader, before) && (!bins || mayBin(reader)) ? one : null;
  });
  const location = back(fields.find(([key]) => key === "day")?.[1].trim() ?? "", entries);
  if (undone.includes(null)) return { status: 303, location, revisions: [] };
  const revisions = undone.map(({ bases, binned, content }, at) => ({ id: fresh(), entry: entries[at], bases, made_at_ms: now_ms, ...(binned && { binned: true }), content }));
  return { status: 303, location, revisions };
}
