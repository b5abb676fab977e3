// GET and POST /more
import { arriving } from "../arrival.js";
import { fieldsOf, onward } from "../carry.js";
import { everything } from "../fill/more.js";
import { drawSections } from "../part/sections.js";

/** Everything there is, one row each. */
export const handle = arriving(({ book, carried, frame }) => {
  const shell = { title: frame.words.say("more"), path: "/more", kept: fieldsOf(book, onward(carried)), foot: { dock: "more" } };
  return drawSections(frame, shell, { help: "", sections: everything(frame), asksTone: false });
});
