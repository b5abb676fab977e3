// The plan's rows and cards.
import { fieldsOf, onward } from "../carry.js";
import { allOf, cited, groundsOf } from "../part/told.js";
import { DOES } from "../relief/door.js";
import { minutes, wordsOfStep } from "./step.js";

/** Places of the plan: the id of the heading, and its icon. */
const PLACES = [["offered", "plan-do", "tick"], ["optional", "plan-if-you-like", "maybe"], ["not_now", "plan-not-now", "wait"], ["never", "plan-never", "x"]];

/** What a card says, in the order of its parts. */
export const saidOf = ({ what, how_long, how_often, not, sure }) => [what, how_long, how_often, not, sure].flat();

/** The row of a step, with what her situations add. */
export function row({ book, words, text }, step, small = "") {
  const session = book.coded.get(step.session);
  return { path: `/relief/${step.id}`, text: text(step.name), small, tag: session ? minutes(session, words) : "" };
}

/** The rows of the plan under their headings; without a check, what can help and what nobody advises. */
export function sections(frame, read) {
  const { book: { protocol, steps }, words } = frame;
  if (read !== null && read.plan.length > 0) {
    const rows = (place) => read.plan.filter((planned) => planned.place === place).map(({ step: id }) => {
      const step = steps.get(id);
      return row(frame, step, wordsOfStep(frame, read, step, place).join("; "));
    });
    return filled(PLACES.map(([place, title, icon]) => ({ title: words.say(title), icon, rows: rows(place) })));
  }
  const helps = ({ marks }) => marks.some(({ mark }) => DOES.includes(mark));
  const rows = (list) => list.map((step) => row(frame, step));
  return filled([
    { title: words.say("relief-can-help"), icon: "tick", rows: rows(protocol.steps.filter(helps)) },
    { title: words.say("relief-not-advised"), icon: "x", rows: rows(protocol.steps.filter((step) => !helps(step))) },
  ]);
}

const filled = (list) => list.filter(({ rows }) => rows.length > 0);

/** The card of a step, as `reading` of part/reading.js; null: it has none. */
export function card(frame, carried, step) {
  const { book, words, text } = frame;
  const own = book.guide.cards[step.id];
  if (own === undefined) return null;
  const { read } = carried;
  const place = read?.plan.find((planned) => planned.step === step.id)?.place ?? null;
  const session = book.coded.get(step.session);
  const start = startOf(frame, step, session, place);
  const stands = PLACES.find(([known]) => known === place);
  return {
    shell: { title: text(step.name), path: `/relief/${step.id}`, kept: fieldsOf(book, onward(carried)), foot: { dock: "elsewhere" } },
    up: { path: "/relief", text: words.say("relief-title") },
    place: stands ? { icon: stands[2], word: words.say(stands[1]) } : null,
    pieces: [...pieces(frame, own, step, read, place), ...(start ? others(frame, step, session) : [])],
    start,
    choice: session?.unlock ? session.mark : "",
    sources: cited(frame, [...step.sources, ...groundsOf(frame, saidOf(own))]),
  };
}

function pieces(frame, own, step, read, place) {
  const { words, text } = frame;
  const grounds = `step:${step.id}`;
  const beside = place === null ? [] : wordsOfStep(frame, read, step, place).map((one) => ({ text: one, grounds }));
  const part = (title, told) => (told.length === 0 ? [] : [{ heading: words.say(title) }, { items: told }]);
  return [
    ...allOf(frame, own.what).map((lead) => ({ lead })),
    ...part("card-for-you", beside),
    ...part("card-how-long", allOf(frame, own.how_long)),
    ...part("card-how-often", allOf(frame, own.how_often)),
    ...part("card-why", [{ text: text(step.why), grounds }]),
    ...part("card-not", allOf(frame, own.not)),
    ...part("card-sure", allOf(frame, own.sure)),
  ];
}

/** Other sessions of the same step: a second form of the same touch. */
function others({ book, text }, step, first) {
  const other = (one) => one.step === step.id && one.id !== first?.id;
  return book.guide.sessions.filter(other).map((one) => ({ go: { path: `/session/${one.id}`, text: text(one.name) } }));
}

/** What the button of a card starts. A step that is held back starts nothing. */
function startOf({ words, text }, step, session, place) {
  if (place === "not_now" || place === "never") return null;
  if (step.id === "painkiller") return { path: "/painkillers", text: words.say("card-painkillers") };
  if (session === undefined) return null;
  const id = session.unlock ? "card-read-on" : "card-start";
  return { path: `/session/${session.id}`, text: words.say(id, { name: text(session.name) }), tag: minutes(session, words) };
}
