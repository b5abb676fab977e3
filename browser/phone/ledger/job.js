// The page that does the job of a claim.
import { capital } from "./desk.js";

/** Pages that are no page of the guide: their addresses and the ids of their names. */
const TOOLS = { "/check": "check", "/relief": "relief-title", "/feed-timer": "feed-title", "/milk": "milk-title", "/painkillers": "more-painkillers" };

/** A way to it; null: there is none for her. */
export function job({ say, things, frame: { voice, text } }, { page }) {
  if (page === null || (page === "/milk" && !voice.baby)) return null;
  const thing = things.find((one) => one.page === page && page.endsWith(one.id));
  const name = page in TOOLS ? say(TOOLS[page]) : thing && capital(text(thing.text));
  return name ? { path: page, text: name, small: say("article-job") } : null;
}
