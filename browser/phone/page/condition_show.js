// GET and POST /condition/:id
import { arriving } from "../arrival.js";
import { condition } from "../fill/reading.js";
import { reading } from "../part/reading.js";
import { unknownPage } from "./trouble.js";

/** A condition, explained; none of the baby's without a baby. */
export const handle = arriving((request) => {
  const { book, carried, frame, id } = request;
  const explain = book.explains.get(id);
  const isHers = explain && (frame.voice.baby || book.conditions.get(id).subject === "parent");
  return isHers ? reading(frame, condition(frame, carried, explain)) : unknownPage(request);
});
