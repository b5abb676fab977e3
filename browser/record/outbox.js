// What this phone knows of the household's record, and what it has still to tell. An entry is on the disk before it is called saved, and leaves
// the list of what waits only when the server has said that it has it.
import { asked, disk } from "./disk.js";
import { correction_ms, fold } from "./fold.js";

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

async function takeAll({ revision, waiting, state }, { seq, revisions, household, for_her }) {
  for (const { received } of revisions) {
    revision.put(rowOf(received));
    // Whatever became of the answer to it: the server has it.
    waiting.delete(received.revision.id);
  }
  const known = (await asked(state.get("seq"))) ?? 0;
  state.put(Math.max(known, seq), "seq");
  if (household) state.put(household, "household");
  if (for_her) state.put(for_her, "for_her");
}

/** What this person made on this phone and is not among those ids waits again. */
async function missAll({ revision, waiting, state }, there) {
  const [rows, { person, device }] = await Promise.all([asked(revision.getAll()), stateOf(state)]);
  const missed = rows.filter(({ id, received }) => received.by === person && received.device === device && !there.has(id));
  for (const { id, received } of missed) {
    if ((await asked(waiting.getKey(id))) === undefined) waiting.put({ id, by: person, revision: received.revision, why: null });
  }
}

async function recentOf({ revision, waiting }, from_ms) {
  const rows = await asked(revision.index("at_ms").getAll(IDBKeyRange.lowerBound(from_ms)));
  const ids = [...new Set(rows.map(({ entry }) => entry))];
  const entries = await Promise.all(ids.map((id) => entryOf({ revision, waiting }, id)));
  return entries.filter((entry) => entry !== null && entry.at.at_ms >= from_ms).sort(newestFirst);
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

    /** Takes in one answer to a pull, { seq, revisions: [{ seq, received }], household, for_her }: all of it, or nothing. */
    took: (pull) => write(ALL, (stores) => takeAll(stores, pull)),

    /** The server has these ids of all and no others: what it lost of ours is to be sent again. */
    missed: (there) => write(ALL, (stores) => missAll(stores, there)),

    /** Entries from an instant on, newest first, also those in the bin; each with `unsent`: [{ id, why }]. */
    recent: (from_ms) => read(["revision", "waiting"], (stores) => recentOf(stores, from_ms)),

    /** All savings that are here, as the server writes them. */
    received: () => read(["revision"], async ({ revision }) => (await asked(revision.getAll())).map(({ received }) => received)),

    /** One entry, or null. */
    entry: (id) => read(["revision", "waiting"], (stores) => entryOf(stores, id)),

    /** `person`, `device`, `household`, `for_her`, `seq`, `ahead_ms`, `went_back`: what was set. */
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
