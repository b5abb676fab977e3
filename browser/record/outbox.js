// What this phone knows of the household's record, and what it has still to tell. An entry is on the disk before it is called saved, and leaves
// the list of what waits only when the server has said that it has it.
import { asked, disk } from "./disk.js";
import { correction_ms, fold } from "./fold.js";
import { dropOld, heardAll } from "./heard.js";

const ALL = ["revision", "waiting", "state"];

const rowOf = (received) => ({
  id: received.revision.id,
  entry: received.revision.entry,
  at_ms: received.revision.content.at.at_ms + correction_ms(received),
  received,
});

const newestFirst = (one, other) => other.at.at_ms - one.at.at_ms || (one.id < other.id ? 1 : -1);

async function stateOf(store) {
  const [names, values] = await Promise.all([asked(store.getAllKeys()), asked(store.getAll())]);
  return Object.fromEntries(names.map((name, at) => [name, values[at]]));
}

/** What is known of an entry, with what of it has not reached the server; null when nothing is known. */
async function entryOf({ revision, waiting }, id) {
  const rows = await asked(revision.index("entry").getAll(id));
  const entry = fold(rows.map(({ received }) => received));
  if (entry === null) return null;
  const unsent = await Promise.all(rows.map((row) => asked(waiting.get(row.id))));
  return { ...entry, unsent: unsent.filter((one) => one !== undefined).map(({ id: unsentId, why }) => ({ id: unsentId, why })) };
}

/** What is kept is what is sent: plain values, and no half of a sign where a note was cut in the middle of it. */
function plain(revision) {
  const whole = (text) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(new TextEncoder().encode(text));
  return JSON.parse(JSON.stringify(revision, (_, value) => (typeof value === "string" ? whole(value) : value)));
}

/** Keeps what was made here. What is known already stays as it is: the server's copy knows how wrong our clock was. */
async function keepAll({ revision: store, waiting, state }, revisions) {
  const { person, device } = await stateOf(state);
  if (!person || !device) throw new Error("Nothing can be logged before somebody has signed in on this phone.");
  for (const revision of revisions.map(plain)) {
    if ((await asked(store.getKey(revision.id))) !== undefined) continue;
    store.put(rowOf({ revision, by: person, device, skew_ms: 0 }));
    waiting.put({ id: revision.id, by: person, revision, why: null });
  }
}

async function takeAll(stores, { seq, scope = "", more = false, revisions, household, for_her: set, others_from_ms: from_ms = null }) {
  const { revision, waiting, state } = stores;
  const { seq: known = 0, scan = null, person } = await stateOf(state);
  for (const { received } of revisions) {
    revision.put({ ...rowOf(received), ...(scan && { scan: scan.mark }) });
    // Whatever became of the answer to it: the server has it.
    waiting.delete(received.revision.id);
  }
  if (scan && more) state.put({ ...scan, seq, scope }, "scan");
  else {
    if (scan) await heardAll(stores, scan.mark);
    state.put(Math.max(known, seq), "seq");
    if (scan) state.put(scope, "scope");
  }
  if (household) state.put(household, "household");
  if (set) state.put(set, "for_her");
  if (from_ms !== null) await dropOld(stores, { person, from_ms });
}

/** From the start again: how far it came and which rows it brought is kept, so that it goes on after it was broken off. */
async function scanFrom({ state }, wentBack) {
  const mark = ((await asked(state.get("mark"))) ?? 0) + 1;
  state.put(mark, "mark");
  state.put({ seq: 0, scope: null, mark }, "scan");
  if (!wentBack) return;
  state.put(0, "seq");
  state.put(true, "went_back");
}

/** Entries from an instant on; of a kind that reaches further back, from its own instant on. */
async function recentOf({ revision, waiting }, from_ms, further) {
  const isRecent = (at_ms, { kind }) => at_ms >= (further[kind] ?? from_ms);
  const rows = await asked(revision.getAll());
  const ids = [...new Set(rows.filter(({ at_ms, received }) => isRecent(at_ms, received.revision.content)).map(({ entry }) => entry))];
  const entries = await Promise.all(ids.map((id) => entryOf({ revision, waiting }, id)));
  return entries.filter((entry) => entry !== null && isRecent(entry.at.at_ms, entry.content)).sort(newestFirst);
}

