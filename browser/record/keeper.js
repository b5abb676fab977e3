// Keeps the record on this phone: learns whose it is, keeps what is logged before anything else, and sends and fetches when it can.
// What it works with comes in as arguments: the outbox, the network, the clock, chance, and whom to tell of changes.
import { sync } from "./sync.js";
import { uuids } from "./uuid.js";

/** So much of the past a phone has with it. What is older is on the server. */
const WITH_IT_MS = 15 * 24 * 60 * 60 * 1000;

/**
 * @param box of `outbox.js`
 * @param {typeof fetch} fetch
 * @param {() => number} now_ms
 * @param {(bytes: Uint8Array) => Uint8Array} fill random bytes
 * @param {(outcome: string) => void} tell is called when the record on this phone has changed
 */
export function keeper(box, fetch, now_ms, fill, tell) {
  const fresh = uuids(now_ms, fill);
  let state;
  let running = null;
  const known = async () => (state ??= await box.state().catch(() => ({})));
  const set = async (changes) => {
    await box.set(changes);
    state = undefined;
  };

  /** Asks the server who is signed in here. What another person left on this phone unsent stays hers and waits; she sees nothing of it. */
  async function learn() {
    const answer = await fetch("/record/pull?since=0", { credentials: "same-origin", cache: "no-store", redirect: "error" });
    if (answer.status === 401) return leave();
    if (!answer.ok) return undefined;
    const { person, household } = await answer.json();
    const { person: before, device } = await known();
    if (before && before !== person) await box.forget();
    await set({ person, household, device: device ?? fresh(), is_out: false });
    return refresh();
  }

  /** Nobody is signed in any more: what was logged here and is not sent stays, and is sent when she comes back. */
  async function leave() {
    if ((await known()).person) await set({ is_out: true });
  }

  /** Sends what waits and fetches what is new; one at a time, and what is asked for meanwhile is done after it. */
  function refresh() {
    running ??= once().finally(() => { running = null; });
    return running;
  }

  async function once() {
    const { seq: before } = await known();
    const told = await sync(fetch, box, now_ms);
    state = undefined;
    if (told.outcome === "signed_out") await leave();
    else if (told.outcome === "done" && (await known()).is_out) await set({ is_out: false });
    const { seq } = await known();
    if (told.sent > 0 || told.refused.length > 0 || seq !== before) tell(told.outcome);
    return told.outcome;
  }

  return {
    fresh,
    learn,
    refresh,

    /** Whether somebody keeps a record on this phone. */
    isHeld: async () => Boolean((await known()).person),

    /** What pages are drawn from: { household, person, device, seq, is_out, entries, received, from_ms, waiting, refused }; ids of people and entries. */
    async record() {
      const from_ms = now_ms() - WITH_IT_MS;
      const [{ household, person, device, seq = 0, is_out = false }, entries, received, unsent] = await Promise.all([known(), box.recent(from_ms), box.received(), box.unsent()]);
      const ids = (list) => [...new Set(list.map(({ revision }) => revision.entry))];
      return {
        household, person, device, seq, is_out, entries, received, from_ms,
        waiting: ids(unsent.filter(({ why }) => why === null)), refused: ids(unsent.filter(({ why }) => why !== null)),
      };
    },

    /** Keeps revisions: they are on the disk when this resolves. */
    async keep(revisions) {
      await box.keep(revisions);
      tell("kept");
    },

    /** How many revisions the server does not have. */
    unsent: async () => (await box.unsent()).length,

    /** Forgets all of it: she has signed out, and everything is sent. */
    async forget() {
      await box.wipe();
      state = undefined;
    },
  };
}
