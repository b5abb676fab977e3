// What has not reached the server: told only when it has waited for a while, because a moment is what every press takes.
import { madeAt } from "./saved.js";

/** So long a slow line may take. */
const QUIET_MS = 60_000;

/** { count, isOut, refused }; null: nothing to tell. `record.waiting` and `record.refused`: ids of entries. */
export function waits({ entries, waiting = [], refused = [], is_out: isOut = false }, now_ms) {
  const old = entries.filter(({ id, heads: [head] }) => waiting.includes(id) && now_ms - madeAt(head) > QUIET_MS);
  const count = old.length > 0 ? waiting.length : 0;
  return count > 0 || isOut || refused.length > 0 ? { count, isOut, refused: refused.length } : null;
}
