// What goes from the phone once the server has been heard. What waits to be sent, or was refused, goes never: nothing that she logged is lost.
import { asked } from "./disk.js";
import { fold } from "./fold.js";

async function drop({ revision, waiting }, rows) {
  const unsent = new Set(await asked(waiting.getAllKeys()));
  for (const { id } of rows) if (!unsent.has(id)) revision.delete(id);
}

/** What this person made on this phone and the server has no more waits again. */
async function missed({ waiting, state }, rows) {
  const [person, device] = await Promise.all([asked(state.get("person")), asked(state.get("device"))]);
  for (const { id, received } of rows.filter((row) => row.received.by === person && row.received.device === device)) {
    if ((await asked(waiting.getKey(id))) === undefined) waiting.put({ id, by: person, revision: received.revision, why: null });
  }
}

/**
 * Everything that she may see has come. What has not come is hidden from her now, or older than a phone has with it: it goes. Unless the server
 * went back to an older copy: then what has not come is what it lost, and this may be the only phone that still has it.
 */
export async function heardAll(stores, mark) {
  const { revision, state } = stores;
  const rows = (await asked(revision.getAll())).filter(({ scan }) => scan !== mark);
  if (await asked(state.get("went_back"))) await missed(stores, rows);
  else await drop(stores, rows);
  state.put(false, "went_back");
  state.delete("scan");
}

/** Who sees today only keeps no older entry that somebody else logged. */
export async function dropOld(stores, { person, from_ms }) {
  const { revision } = stores;
  const old = await asked(revision.index("at_ms").getAll(IDBKeyRange.upperBound(from_ms)));
  for (const id of new Set(old.map(({ entry }) => entry))) {
    const rows = await asked(revision.index("entry").getAll(id));
    const { by, at } = fold(rows.map(({ received }) => received));
    if (by !== person && at.at_ms <= from_ms) await drop(stores, rows);
  }
}
