// The list of everything there is.
import { capital } from "./capital.js";
import { minutes } from "./step.js";

/** All pages under their headings. */
export function everything({ book, voice, words, text }) {
  const { protocol, guide } = book;
  const way = (path, id) => ({ path, text: words.say(id) });
  const tools = [way("/relief", "relief-title"), way("/painkillers", "more-painkillers"), way("/feed-timer", "feed-title"), ...(voice.baby ? [way("/milk", "milk-title")] : [])];
  const sessions = guide.sessions.filter(({ unlock }) => unlock === null);
  const sections = [
    { title: words.say("more-now"), rows: tools },
    { title: words.say("more-sessions"), rows: sessions.map((one) => ({ path: `/session/${one.id}`, text: text(one.name), tag: minutes(one, words) })) },
  ];
  for (const page of guide.pages.filter(({ needs_baby }) => voice.baby || !needs_baby)) {
    const title = text(page.group);
    const row = { path: `/read/${page.id}`, text: text(page.title) };
    const known = sections.find((section) => section.title === title);
    known ? known.rows.push(row) : sections.push({ title, rows: [row] });
  }
  const shown = protocol.conditions.filter(({ subject }) => voice.baby || subject === "parent");
  sections.push({ title: words.say("more-conditions"), rows: shown.map(({ id, name }) => ({ path: `/condition/${id}`, text: capital(text(name)) })) });
  sections.push({ title: words.say("more-house"), rows: [{ ...way("/household", "more-record"), bare: true }, way("/evidence", "more-rests"), way("/about", "about-link")] });
  return sections;
}
