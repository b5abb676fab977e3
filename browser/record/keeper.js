// Keeps the record on this phone: learns whose it is, keeps what is logged before anything else, and sends and fetches when it can.
// What it works with comes in as arguments: the outbox, the network, the clock, chance, and whom to tell of changes.
import { REACH } from "./known.js";
import { sync } from "./sync.js";
import { uuids } from "./uuid.js";

/** So much of the past a phone has with it. What is older is on the server. */
const WITH_IT_MS = 15 * 24 * 60 * 60 * 1000;

/** What is known of whose record this is: read once, and again when it was changed. */
function memory(box) {
  let state;
  return {
    known: async () => (state ??= await box.state().catch(() => ({}))),
    set: async (changes) => {
      await box.set(changes);
      state = undefined;
    },
    forget: () => { state = undefined; },
  };
}

/** Nobody is signed in any more: what was logged here and is not sent stays, and is sent when she comes back. */
async function leave({ known, set }) {
  if ((await known()).person) await set({ is_out: true });
}

/** Sends what waits and fetches what is new, and tells when that changed anything here. */
async function once({ box, fetch, now_ms, tell, mind }) {
  const { seq: before } = await mind.known();
  const told = await sync(fetch, box, now_ms);
  mind.forget();
  if (told.outcome === "signed_out") await leave(mind);
  else if (told.outcome === "done" && (await mind.known()).is_out) await mind.set({ is_out: false });
  const { seq } = await mind.known();
  if (told.sent > 0 || told.refused.length > 0 || seq !== before) tell(told.outcome);
  return told.outcome;
}

/** Asks the server who is signed in here. What another person left on this phone unsent stays hers and waits; she sees nothing of it. */
async function learn({ box, fetch, mind, fresh }) {
  const answer = await fetch("/record/pull?since=0", { credentials: "same-origin", cache: "no-store", redirect: "error" });
  if (answer.status === 401) await leave(mind);
  if (!answer.ok) return false;
  const { person, household, for_her = [] } = await answer.json();
  const { person: before, device } = await mind.known();
  if (before && before !== person) await box.forget();
  await mind.set({ person, household, for_her, device: device ?? fresh(), is_out: false });
  return true;
}

/**
 * What a clinician has set for who keeps a record here: { name, set }; null: nobody does. Signed out by the server, this phone does not hear what is
 * taken back: what is raised stays raised then, and nothing stays unlocked.
 */
async function hers({ mind }) {
  const { person, household, for_her = [], is_out = false } = await mind.known();
  if (!person) return null;
  const { name = "" } = household?.people?.find(({ id }) => id === person) ?? {};
  return { name, set: for_her.filter(({ what }) => what === "raise" || !is_out) };
}

/** What pages are drawn from: { household, person, device, seq, is_out, entries, received, from_ms, waiting, refused }; ids of people and entries. */
async function record({ box, mind, now_ms }) {
  const now = now_ms();
  const from_ms = now - WITH_IT_MS;
  const further = Object.fromEntries(Object.entries(REACH).map(([kind, reach_ms]) => [kind, Math.min(from_ms, now - reach_ms)]));
  const [{ household, person, device, seq = 0, is_out = false }, entries, received, unsent] = await Promise.all([mind.known(), box.recent(from_ms, further), box.received(), box.unsent()]);
  const ids = (list) => [...new Set(list.map(({ revision }) => revision.entry))];
  return {
    household, person, device, seq, is_out, entries, received, from_ms,
    waiting: ids(unsent.filter(({ why }) => why === null)), refused: ids(unsent.filter(({ why }) => why !== null)),
  };
}

/**
 * @param box of `outbox.js`
 * @param {typeof fetch} fetch
 * @param {() => number} now_ms
 * @param {(bytes: Uint8Array) => Uint8Array} fill random bytes
 * @param {(outcome: string) => void} tell is called when the record on this phone has changed
 */
export function keeper(box, fetch, now_ms, fill, tell) {
  const [fresh, mind] = [uuids(now_ms, fill), memory(box)];
  const home = { box, fetch, now_ms, fresh, tell, mind };
  let running = null;
  /** One at a time. */
  const refresh = () => (running ??= once(home).finally(() => { running = null; }));

  return {
    fresh,
    refresh,
    learn: async () => ((await learn(home)) ? refresh() : undefined),

    /** Whether somebody keeps a record on this phone. */
    isHeld: async () => Boolean((await mind.known()).person),

    record: () => record(home),

    hers: () => hers(home),

    /** Keeps revisions: they are on the disk when this resolves. */
    async keep(revisions) {
      await box.keep(revisions);
      tell("kept");
    },

    /** Whether something that she has logged is still to be sent. What the server refused is not: it would hold her for ever. */
    waits: async () => (await box.waiting()).length > 0,

    /** She has signed out: nothing of the record is left to see. What she logged at this very moment stays, and is sent when she comes back. */
    async forget() {
      const isDone = await box.leave();
      mind.forget();
      if (!isDone) await leave(mind);
    },
  };
}
