// POST /undo
import { fold } from "../../record/fold.js";
import { undo } from "../../record/undo.js";
import { mayBin, mayChange, readerOf } from "./frame.js";

/** A saving is taken back by one more saving. `record.received`: all savings of the entry that the form names, as the server writes them. */
export function handle({ fields, now_ms, record, fresh }) {
  const field = (name) => fields.find(([key]) => key === name)?.[1].trim() ?? "";
  const [entry, saving] = [field("entry"), field("revision")];
  if (entry === "" || saving === "") return { status: 303, location: "/", revisions: [] };
  const received = record.received.filter(({ revision }) => revision.entry === entry);
  const [undone, reader] = [undo(received, saving), readerOf(record)];
  const may = undone !== null && mayChange(reader, fold(received)) && (!undone.binned || mayBin(reader));
  const revisions = may ? [{ id: fresh(), entry, bases: undone.bases, made_at_ms: now_ms, ...(undone.binned && { binned: true }), content: undone.content }] : [];
  return { status: 303, location: `/?saved=${entry}`, revisions };
}
