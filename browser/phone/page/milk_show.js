// GET and POST /milk: may the baby drink this milk?
import { arriving } from "../arrival.js";
import { fieldsOf, onward } from "../carry.js";
import { milk } from "../fill/milk.js";
import { drawMilk } from "../part/milk.js";
import { unknownPage } from "./trouble.js";

/** Each tap names one exception; "none of these" is yes. */
export const handle = arriving((request) => {
  const { book, carried, frame, fields, field } = request;
  if (!frame.voice.baby) return unknownPage(request);
  const named = fields.filter(([name]) => name === "tick");
  const shell = { title: frame.words.say("milk-title"), path: "/milk", kept: [...fieldsOf(book, onward(carried)), ...named], foot: { dock: "elsewhere" } };
  return drawMilk(frame, shell, milk(frame, carried.read, { named: named.map(([, id]) => id), none: field("go") === "none" }));
});
