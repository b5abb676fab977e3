// The feed timer: what was pressed, how long each side ran, what may follow.
import { answeredAt, sideNamed, visitOf } from "../carry.js";
import { instantOf, later, since, wordsOf } from "../instant.js";
import { door, hoursOf } from "../relief/door.js";
import { instant } from "../time.js";
import { whyOf } from "./why.js";

/** The session that may follow a feed. */
const AFTER = "light_touch";
/** The most presses that are read. */
const MOST_PRESSES = 60;
const [HOUR_S, MINUTE_S] = [3600, 60n];

/**
 * The timer after a press, if there was one: `line` is what was pressed before, `go` the button. Gives the new line, the side that runs (null:
 * none), whether it was stopped, since when, whole minutes on each side, what may follow, and until when the answers behind that hold.
 */
export function feed(frame, carried, { line, go }, now_s) {
  const presses = pressed(read(line), go, now_s);
  const last = presses.at(-1);
  return {
    line: write(presses),
    side: last?.side ?? null,
    stopped: last !== undefined && last.side === null,
    since: last === undefined || last.side === null ? null : instant(frame.words, last.at_s),
    minutes: { left: minutes(presses, "left", now_s), right: minutes(presses, "right", now_s) },
    offer: offer(frame, carried, now_s),
    holdsUntil_s: holdsUntil(frame.book, carried),
  };
}

/** A second press of the running side changes nothing. */
function pressed(presses, go, now_s) {
  const running = presses.at(-1)?.side ?? null;
  if (go === "again") return [];
  if (go === "stop" && running !== null) return [...presses, { side: null, at_s: now_s }];
  const side = sideNamed(go);
  return side === null || side === running ? presses : [...presses, { side, at_s: now_s }];
}

/** What may follow: { offer: "open" | "ask" | "check" | "closed" (why) | "wait" (when) }. */
function offer(frame, carried, now_s) {
  const { book } = frame;
  const session = book.sessions.get(AFTER);
  if (session === undefined) return { offer: "closed", why: [] };
  const said = door(book, session, visitOf(book, carried, session, now_s), now_s);
  const when = said.door === "wait" ? instant(frame.words, said.from_s) : null;
  if (when !== null) return { offer: "wait", when };
  if (said.door === "wait") return { offer: "closed", why: [] };
  if (said.door === "closed") return { offer: "closed", why: said.why.map((one) => whyOf(frame, session, one).text) };
  return { offer: ["open", "check"].includes(said.door) ? said.door : "ask" };
}

function holdsUntil({ protocol: { care } }, carried) {
  const began_s = answeredAt(carried);
  const hours = care.gates.map(hoursOf).find((one) => one !== undefined);
  return began_s === null || hours === undefined ? null : later(began_s, hours * HOUR_S);
}

/** Whole minutes on one side. */
function minutes(presses, side, now_s) {
  const spans = presses.map((press, at) => (press.side === side ? since(press.at_s, presses[at + 1]?.at_s ?? now_s) : 0n));
  // What comes from a form may be any number: spans are added without a fall over the edge.
  return spans.reduce((sum, span_s) => (span_s > 0n ? later(sum, span_s) : sum), 0n) / MINUTE_S;
}

/** `left@1732600000 right@1732600300 stop@1732600600` */
function read(line) {
  const one = (word) => {
    const at = word.indexOf("@");
    const [side, at_s] = at < 0 ? ["", null] : [word.slice(0, at), instantOf(word.slice(at + 1))];
    return at_s === null || (side !== "stop" && sideNamed(side) === null) ? [] : [{ side: sideNamed(side), at_s }];
  };
  return wordsOf(line).flatMap(one).slice(0, MOST_PRESSES);
}

const write = (presses) => presses.map(({ side, at_s }) => `${side ?? "stop"}@${at_s}`).join(" ");
