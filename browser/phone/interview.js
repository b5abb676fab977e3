// The interview: which screen comes next, how to go back. The order is data; nothing here knows how a screen looks.
// A stop is { screen, closer }: a screen of the protocol, and the id of the finding that is asked on its own there, else null.
import { assess, conclude, isAlone, neededNow, readAnswers, screenIsOn, worstCase } from "../evaluate.js";
import * as own from "./interview/answers.js";

const EMERGENCY_NOW = 6;

/** How texts speak to whoever answers. */
export const voice = (book, { answers }) => own.voice(book, answers);

/** Whether there is a baby to ask about. */
export const hasBaby = (book, { answers }) => own.hasBaby(book, answers);

/** The code of the region that is known from the answers. */
export const region = ({ answers }) => answers.known.get("region");

/** The answers with everything derived. */
export const reading = (book, { answers }) => readAnswers(book.rules, own.placed(book, answers));

/** Everything that follows from the answers: what `evaluate` gives. */
export const evaluated = (book, interview) => conclude(book.rules, reading(book, interview));

/** Every stop so far and to come, in order, as { stop, done }. */
export const path = (book, interview) => pathOf(book, interview, reading(book, interview));

/** The first stop without an answer; null when the interview is over. */
export const next = (book, interview) => path(book, interview).find(({ done }) => !done)?.stop ?? null;

/** The stop before this one, or before the end. */
export function before(book, interview, here = null) {
  const stops = path(book, interview).map(({ stop }) => stop);
  const at = stops.findIndex((stop) => stop.screen === here?.screen && stop.closer === here?.closer);
  const later = stops.findIndex((stop) => stop.screen === here?.screen) + 1;
  return stops[(at >= 0 ? at : later > 0 ? later : stops.length) - 1] ?? null;
}

/** The most screens that can still come, whatever is answered to them, closer looks aside. */
export const leftAtMost = (book, interview) => pathOf(book, interview, worstCase(book.rules, reading(book, interview))).filter(({ done }) => !done).length;

function pathOf(book, interview, read) {
  const needed = neededNow(book.rules, read);
  return order(book, interview).flatMap((screen) => stops(book, interview, { read, needed, screen }));
}

/** The screens in the order in which this person meets them: the patient who worries her first. */
function order({ protocol: { screens } }, { who }) {
  if (who !== "baby") return screens;
  const first = Math.max(0, screens.findIndex((screen) => screen.for !== null));
  const length = [...screens.slice(first), { for: null }].findIndex((screen) => screen.for === null);
  const patients = screens.slice(first, first + length);
  const [baby, others] = [true, false].map((is) => patients.filter((screen) => (screen.for === "baby") === is));
  return [...screens.slice(0, first), ...baby, ...others, ...screens.slice(first + length)];
}

function stops(book, interview, { read, needed, screen }) {
  if (!screenIsOn(book.rules, read, screen.id) || !fits(book, interview, screen)) return [];
  const { who, choose, question, list } = screen.kind;
  const { answers: { given, known }, passed } = interview;
  const stop = { screen, closer: null };
  if (who) return [{ stop, done: interview.who !== null }];
  if (choose) return [{ stop, done: known.has(choose) || passed.has(choose) }];
  if (question) return shows(book, interview, needed, question) ? [{ stop, done: given.has(question) }] : [];
  const alone = (id) => isAlone(book.rules, read, id);
  const shown = list.filter((id) => shows(book, interview, needed, id));
  const listed = shown.filter((id) => !alone(id));
  const asked = shown.filter((id) => alone(id) || isCloser(interview, id));
  return [
    ...(listed.length > 0 ? [{ stop, done: listed.every((id) => isMet(interview, id)) }] : []),
    ...asked.map((id) => ({ stop: { screen, closer: id }, done: given.has(id) })),
  ];
}

/** Screens of a baby are left out without one; "who" when it is known that there is none. */
function fits(book, interview, screen) {
  if (hasBaby(book, interview)) return true;
  return screen.kind.who ? interview.who !== null : screen.for !== "baby";
}

/** Whether a finding is asked: when it is needed, has been met already, or serves the plan. */
function shows(book, interview, needed, id) {
  const { subject, class: kind } = book.findings.get(id);
  if (subject === "baby" && !hasBaby(book, interview)) return false;
  return needed.has(id) || isMet(interview, id) || kind === "input";
}

const isMet = (interview, id) => interview.answers.given.has(id) || isCloser(interview, id);
const isCloser = ({ answers, ticked, once }, id) => !answers.given.has(id) && (ticked.has(id) || once.has(id));

/** The ids of the findings on a checklist that are shown to this person; those that are asked alone stand elsewhere. */
export function shownOn(book, interview, { kind: { question, list = [] } }) {
  if (question) return [question];
  const read = reading(book, interview);
  const needed = neededNow(book.rules, read);
  return list.filter((id) => shows(book, interview, needed, id) && !isAlone(book.rules, read, id));
}

/** The finding that a stop asks on its own, if it does. */
export const askedAlone = ({ screen, closer }) => closer ?? screen.kind.question ?? null;

/** Whether an emergency has been reached that has not been shown: of either patient, each by itself. */
export const interrupts = (book, interview) => emergencies(book, interview) > interview.shown;

/** Notes which emergencies have been shown. One that was taken back will interrupt again. */
export function noteShown(book, interview) {
  interview.shown = emergencies(book, interview);
}

function emergencies(book, interview) {
  const { parent, baby } = assess(book.rules, reading(book, interview));
  return [parent, baby].filter((reached) => reached?.level === EMERGENCY_NOW).length;
}
