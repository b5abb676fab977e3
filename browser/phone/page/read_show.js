// GET and POST /read/:id
import { arriving } from "../arrival.js";
import { shortPage } from "../fill/reading.js";
import { reading } from "../part/reading.js";
import { unknownPage } from "./trouble.js";

/** A short page. */
export const handle = arriving((request) => {
  const { book, carried, frame, id } = request;
  const page = book.pages.get(id);
  const isHers = page && (frame.voice.baby || !page.needs_baby);
  return isHers ? reading(frame, shortPage(frame, carried, page)) : unknownPage(request);
});
