// POST /check: one answer, then the next screen. Answers come in hidden fields and leave with the page; nothing is stored.
import { next } from "../fill/next.js";
import * as result from "../fill/result.js";
import * as screen from "../fill/screen.js";
import { interviewOf, keepTicks, reply, stopOf } from "../form.js";
import { before, interrupts, noteShown } from "../interview.js";
import { value } from "../interview/answers.js";
import { stale } from "./trouble.js";

/** What is no answer, by the button. */
const GO = new Map([["back", back], ["again", again], ["on", next], ["region", chooseRegion]]);

/** Takes the answer and shows what follows. */
export function handle(request) {
  const interview = interviewOf(request);
  if (interview === null) return stale(request);
  return (GO.get(request.field("go")) ?? answer)(request, interview);
}

function answer(request, interview) {
  const { book, now_s } = request;
  const stop = stopOf(request);
  if (stop === null) return stale(request);
  interview.began_s ??= Number(now_s);
  const refused = reply(request, interview, stop);
  if (refused !== null) return screen.show(request, interview, stop, refused);
  const interrupted = interrupts(book, interview);
  noteShown(book, interview);
  return interrupted ? result.show(request, interview) : next(request, interview);
}

function back(request, interview) {
  keepTicks(request, interview);
  const stop = before(request.book, interview, stopOf(request));
  return stop === null ? next(request, interview) : screen.show(request, interview, stop);
}

/** The page as it was: after a change of colours in mid-check, or a look at the numbers. */
export function again(request, interview = interviewOf(request)) {
  if (interview === null) return stale(request);
  const stop = stopOf(request);
  return stop === null ? result.show(request, interview) : screen.show(request, interview, stop);
}

function chooseRegion(request, interview) {
  const region = value(request.book, "region", request.field("region"));
  if (region === undefined) return result.show(request, interview);
  interview.answers.known.set("region", region);
  return { status: 200, body: result.show(request, interview), choices: { region } };
}
