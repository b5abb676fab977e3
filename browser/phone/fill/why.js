// Why a door is closed, and what it asks, in words.
import { toldOf } from "../part/told.js";
import { capital } from "./capital.js";

/** A reason of a door, with what it rests on. */
export function whyOf({ book, words, text }, session, why) {
  const { protocol: { care, phrases }, situations } = book;
  const gate = (one) => `gate:${one.id}`;
  const first = care.gates.find(({ opens }) => opens.includes(session.code)) ?? care.gates[0];
  const step = `step:${session.step}`;
  switch (why.kind) {
    case "exclusion": return { text: text(care.gates[why.gate].closed[why.at].say), grounds: gate(care.gates[why.gate]) };
    case "urgency": return { text: text(phrases.gate_urgency), grounds: gate(first) };
    case "age": return { text: text(phrases.gate_age), grounds: gate(first) };
    case "situation": return { text: words.say("session-held-for", { name: text(situations.get(why.id).name) }), grounds: step };
    case "not_in_plan": return { text: words.say("session-not-in-plan"), grounds: step };
    case "not_hers": return { text: words.say("session-not-hers"), grounds: "" };
    default: return { text: words.say("session-ticked"), grounds: "" };
  }
}

/** A line of the list at the door; null where it says nothing to her. */
export function lineOf(frame, session, line) {
  const { book, words, text } = frame;
  if (line.kind === "hold") return toldOf(frame, session.hold[line.at]);
  const own = whyOf(frame, session, line);
  if (line.kind === "urgency") return { ...own, text: words.say("session-line-urgency") };
  return line.kind === "situation" ? { ...own, text: capital(text(book.situations.get(line.id).name)) } : own;
}
