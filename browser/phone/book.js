// The book: rules, guide, words and sources, fetched once and made ready. Everything that a page shows comes from it.
import { prepare } from "../evaluate.js";

/** Makes a fetched book ready; do it once. */
export function open(book, version) {
  const by = (list, key = "id") => new Map(list.map((one) => [one[key], one]));
  const { protocol, guide } = book;
  return {
    ...book,
    version,
    rules: prepare(protocol),
    findings: by(protocol.findings),
    context: by(protocol.context),
    regions: by(protocol.regions),
    screens: by(protocol.screens),
    steps: by(protocol.steps),
    conditions: by(protocol.conditions),
    situations: by(protocol.situations),
    urgencies: by(protocol.urgencies, "level"),
    sessions: by(guide.sessions),
    coded: by(guide.sessions, "code"),
    explains: by(guide.explains, "condition"),
    pages: by(guide.pages),
  };
}
