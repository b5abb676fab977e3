// GET and POST /relief
import { arriving } from "../arrival.js";
import { fieldsOf, onward } from "../carry.js";
import { sections } from "../fill/relief.js";
import { drawSections } from "../part/sections.js";

/** The plan as rows that open their cards. */
export const handle = arriving(({ book, carried, frame }) => {
  const { words } = frame;
  const shell = { title: words.say("relief-title"), path: "/relief", kept: fieldsOf(book, onward(carried)), foot: { dock: "more" } };
  const help = words.say(carried.read === null ? "relief-without-check" : "relief-after-check");
  return drawSections(frame, shell, { help, sections: sections(frame, carried.read), asksTone: true });
});
