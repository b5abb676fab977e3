// GET /day, /day/:day, POST /day: a local day, one kind of it alone, a search in notes. Pure.
import { dayAfter, last24h, rowsOf, sumsOf } from "../../record/day.js";
import { day as dayOf, inZone } from "../../record/moment.js";
import { pairs } from "../../record/twice.js";
import { page } from "../frame.js";
import { html, when } from "../html.js";
import { unknownPage } from "../page/trouble.js";
import { desk, formOf, isListed, may, mayChange, shellOf } from "./desk.js";
import { icon, row, sprite, style } from "./draw.js";
import { text } from "./form.js";
import { notesOf } from "./entry.js";
import { named } from "./just_saved.js";
import { long, plain, said } from "./entry_said.js";

const GAP_MS = 4 * 60 * 60 * 1000;
const MOST = 100;

/** A line for an entry; `other` may be the same feed. */
export function lineOf(entry, other, { reader, forms, record }) {
  const { words, clock, first, name } = reader;
  const both = other && words.say("log-day-twice", { first: first(entry.by), second: name(other.by), one: clock(entry.at), two: clock(other.at) });
  const whole = said(entry.content, reader);
  const small = [...whole.small, ...notesOf(entry, reader), ...(both ? [both] : [])];
  return {
    clock: clock(entry.at), date: "", icon: formOf(forms, entry.content.kind).icon, href: `/entry/${entry.id}`,
    said: { ...whole, small }, waits: (record.waiting ?? []).includes(entry.id), other: other?.id ?? "",
  };
}
/** A line in a list of many days. */
export const dated = (entry, here) => ({ ...lineOf(entry, null, here), date: here.reader.date(dayOf(entry.at)) });

function lines(entries, day, only, here) {
  const { reader } = here;
  const found = pairs(entries);
  const otherOf = (entry) => entries.find(({ id }) => id === found.find(([first]) => first === entry.id)?.[1]);
  return rowsOf(entries, day, reader.zone, GAP_MS, reader.now_ms).flatMap(({ entry, from_ms, to_ms }) => {
    if (entry) return only === null || entry.content.kind === only ? [lineOf(entry, otherOf(entry), here)] : [];
    const gap = reader.words.say("log-day-gap", { from: reader.clockOf(from_ms), to: reader.clockOf(to_ms) });
    return only === null ? [{ icon: "", said: { head: [], small: [gap] } }] : [];
  });
}

/** What a day adds up to; of today the last 24 hours. */
function sumsSaid(entries, day, isToday, reader) {
  const { words } = reader;
  const sums = isToday ? last24h(entries, reader.now_ms) : sumsOf(entries, day);
  const total = (name) => sums.get(name) ?? 0n;
  const count = (id, name) => (total(name) > 0n ? [words.count(id, total(name))] : []);
  const ml = (id, name) => (total(name) > 0n ? [words.say(id, { value: (total(name) + 500n) / 1000n })] : []);
  const slept = total("sleep_s") > 0n ? [words.say("log-day-sleep", { value: long(Number(total("sleep_s")), reader) })] : [];
  const parts = [...count("log-day-feeds", "feeds"), ...ml("log-day-bottles", "bottle_ul"), ...ml("log-day-pumped", "pump_ul"), ...count("log-day-wet", "wet"), ...count("log-day-dirty", "dirty"), ...slept];
  const date = reader.date(day);
  if (parts.length > 0) return words.say(isToday ? "log-day-last" : "log-day-sums", { date, sums: parts.join(", ") });
  return entries.some((entry) => !entry.binned && dayOf(entry.at) === day) ? date : words.say("log-day-nothing", { date });
}

/** The kinds that the day has, when there are several: address, name, whether it is the present one. */
function kindsOf(entries, day, path, only, { forms, words }) {
  const has = (kind) => entries.some((entry) => entry.content.kind === kind && dayOf(entry.at) === day);
  const found = forms.filter(({ name, kind }) => name === kind && has(kind)).map(({ kind, title }) => [`${path}?kind=${kind}`, words.say(title), only === kind]);
  return found.length < 2 && only === null ? [] : [...found, [path, words.say("log-day-all"), only === null]];
}

/** What was saved before, and taking it back; `entries`: of one press, the one it was about first. */
function savedOf([first, ...more], day, { reader, words }) {
  if (first === undefined) return null;
  const all = [first, ...more];
  const takesBack = (one) => mayChange(reader, { ...one, binned: false }, { binned: one.changed_by === null || one.binned });
  const text = words.say(first.binned ? "log-day-binned" : "log-day-saved", { value: plain(said(first.content, reader), words) });
  return { text, day, undo: all.every(takesBack) ? all.map(({ id, heads: [head] }) => [id, head]) : [] };
}

