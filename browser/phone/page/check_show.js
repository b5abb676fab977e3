// GET /check
import { next } from "../fill/next.js";
import { begin } from "../interview/line.js";
import { know } from "../interview/settle.js";
import { value } from "../interview/answers.js";

/** A new check: the first screen. Of the answers only the region is known, if she has chosen one. */
export function handle(request) {
  const interview = begin();
  const region = value(request.book, "region", request.visitor.region);
  if (region !== undefined) know(interview, "region", region);
  return next(request, interview);
}
