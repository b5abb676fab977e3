// GET and POST /feed-timer
import { arriving } from "../arrival.js";
import { fieldsOf, onward } from "../carry.js";
import { feed } from "../fill/feed.js";
import { drawFeed } from "../part/feed.js";

/** The timer after a press, if there was one. */
export const handle = arriving(({ book, carried, frame, field, now_s }) => {
  const one = feed(frame, carried, { line: field("feed") ?? "", go: field("go") }, now_s);
  const kept = [...fieldsOf(book, onward(carried)), ...(one.line === "" ? [] : [["feed", one.line]])];
  return drawFeed(frame, { title: frame.words.say("feed-title"), path: "/feed-timer", kept, foot: { dock: "elsewhere" } }, one);
});
