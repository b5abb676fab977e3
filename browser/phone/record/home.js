// GET /, with a record
import { drawHome } from "./draw_home.js";
import { alarms } from "./alarms.js";
import { maySeeEntry } from "./desk.js";
import { babiesOf, mayLog, readerOf, recordFrame } from "./frame.js";
import { heads } from "./head.js";
import { named } from "./just_saved.js";
import { row, saved } from "./saved.js";
import { start } from "./start.js";
import { fed, timers } from "./timers.js";
import { waits } from "./waits.js";

/** How long ago, what runs, what to press, what needs somebody. `query`: pairs of name and value, as the address says them. */
export function handle({ book, query = [], visitor, now_ms, record: kept }) {
  const reader = { household: kept.household, person: readerOf(kept), now_ms };
  // Of what was taken back from her nothing is told, also before the phone has heard that it goes.
  const record = { ...kept, entries: kept.entries.filter((entry) => maySeeEntry(reader, entry)) };
  const frame = recordFrame({ book, visitor, record });
  const { words } = frame;
  const seen = { record, now_ms, reader: reader.person };
  const babies = babiesOf(record);
  const hungry = babies.filter(({ id }) => !fed(seen).includes(id));
  const all = timers(seen, words);
  const main = all[0]?.kind === "feed" ? all[0] : null;
  const last = named(record.entries, query.find(([name]) => name === "saved")?.[1]);
  const writes = mayLog(seen.reader);
  const body = drawHome(frame, {
    seq: record.seq ?? 0, now_ms, main, more: main ? all.slice(1) : all, heads: heads(seen, words, hungry),
    start: writes ? start(seen, words, hungry) : null, baby: babies.length > 0, writes,
    waits: waits(record, now_ms), row: row(seen, words), toast: saved(seen, words, last), alarms: alarms(book, visitor, seen),
  });
  return { status: 200, body: String(body) };
}