function savedDrawn({ text: said, day, undo }, words) {
  const hidden = (name, value) => html`<input type="hidden" name="${name}" value="${value}">`;
  const form = () => html`<form method="post" action="/undo">${hidden("day", day)}${undo.map(([entry, revision]) => html`${hidden("entry", entry)}${hidden("revision", revision)}`)}<button class="btn">${words.say("record-undo")}</button></form>`;
  return html`<div class="saved"><p role="status">${said}</p>${when(undo, form)}</div>`;
}

function draw(here, path, { title, sums, saved = null, rows, before = "", after = "", kinds = [], sought = "" }) {
  const { frame, reader: { person }, words } = here;
  const link = (href, id) => href !== "" && html`<a class="link" href="${href}">${words.say(id)}</a>`;
  return { status: 200, body: page(frame, shellOf(title, path), {
    styles: style(frame),
    main: html`${sprite(frame)}${saved && savedDrawn(saved, words)}<h1>${title}</h1><p class="help">${sums}</p>${(before !== "" || after !== "") && html`<p class="days">${link(before, "log-day-before")}${link(after, "log-day-after")}</p>`}<ol class="day">${rows.map((one) => row(one, words))}</ol>${when(kinds, () => html`<details><summary>${words.say("log-day-only")}</summary><p class="only">${kinds.map(([href, name, chosen]) => html`<a class="btn soft" href="${href}"${chosen && html` aria-current="true"`}>${name}</a>`)}</p></details>`)}<form class="search" method="post" action="/day"><label for="sought">${words.say("log-day-search")}</label><span class="two"><input id="sought" name="sought" value="${sought}" type="search" autocomplete="off"><button class="btn">${words.say("log-day-search-go")}</button></span></form>${may(person, "bin") && html`<p><a class="link" href="/bin">${words.say("log-day-bin")}</a></p>`}`,
    action: may(person, "log") && html`<div class="foot-act"><a class="btn act" href="/log">${icon("k-plus")}${words.say("log-day-log")}</a></div>`,
  }) };
}

/** Whether it names a day: `2026-11-26`. */
export const isDay = (day) => /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day)) && new Date(Date.parse(day)).toISOString().startsWith(day);

/** The local day of an instant. */
export const dayAt = (at_ms, zone) => dayOf(inZone(at_ms, zone));

/** GET /day, GET /day/:day, POST /day */
export function handle(request) {
  const { record, path, method, query, fields = [] } = request;
  const here = { ...desk(request), record };
  const { reader, words, forms } = here;
  if (method === "POST") return found(here, text(fields, "sought"));
  const today = dayOf(inZone(reader.now_ms, reader.zone));
  const day = path.split("/")[2] ?? today;
  if (!isDay(day)) return unknownPage(request);
  const asked = new URLSearchParams(query);
  const only = forms.some(({ kind }) => kind === asked.get("kind")) ? asked.get("kind") : null;
  const near = [day, dayAfter(day, -1)];
  const entries = record.entries.filter((entry) => !entry.binned && near.includes(dayOf(entry.at)) && isListed(reader, entry));
  return draw(here, path, {
    title: day === today ? words.say("log-day-today") : reader.date(day),
    sums: sumsSaid(entries, day, day === today, reader),
    saved: savedOf(named(record.entries, asked.get("saved")).filter((entry) => isListed(reader, entry)), day, here),
    rows: lines(entries, day, only, here),
    before: may(reader.person, "all") ? `/day/${dayAfter(day, -1)}` : "",
    after: dayAfter(day) <= today ? `/day/${dayAfter(day)}` : "",
    kinds: kindsOf(entries, day, path, only, here),
  });
}

/** What has these words in its note or in the name of its medicine, newest first: of what the phone has with it, and it says since when. */
function found(here, sought) {
  const { reader, words, record } = here;
  const wordsOf = ({ content }) => `${content.kind === "medicine" ? content.name : ""} ${content.note ?? ""}`.toLowerCase();
  const newest = (one, other) => other.at.at_ms - one.at.at_ms || (one.id < other.id ? 1 : -1);
  const matches = (entry) => !entry.binned && isListed(reader, entry) && wordsOf(entry).includes(sought.toLowerCase());
  const all = sought === "" ? [] : record.entries.filter(matches).sort(newest);
  const entries = all.slice(0, MOST);
  const has = record.from_ms === undefined || sought === "" ? null : dayAt(record.from_ms, reader.zone);
  const until = all.length > MOST ? dayOf(entries.at(-1).at) : has;
  const count = words.count("log-day-found", entries.length);
  const sums = until === null ? count : `${count}. ${words.say("log-day-until", { date: reader.date(until) })}`;
  return draw(here, "/day", { title: words.say("log-day-search"), sums, rows: entries.map((entry) => dated(entry, here)), sought });
}