async function markAll({ waiting }, answers) {
  for (const { id, why } of answers) {
    const row = await asked(waiting.get(id));
    if (row !== undefined) waiting.put({ ...row, why });
  }
}

async function waitingOf({ waiting, state }) {
  const [rows, person] = await Promise.all([asked(waiting.getAll()), asked(state.get("person"))]);
  return rows.filter(({ by, why }) => by === person && why === null).map(({ revision }) => revision);
}

async function forgetAll({ revision, state }) {
  const device = await asked(state.get("device"));
  revision.clear();
  state.clear();
  if (device) state.put(device, "device");
}

/** The record on this phone. */
export function outbox(factory = indexedDB) {
  const { read, write, close } = disk(factory);
  return {
    /** Keeps revisions that were made here; resolves once they are on the disk. The same one twice is one. */
    keep: (revisions) => write(ALL, (stores) => keepAll(stores, revisions)),

    /** The revisions to be sent, first made first: of who is signed in now, without what the server refused. */
    waiting: () => read(["waiting", "state"], waitingOf),

    /** All that the server does not have, whoever made it: { id, by, revision, why }, with the reason where it was refused. */
    unsent: () => read(["waiting"], ({ waiting }) => asked(waiting.getAll())),

    /** The server has these; and these, { id, why }, it refused: they stay, with the reason. */
    acknowledged: (ids, refused = []) => write(["waiting"], async (stores) => {
      for (const id of ids) stores.waiting.delete(id);
      await markAll(stores, refused);
    }),

    /** Refused ones are to be sent again. */
    again: (ids) => write(["waiting"], (stores) => markAll(stores, ids.map((id) => ({ id, why: null })))),

    /** Takes in one answer to a pull, { seq, scope, more, revisions: [{ seq, received }], household, for_her, others_from_ms }: all of it, or nothing. */
    took: (pull) => write(ALL, (stores) => takeAll(stores, pull)),

    /** Begins to hear everything from the start. `wentBack`: because the server has less than before. */
    scan: (wentBack = false) => write(["state"], (stores) => scanFrom(stores, wentBack)),

    /** Entries from an instant on (`further`: of these kinds from theirs on), newest first, also those in the bin; each with `unsent`: [{ id, why }]. */
    recent: (from_ms, further = {}) => read(["revision", "waiting"], (stores) => recentOf(stores, from_ms, further)),

    /** All savings that are here, as the server writes them. */
    received: () => read(["revision"], async ({ revision }) => (await asked(revision.getAll())).map(({ received }) => received)),

    /** One entry, or null. */
    entry: (id) => read(["revision", "waiting"], (stores) => entryOf(stores, id)),

    /**
     * `person`, `device`, `household`, `for_her`, `ahead_ms`, and how far it has heard: `seq`, what she might see then (`scope`), and while it hears
     * everything from the start `scan` with `mark`, and `went_back`.
     */
    state: () => read(["state"], ({ state }) => stateOf(state)),

    /** Sets some of it. */
    set: (changes) => write(["state"], async ({ state }) => {
      for (const [name, value] of Object.entries(changes)) state.put(value, name);
    }),

    /** Forgets what it knows, but for what still waits: somebody else is signed in. */
    forget: () => write(ALL, forgetAll),

    /** The same for whoever signs out, unless something that she has logged is still to be sent; whether it was done. */
    leave: () => write(ALL, async (stores) => {
      if ((await waitingOf(stores)).length > 0) return false;
      await forgetAll(stores);
      return true;
    }),

    /** Forgets everything, also what still waits: whoever calls this has asked. */
    wipe: () => write(ALL, async (stores) => {
      for (const name of ALL) stores[name].clear();
    }),

    close,
  };
}
