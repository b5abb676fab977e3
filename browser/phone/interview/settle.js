// What an answer leaves behind, and what it takes away.
import { UNSURE } from "../../evaluate.js";

/** Knows an item of context: it is no longer passed over. */
export function know({ answers, passed }, item, value) {
  answers.known.set(item, value);
  passed.delete(item);
}

/** Passes an item of context over: it is no longer known. */
export function passOver({ answers, passed }, item) {
  answers.known.delete(item);
  passed.add(item);
}

/** An answer (the number of a level, or UNSURE), and nothing of what stood there before it. */
export function settle({ answers, once, ticked, said: how }, finding, given, said = null) {
  answers.given.set(finding, given);
  ticked.delete(finding);
  // Whoever answered "not sure" has been asked often enough, however it was said: a skip too.
  if (given === UNSURE) once.add(finding);
  else once.delete(finding);
  if (said === null) how.delete(finding);
  else how.set(finding, said);
}

/** To be asked on its own. */
export function ask({ answers, once, ticked, said }, finding) {
  answers.given.delete(finding);
  said.delete(finding);
  once.delete(finding);
  ticked.add(finding);
}

/** "Not sure", to be asked once more. */
export function askAgain(interview, finding) {
  ask(interview, finding);
  interview.ticked.delete(finding);
  interview.once.add(finding);
}
