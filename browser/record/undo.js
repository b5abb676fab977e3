// Taking a saving back: one more saving, with what the entry said before. The same as on the server, and held against it. Pure.
import { fold } from "./fold.js";

/** What the saving that takes another one back says: { bases, binned, content }; null when that one no longer stands. */
export function undo(received, revision) {
  const now = fold(received);
  if (now === null || !now.heads.includes(revision)) return null;
  const before = fold(received.filter((one) => one.revision.id !== revision));
  return { bases: now.heads, binned: before === null ? true : before.binned, content: (before ?? now).content };
}
