// Telling the server what was logged here, and hearing what was logged elsewhere. Whatever happens on the way, what waits stays until the
// server has said that it has it; what is sent twice is one.
//
// Each try ends in an outcome: `done`; `signed_out` (401) and `shut_out` (403): somebody has to sign in, nothing is lost; `no_answer`: there is
// no network, or it broke off; `odd_answer`: somebody answered who is not our server, or it is ill; `stuck`: some revisions cannot be read there.

/** So many revisions are sent at once. */
export const LOT = 100;
/** Longer nobody waits for one answer. Shorter than what counts as a wrong clock: a slow line must not look like one. */
const PATIENCE_MS = 60_000;
const LOCK = "milkway-record";
const GOES_ON = ["done", "stuck"];
const OUTCOMES = { 401: "signed_out", 403: "shut_out" };
/** A lot with something in it that the server cannot read, or too large for it. */
const UNREADABLE = [400, 413, 422];

/** One at a time on this phone, whatever the number of tabs. Where the browser has no locks two may send the same: that is no fault. */
const alone = (locks, work) => (locks ? locks.request(LOCK, work) : work());
const locksHere = () => globalThis.navigator?.locks;

/** Asks a door: { outcome, said, status }. */
async function ask(fetch, path, more = {}) {
  let answer;
  try {
    answer = await fetch(path, { credentials: "same-origin", cache: "no-store", redirect: "error", signal: AbortSignal.timeout(PATIENCE_MS), ...more });
  } catch {
    return { outcome: "no_answer" };
  }
  const { status } = answer;
  if (!answer.ok) return { outcome: OUTCOMES[status] ?? "odd_answer", status };
  try {
    return { outcome: "done", status, said: await answer.json() };
  } catch (fault) {
    // Not our words, or half of them.
    return { outcome: fault instanceof SyntaxError ? "odd_answer" : "no_answer", status };
  }
}

/** What of the lot the server spoke of; null: of nothing. */
function settled(lot, said) {
  if (!Array.isArray(said?.taken) || !Array.isArray(said.refused) || !Number.isFinite(said.now_ms)) return null;
  const sent = new Set(lot.map(({ id }) => id));
  const taken = said.taken.filter((id) => sent.has(id));
  const refused = said.refused.filter((one) => sent.has(one?.id)).map(({ id, why }) => ({ id, why: String(why ?? "") }));
  return taken.length + refused.length === 0 ? null : { taken, refused };
}

/** Sends one lot; where something in it cannot be read, halves of it, down to the one, so that the others are not held up by it. */
async function pushLot(desk, lot) {
  const { fetch, outbox, now_ms, told } = desk;
  const { device } = await outbox.state();
  const sent_at_ms = now_ms();
  const body = JSON.stringify({ device, sent_at_ms, revisions: lot });
  const { outcome, status, said } = await ask(fetch, "/record/push", { method: "POST", headers: { "content-type": "application/json" }, body });
  if (UNREADABLE.includes(status)) return pushHalves(desk, lot);
  if (outcome !== "done") return outcome;
  const found = settled(lot, said);
  if (found === null) return "odd_answer";
  await outbox.acknowledged(found.taken, found.refused);
  await outbox.set({ ahead_ms: sent_at_ms - said.now_ms });
  told.sent += found.taken.length;
  told.refused.push(...found.refused);
  return "done";
}

async function pushHalves(desk, lot) {
  if (lot.length === 1) {
    desk.told.stuck.push(lot[0].id);
    return "done";
  }
  const half = Math.ceil(lot.length / 2);
  const outcome = await pushLot(desk, lot.slice(0, half));
  return outcome === "done" ? pushLot(desk, lot.slice(half)) : outcome;
}

async function pushAll(desk) {
  const { outbox, told } = desk;
  for (;;) {
    const left = (await outbox.waiting()).filter(({ id }) => !told.stuck.includes(id));
    if (left.length === 0) return { ...told, outcome: told.stuck.length > 0 ? "stuck" : "done" };
    const outcome = await pushLot(desk, left.slice(0, LOT));
    if (outcome !== "done") return { ...told, outcome };
  }
}

/**
 * Sends what waits.
 * @param {typeof fetch} fetch
 * @param outbox of `outbox.js`
 * @param {() => number} now_ms the phone's clock: asked for each lot, because the server tells from it how wrong the clock is
 * @param {LockManager} [locks]
 * @returns {Promise<{ outcome: string, sent: number, refused: { id: string, why: string }[], stuck: string[] }>} refused ones stay on the
 * phone with their reason; stuck ones are tried again with the next push
 */
export function push(fetch, outbox, now_ms, locks = locksHere()) {
  return alone(locks, () => pushAll({ fetch, outbox, now_ms, told: { sent: 0, refused: [], stuck: [] } }));
}

const isPull = (said) => Number.isSafeInteger(said?.seq) && Array.isArray(said.revisions);

/** So often one pull begins from the start. More is no server of ours. */
const BEGINS_MOST = 3;

/**
 * Why everything is to be heard from the start: "first": nothing was heard yet; "sight": she may see more or less than before; "back": the
 * server counts less than before, so it was restored from an older copy; null: it goes on.
 */
function fromStart({ seq = 0, scope, scan = null }, said = null) {
  if (said === null) return scope === undefined && scan === null ? "first" : null;
  if (said.seq < (scan?.seq ?? seq) || (!said.more && said.seq < seq)) return "back";
  const known = scan ? (scan.scope ?? said.scope ?? "") : scope;
  return (said.scope ?? "") === known ? null : "sight";
}

const doorOf = ({ seq = 0, scan = null }) => (scan ? `/record/pull?since=${scan.seq}&whole=true` : `/record/pull?since=${seq}`);

/** Fetches until there is no more. What came stays when it breaks off, and so does how far it was. */
async function pullAll(fetch, outbox) {
  const there = new Set();
  const over = (outcome) => ({ outcome, got: there.size });
  for (let begun = 0; ;) {
    const state = await outbox.state();
    const first = fromStart(state);
    const { outcome, said } = first ? { outcome: "done" } : await ask(fetch, doorOf(state));
    if (outcome !== "done") return over(outcome);
    if (!first && !isPull(said)) return over("odd_answer");
    const why = first ?? fromStart(state, said);
    if (why) {
      begun += 1;
      if (begun > BEGINS_MOST) return over("odd_answer");
      await outbox.scan(why === "back");
      continue;
    }
    await outbox.took(said);
    for (const { received } of said.revisions) there.add(received.revision.id);
    if (!said.more) return over("done");
    if (said.seq === (state.scan?.seq ?? state.seq)) return over("odd_answer");
  }
}

/** Fetches what this phone has not seen: { outcome, got }. */
export function pull(fetch, outbox, locks = locksHere()) {
  return alone(locks, () => pullAll(fetch, outbox));
}

/** Both: what waits is sent, then what is new is fetched; then what the server has lost. A stuck revision holds up nothing. */
export async function sync(fetch, outbox, now_ms, locks = locksHere()) {
  const pushed = await push(fetch, outbox, now_ms, locks);
  if (!GOES_ON.includes(pushed.outcome)) return { ...pushed, got: 0 };
  const { outcome, got } = await pull(fetch, outbox, locks);
  if (outcome !== "done") return { ...pushed, got, outcome };
  const lost = await push(fetch, outbox, now_ms, locks);
  return { ...lost, got, sent: pushed.sent + lost.sent, refused: [...pushed.refused, ...lost.refused] };
}
