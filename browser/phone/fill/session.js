// A session's pages, filled from the guide and from what its door says.
import { fieldsOf, onward, visitOf } from "../carry.js";
import { drawSession } from "../part/session.js";
import { allOf } from "../part/told.js";
import { saidOfUnlock } from "../for_her.js";
import { door } from "../relief/door.js";
import { scored } from "../relief/stop.js";
import { instant } from "../time.js";
import { reached } from "./banner.js";
import { drawn } from "./picture.js";
import { row, saidOf } from "./relief.js";
import { minutes } from "./step.js";
import { lineOf, whyOf } from "./why.js";

const MINUTE_S = 60;

/** The pages of a session for one visitor. `desk`: { frame, session, carried, now_s }. */
export function sessionPage(desk) {
  const { frame, session, carried, now_s } = desk;
  const said = () => door(frame.book, session, visitOf(frame.book, carried, session, now_s), now_s);
  return {
    /** The page that the door asks for; where it is open, the score before and then the acts. */
    atDoor(error) {
      const own = said();
      if (own.door !== "open") return show(desk, shut(desk, own, error));
      return show(desk, session.score && carried.before === null ? score(desk, { after: false, stopped: false, error }) : run(desk));
    },
    /** The first page: what it is, or at once why not. */
    first() {
      const own = said();
      return show(desk, ["closed", "wait", "check"].includes(own.door) ? shut(desk, own, "") : intro(desk));
    },
    /** How strong is the pain after? */
    after: (stopped, error) => show(desk, score(desk, { after: true, stopped, error })),
    /** The end: the stop rule, or what comes now. */
    end: (ended) => show(desk, end(desk, ended)),
  };
}

function show({ frame, session, carried, now_s }, stage) {
  const { book, words, text } = frame;
  const running = stage.id === "run";
  const over = stage.id === "end";
  // What belongs to this session does not follow her into the next.
  const kept = fieldsOf(book, over ? onward(carried) : carried);
  const foot = running ? { stops: book.protocol.care.stops.map(({ say }) => text(say)) } : { dock: "elsewhere" };
  const shell = { title: text(session.name), path: `/session/${session.id}`, kept, foot };
  return drawSession(frame, shell, {
    code: session.code,
    up: running || over ? null : { ...row(frame, book.steps.get(session.step)), text: words.say("session-up") },
    // Someone must see her today or sooner: relief does not hide it.
    reached: running || carried.interview === null ? [] : reached(frame, carried.interview, now_s),
    stage,
  });
}

function shut(desk, said, error) {
  const { frame, session } = desk;
  switch (said.door) {
    case "closed": return held(desk, said.why.map((why) => whyOf(frame, session, why)));
    case "list": return { id: "list", lines: said.lines.map((line) => lineOf(frame, session, line)).filter((line) => line !== null), error };
    case "age": return { id: "age" };
    case "choose": return { id: "choose", card: allOf(frame, saidOf(frame.book.guide.cards[session.step])), mark: session.mark };
    case "wait": {
      const when = instant(frame.words, said.from_s);
      return when === null ? held(desk, [{ text: frame.words.say("session-lately") }]) : { id: "wait", when };
    }
    default: return { id: "check" };
  }
}

function held(desk, why) {
  return { id: "held", why: why.filter((one, at) => one.text !== why[at - 1]?.text), instead: instead(desk) };
}

/** What the plan offers instead, without what is behind the same door; the cold pack where there is no plan. */
function instead({ frame, session, carried: { read } }) {
  const { steps } = frame.book;
  if (read === null) return steps.has("cold_pack") && session.id !== "cold_pack" ? [row(frame, steps.get("cold_pack"))] : [];
  return read.plan.filter(({ step, place }) => place === "offered" && step !== session.step).map(({ step }) => row(frame, steps.get(step)));
}

/** The acts of a session for someone with or without a baby. */
const movesFor = ({ voice }, { moves }) => moves.filter(({ with_baby }) => with_baby === null || with_baby === voice.baby);

function intro({ frame, session, carried, now_s }) {
  // The longest act, the first of them: it is what the session is about.
  const length = (one) => one?.duration_s ?? 0;
  const longest = movesFor(frame, session).reduce((one, other) => (one === null || length(other) > length(one) ? other : one), null);
  // "Withheld until she has chosen it" is not so for her.
  const unlocked = saidOfUnlock(frame, session, now_s);
  return {
    id: "intro", lead: unlocked ? [{ text: unlocked, grounds: "" }] : allOf(frame, session.lead), sure: allOf(frame, session.sure), mind: allOf(frame, session.mind),
    time: minutes(session, frame.words), picture: longest && picture(frame, longest, carried.side), side: session.side,
  };
}

/** `lately`: whether it is asked if the session was done too lately: this device has not said. */
const score = ({ session, carried }, { after, stopped, error }) => ({ id: "score", after, stopped, lately: !after && session.pool !== null && carried.done.length === 0, error });

function run({ frame, session, carried: { side } }) {
  // The gate with the score before is the first step, the score after the last.
  const around = session.score ? 1 : 0;
  const moves = movesFor(frame, session);
  return { id: "run", total: moves.length + 2 * around, moves: moves.map((one, at) => act(frame, one, { number: at + 1 + around, side })), score: session.score };
}

function act(frame, one, { number, side }) {
  const [other, same] = handsOf(frame, side);
  const filled = (told) => ({ ...told, text: told.text.replaceAll("$hand", () => other).replaceAll("$near", () => same) });
  const { duration_s, optional, once } = one;
  const time = duration_s === null ? "" : `${Math.floor(duration_s / MINUTE_S)}:${String(duration_s % MINUTE_S).padStart(2, "0")}`;
  return { number, act: frame.text(one.act), say: allOf(frame, one.say).map(filled), duration_s, time, picture: picture(frame, one, side), optional, once };
}

const picture = ({ book, text }, one, side) => drawn(book, one.picture, text(one.alt), side);

/** The hand of the other side, and of the same. */
function handsOf({ words }, side) {
  const hands = side === null ? ["hand-opposite", "hand-same"] : side === "left" ? ["hand-right", "hand-left"] : ["hand-left", "hand-right"];
  return hands.map((id) => words.say(id));
}

function end({ frame, session, carried, now_s }, { after, stopped }) {
  const { book, words, text } = frame;
  const next = book.sessions.get(session.next);
  return {
    id: "end", stop: scored(book.protocol, carried.before, after) === "stop", stopped, then: allOf(frame, session.then),
    next: next ? { path: `/session/${next.id}`, text: text(next.name), tag: minutes(next, words) } : null, at_s: now_s, scores: [carried.before, after],
  };
}
