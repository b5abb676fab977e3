// GET and POST /relief/:id
import { arriving } from "../arrival.js";
import { card } from "../fill/relief.js";
import { reading } from "../part/reading.js";
import { unknownPage } from "./trouble.js";

/** The card of one step of the plan. */
export const handle = arriving((request) => {
  const { book, carried, frame, id } = request;
  const step = book.steps.get(id);
  const own = step && card(frame, carried, step);
  return own ? reading(frame, own) : unknownPage(request);
});
