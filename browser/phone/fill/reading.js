// Short pages and explained conditions.
import { fieldsOf, onward } from "../carry.js";
import { calls } from "../frame.js";
import { allOf, cited, groundsOf, toldOf } from "../part/told.js";
import { capital } from "./capital.js";

const shell = ({ book }, carried, title, path) => ({ title, path, kept: fieldsOf(book, onward(carried)), foot: { dock: "elsewhere" } });
const above = ({ words }) => ({ path: "/more", text: words.say("more") });
const plain = { place: null, start: null, choice: "" };

/** A short page, as `reading` of part/reading.js. */
export function shortPage(frame, carried, one) {
  const { book, text } = frame;
  const said = one.parts.flatMap((part) => part.lead ?? part.say ?? part.item ?? []);
  return {
    ...plain,
    shell: shell(frame, carried, text(one.title), `/read/${one.id}`),
    up: above(frame),
    pieces: together(one.parts.flatMap((part) => piece(frame, part))),
    sources: cited(frame, [...groundsOf(frame, said), ...one.parts.flatMap((part) => shownSources(book, part))]),
  };
}

/** An explained condition. */
export function condition(frame, carried, explain) {
  const { book, words, text } = frame;
  const { id, name } = book.conditions.get(explain.condition);
  const part = (heading, said) => {
    const told = allOf(frame, said);
    return told.length === 0 ? [] : [{ heading: words.say(heading) }, { items: told }];
  };
  const { what, course, helps, seen, ways } = explain;
  return {
    ...plain,
    shell: shell(frame, carried, capital(text(name)), `/condition/${id}`),
    up: above(frame),
    pieces: [
      ...allOf(frame, what).map((lead) => ({ lead })), ...part("explain-course", course), ...part("explain-helps", helps), ...part("explain-seen", seen),
      ...ways.map((way) => go(frame, way)),
    ],
    sources: cited(frame, groundsOf(frame, [what, course, helps, seen].flat())),
  };
}

function shownSources({ protocol: { care } }, { show, table }) {
  if (table) return care.tables.find(({ id }) => id === table).sources;
  return show === "prevention" ? care.preventions.flatMap(({ sources }) => sources) : [];
}

function piece(frame, part) {
  const [[kind, value]] = Object.entries(part);
  if (kind === "heading") return [{ heading: frame.text(value) }];
  if (kind === "go") return [go(frame, value)];
  if (kind === "show" || kind === "table") return [shown(frame, part)];
  const told = toldOf(frame, value);
  if (told === null) return [];
  return [kind === "item" ? { items: [told] } : { [kind]: told }];
}

/** Rows that follow each other stand in one list. */
function together(pieces) {
  const out = [];
  for (const one of pieces) {
    const last = out.at(-1);
    if (last?.items && one.items) last.items.push(...one.items);
    else out.push(one);
  }
  return out;
}

function shown(frame, { show, table }) {
  const { book: { protocol: { care } }, voice, words, text } = frame;
  if (show === "crisis") return { calls: calls(frame, "crisis") };
  if (show === "prevention") {
    const hers = care.preventions.filter(({ needs_baby }) => voice.baby || !needs_baby);
    return { items: hers.map(({ id, say }) => ({ text: text(say), grounds: `prevention:${id}` })) };
  }
  const { columns, rows } = care.tables.find(({ id }) => id === table);
  return { table: { heads: columns.map((column) => words.say(`column-${column.replaceAll("_", "-")}`)), rows } };
}

const go = ({ text }, way) => ({ go: { path: way.path, text: text(way.text) } });
