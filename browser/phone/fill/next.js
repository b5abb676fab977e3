// What comes next in the check.
import * as path from "../interview.js";
import * as result from "./result.js";
import * as screen from "./screen.js";

/** The next screen, or the result when there is none. */
export function next(request, interview) {
  const stop = path.next(request.book, interview);
  return stop === null ? result.show(request, interview) : screen.show(request, interview, stop);
}
