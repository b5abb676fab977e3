// GET and POST /session/:id: a session's door, its acts, its end.
import { arriving } from "../arrival.js";
import { scoreOf, sideNamed } from "../carry.js";
import { sessionPage } from "../fill/session.js";
import { unknownPage } from "./trouble.js";

/** Takes one reply and shows what follows. Without a reply: what the session is. */
export const handle = arriving((request) => {
  const { book, carried: before, frame, field, id, now_s } = request;
  const session = book.sessions.get(id);
  if (session === undefined) return unknownPage(request);
  const reply = replyOf(field);
  const { carried, error } = taken(reply, { session, carried: before, field, now_s });
  const said = error === null ? "" : frame.words.say(error);
  const page = sessionPage({ frame, session, carried, now_s });
  const stopped = field("stopped") !== undefined;
  switch (reply.go) {
    // Other colours in the middle of a session: it goes on where it was.
    case null: return carried.before !== null ? page.atDoor("") : page.first();
    case "stop": return page.after(true, said);
    case "end": return session.score ? page.after(false, said) : page.end({ after: null, stopped });
    case "after": return session.score && reply.score === null ? page.after(stopped, said) : page.end({ after: reply.score, stopped });
    default: return page.atDoor(said);
  }
});

/** What a form says: { go } and what belongs to it; null: she came by a link. */
function replyOf(field) {
  const ticked = field("tick") !== undefined;
  const score = scoreOf(field("score") ?? "");
  switch (field("go")) {
    case "start": return { go: "start", side: sideNamed(field("start_side")) };
    case "left": case "right": return { go: "start", side: field("go") };
    // Neither "none of these" with a line ticked nor "these" without one is an answer.
    case "none": return { go: "list", none_of_these: ticked ? null : true };
    case "ticked": return { go: "list", none_of_these: ticked ? false : null };
    case "not_sure": return { go: "list", none_of_these: false };
    case "old": return { go: "age", old_enough: true };
    case "young": return { go: "age", old_enough: false };
    case "choose": return { go: "choose" };
    case "before": return { go: "before", score };
    case "after": return { go: "after", score };
    case "stop": return { go: "stop" };
    case "end": return { go: "end" };
    default: return { go: null };
  }
}

/** What is carried after a reply, and the message of what is wrong with it. */
function taken(reply, { session, carried, field, now_s }) {
  const done = [...carried.done, { code: session.code, at_s: now_s }];
  // What was said at this door so far; what is said now is said now.
  const pass = { none_of_these: null, old_enough: null, ...carried.pass, at_s: now_s };
  const ended = field("ended") === undefined ? { ...carried, done } : carried;
  switch (reply.go) {
    case "start": return { carried: { ...carried, side: reply.side }, error: null };
    case "list":
      if (reply.none_of_these === null) return { carried, error: field("go") === "none" ? "refused-both" : "refused-nothing" };
      return { carried: { ...carried, pass: { ...pass, none_of_these: reply.none_of_these } }, error: null };
    case "age": return { carried: { ...carried, pass: { ...pass, old_enough: reply.old_enough } }, error: null };
    case "choose": return { carried: { ...carried, chosen: field("mark") ?? null }, error: null };
    case "before":
      if (reply.score === null) return { carried, error: "score-missing" };
      // Too lately: as if it had ended this moment, so that the rest that it needs lies ahead.
      return { carried: { ...carried, before: reply.score, done: field("lately") === undefined ? carried.done : done }, error: null };
    case "after": return { carried: ended, error: reply.score === null ? "score-missing" : null };
    case "end": case "stop": return { carried: ended, error: null };
    default: return { carried, error: null };
  }
}
