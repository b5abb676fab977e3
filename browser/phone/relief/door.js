// Who may enter a session, and what must be asked first.
//
// Massage stands behind its gate: everything that could close it must have been denied, lately. Other sessions follow the plan: what the plan
// holds back for one of her situations is held back here, and without a check those situations are asked. Held against crates/care row by row.
import { since } from "../instant.js";
import { waitsUntil } from "./allowance.js";

/** What is asked anew each time holds for so long: long enough to read the page before it. */
const ANEW_S = 15 * 60;
/** Where a gate names no age of answers, they hold as long as a result does. */
const HOLD_HOURS = 12;
const HOUR_S = 3600;
/** Marks under which the plan does a step. */
export const DOES = ["offered", "optional", "slow"];

const closed = (why) => ({ door: "closed", why });
const list = (lines) => ({ door: "list", lines });

/**
 * The answer of a session's door: { door: "open" | "closed" (why) | "check" | "list" (lines) | "age" | "choose" | "wait" (from_s) }.
 * `visit`: { read (of evaluate, null), answered_s, pass ({ at_s, none_of_these, old_enough }, null), done, chosen,
 * unlocked (a clinician has opened it for her) }; instants as BigInt.
 */
export function door(book, session, visit, now_s) {
  const gates = gatesOf(book, session);
  const said = gates.length === 0 ? planned(book, session, visit, now_s) : gated(book, session, gates, visit, now_s);
  // Whoever must wait is told so before anything is asked of her.
  const from_s = waitsUntil(book, session, visit.done, now_s);
  return from_s !== null && ["open", "list", "age"].includes(said.door) ? { door: "wait", from_s } : said;
}

/** The gates that a session stands behind: each must be open. */
const gatesOf = ({ protocol }, { code }) => protocol.care.gates.flatMap(({ opens }, at) => (opens.includes(code) ? [at] : []));

/** Massage: every gate before it. */
function gated({ protocol }, session, gates, visit, now_s) {
  const { read, chosen, unlocked } = visit;
  if (read === null) return { door: "check" };
  // A withheld session must be chosen by herself, and is asked about every time.
  const anew = session.unlock !== null;
  if (anew && !isHers(read)) return closed([{ kind: "not_hers" }]);
  const holds_s = Math.min(HOLD_HOURS, ...gates.map((at) => hoursOf(protocol.care.gates[at]) ?? HOLD_HOURS)) * HOUR_S;
  const fresh = lately(visit.answered_s, now_s, holds_s);
  const standings = gates.map((at) => read.gates[at]);
  const why = gates.flatMap((at) => reasons(at, read.gates[at], fresh));
  if (why.length > 0) return closed(why);
  if (standings.some(({ unfinished }) => unfinished)) return { door: "check" };
  if (anew && !chosen && !unlocked) return { door: "choose" };
  // What the check left open, or said too long ago, is asked here.
  const pass = visit.pass !== null && lately(visit.pass.at_s, now_s, anew ? ANEW_S : holds_s) ? visit.pass : null;
  const silent = standings.some((one) => one.silent.length > 0);
  if (anew || !fresh || silent || session.hold.length > 0) {
    const none = pass?.none_of_these ?? null;
    if (none === null) return list(gateLines(protocol, gates, session));
    if (!none) return closed([{ kind: "ticked" }]);
  }
  if (standings.some((one) => one.age_unknown)) {
    const old = pass?.old_enough ?? null;
    if (old === null) return { door: "age" };
    if (!old) return closed([{ kind: "age" }]);
  }
  return { door: "open" };
}

/** Whether she answers for herself. */
const isHers = ({ known }) => (known.get("audience") ?? "parent") === "parent";

/** The most hours that answers hold before a gate. */
export const hoursOf = ({ limits }) => limits.find(({ id }) => id === "answers_max_age_hours")?.value;

function gateLines(protocol, gates, session) {
  const exclusions = gates.flatMap((gate) => protocol.care.gates[gate].closed.map((_, at) => ({ kind: "exclusion", gate, at })));
  return [...exclusions, { kind: "urgency" }, ...holds(session)];
}

/** The lines of the session itself. */
const holds = ({ hold }) => hold.map((_, at) => ({ kind: "hold", at }));

/** What closes a gate. Exclusions that were named too long ago are asked anew instead. */
function reasons(gate, { exclusions, urgency, age }, fresh) {
  const named = fresh ? exclusions.map((at) => ({ kind: "exclusion", gate, at })) : [];
  return [...named, ...(urgency ? [{ kind: "urgency" }] : []), ...(age ? [{ kind: "age" }] : [])];
}

/** Whether everything has been answered that the parent's urgency rests on. */
const parentIsKnown = ({ unanswered }) => unanswered.every(({ baby }) => baby);

/** Any other session: the plan. */
function planned({ protocol, steps }, session, visit, now_s) {
  const holds_s = HOLD_HOURS * HOUR_S;
  const read = lately(visit.answered_s, now_s, holds_s) ? visit.read : null;
  const held = steps.get(session.step).marks.filter(({ mark }) => !DOES.includes(mark)).map(({ situation }) => situation);
  const known = read !== null && parentIsKnown(read);
  if (read !== null) {
    const why = read.situations.filter((id) => held.includes(id)).map((id) => ({ kind: "situation", id }));
    if (why.length > 0) return closed(why);
    if (known && !offered(read, session)) return closed([{ kind: "not_in_plan" }]);
  }
  const situations = known ? [] : protocol.situations.filter(({ id }) => held.includes(id)).map(({ id }) => ({ kind: "situation", id }));
  const lines = [...situations, ...holds(session)];
  if (lines.length === 0) return { door: "open" };
  const pass = visit.pass !== null && lately(visit.pass.at_s, now_s, holds_s) ? visit.pass : null;
  const none = pass?.none_of_these ?? null;
  if (none === null) return list(lines);
  return none ? { door: "open" } : closed([{ kind: "ticked" }]);
}

const offered = ({ plan }, session) => plan.some(({ step, place }) => step === session.step && ["offered", "optional"].includes(place));

/** Whether something was said lately. What is dated in the future was said before a clock was set back: it is not lately. */
function lately(at_s, now_s, holds_s) {
  if (at_s === null) return false;
  const age_s = since(at_s, now_s);
  return age_s >= 0n && age_s <= BigInt(holds_s);
}
