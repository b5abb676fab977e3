// GET and POST /entry/:id: everything about one entry, and the way to correct it. Pure: gives a page, or where to go on and what to keep.
import { correction_ms } from "../../record/fold.js";
import { day as dayOf, inZone } from "../../record/moment.js";
import { same } from "../../record/same.js";
import { keepBoth, merge } from "../../record/twice.js";
import { page } from "../frame.js";
import { html, when } from "../html.js";
import { unknownPage } from "../page/trouble.js";
import { desk, formOf as formFor, mayChange, maySeeEntry, shellOf } from "./desk.js";
import { warnings } from "./dose.js";
import { error, formOf, line, smalls, stepScripts, style } from "./draw.js";
import { fill, read, swapped, text } from "./form.js";
import { ANSWERED, spelledOut, wrongs } from "./log.js";
import { telling } from "./just_saved.js";
import { long, said } from "./entry_said.js";

/** Who logged it and its marks, in words. */
export function notesOf(entry, reader) {
  const { words, name, person } = reader;
  const by = (id, who) => words.say(id, { name: name(who) });
  const mark = (one) => {
    if (one === "changed_apart") return words.say("log-said-apart");
    const { ahead_ms } = one.clock;
    return words.say(ahead_ms > 0 ? "log-said-ahead" : "log-said-behind", { value: long(Math.floor(Math.abs(ahead_ms) / 1000), reader) });
  };
  return [
    ...(entry.by === person.id ? [] : [by("log-said-by", entry.by)]),
    ...(entry.changed_by && entry.changed_by !== entry.by ? [by("log-said-changed", entry.changed_by)] : []),
    ...entry.marks.map(mark),
  ];
}

function version(received, reader) {
  const { revision } = received;
  const made = inZone(revision.made_at_ms + correction_ms(received), reader.zone);
  const at = `${reader.date(dayOf(made))} ${reader.clock(made)}`;
  return { id: revision.id, by: reader.words.say("log-entry-was", { at, name: reader.name(received.by) }), said: said(revision.content, reader), binned: revision.binned ?? false };
}

const headOf = (one, words) => html`<p class="head-of">${line(one.said, words)}</p>${smalls(one.said)}<p class="small">${one.by}</p>${one.binned && html`<p class="small">${words.say("log-entry-was-binned")}</p>`}`;

function draw(here, entry, versions, fields, { status = 200, error: wrong = "", back = [] } = {}) {
  const { frame, reader, words, forms } = here;
  const [form, path] = [formFor(forms, entry.content.kind), `/entry/${entry.id}`];
  const [mayBin, mayCorrect] = [mayChange(reader, entry, { binned: !entry.binned }), mayChange(reader, entry, { binned: entry.binned }) && !entry.binned];
  const isHead = ({ revision }) => entry.heads.includes(revision.id);
  const newest = [...versions].reverse();
  const apart = entry.heads.length > 1 ? newest.filter(isHead).map((one) => version(one, reader)) : [];
  const earlier = newest.filter((one) => !isHead(one)).map((one) => version(one, reader));
  const whole = said(entry.content, reader);
  const other = swapped(entry.content);
  const act = (value, id, more) => html`<form class="after" method="post" action="${path}"><button class="btn${more}" name="act" value="${value}">${words.say(id)}</button></form>`;
  const choice = (one) => html`<form class="box" method="post" action="${path}"><input type="hidden" name="version" value="${one.id}">${headOf(one, words)}${(mayBin || mayCorrect) && html`<button class="btn" name="act" value="hold">${words.say("log-entry-this")}</button>`}</form>`;
  return { status, body: page(frame, shellOf(words.say(form.title), path), {
    styles: html`${style(frame, "relief.css")}${style(frame)}`,
    scripts: stepScripts(frame, form),
    main: html`<h1 class="head-of">${line(whole, words)}</h1>${whole.small.map((one) => html`<p class="help">${one}</p>`)}${notesOf(entry, reader).map((one) => html`<p class="small">${one}</p>`)}${when(apart, () => html`<section class="part apart"><h2>${words.say("log-entry-apart")}</h2><p class="help">${words.say("log-entry-apart-help")}</p>${apart.map(choice)}</section>`)}${error(wrong)}${entry.binned && html`<p class="aside">${words.say("log-entry-binned")}</p>`}${mayCorrect && formOf(form, { action: path }, fields, back, here)}${mayCorrect && other && !same(other, entry.content) && act("swap", "log-entry-swap")}${mayBin && (entry.binned ? act("unbin", "log-entry-unbin", " act") : act("bin", "log-entry-bin"))}${when(earlier, () => html`<details class="after"><summary>${words.say("log-entry-versions")}</summary><ul class="lines">${earlier.map((one) => html`<li>${headOf(one, words)}</li>`)}</ul></details>`)}`,
  }) };
}


/** What a form comes to: { revisions, stay }, { wrong, back }, or nothing to do. */
function done(request, here, entry, fields) {
  const { reader, words, forms } = here;
  const { record, fresh } = request;
  const changed = (one, content, binned) => ({ id: fresh(), entry: one.id, bases: one.heads, made_at_ms: reader.now_ms, binned, content });
  const chosen = (record.received ?? []).find(({ revision }) => revision.id === text(fields, "version") && entry.heads.includes(revision.id));
  const other = record.entries.find(({ id }) => id === text(fields, "other"));
  switch (text(fields, "act")) {
    case "bin": return { revisions: [changed(entry, entry.content, true)] };
    case "unbin": return { stay: true, revisions: [changed(entry, entry.content, false)] };
    case "hold": return chosen ? { stay: true, revisions: [changed(entry, chosen.revision.content, chosen.revision.binned ?? false)] } : null;
    case "swap": return swapped(entry.content) && { stay: true, revisions: [changed(entry, swapped(entry.content), entry.binned)] };
    case "two": {
      const content = other && maySeeEntry(reader, other) ? keepBoth(entry, other.id) : null;
      return content && { revisions: [changed(entry, content, entry.binned)] };
    }
    case "same": {
      const merged = other && maySeeEntry(reader, other) ? merge(entry, other, reader.now_ms) : null;
      if (!merged) return null;
      const [keep, bin] = merged.keep === entry.id ? [entry, other] : [other, entry];
      return { revisions: [changed(keep, merged.content, false), changed(bin, bin.content, true)] };
    }
    default: return corrected();
  }

  function corrected() {
    const form = formFor(forms, entry.content.kind);
    const found = read(form, entry.content, { fields, now_ms: reader.now_ms, zone: entry.content.at.zone || reader.zone });
    if (found.wrong.length > 0) return { wrong: wrongs(found.wrong, words) };
    const isSame = same(found.content, entry.content);
    const lines = isSame ? [] : warnings(found.content, record.entries.filter(({ id }) => id !== entry.id), here);
    const back = lines.length > 0 ? [...found.back, { lines }] : found.back;
    if (back.length > 0 && !ANSWERED.includes(text(fields, "go"))) return { wrong: "", back };
    return isSame && entry.heads.length === 1 ? null : { revisions: [changed(entry, found.content, entry.binned)] };
  }
}

/** GET and POST /entry/:id. Unknown, of another household or hidden: all the same nothing. */
export function handle(request) {
  const { record, path, method } = request;
  const entry = record.entries.find(({ id }) => id === path.split("/")[2]);
  if (!entry || !maySeeEntry(desk(request).reader, entry)) return unknownPage(request);
  const here = desk(request, entry.content.subject.baby !== undefined);
  const { reader, forms, medicines } = here;
  const form = formFor(forms, entry.content.kind);
  const versions = (record.received ?? []).filter(({ revision }) => revision.entry === entry.id);
  if (method === "GET") return draw(here, entry, versions, fill(form, entry.content));
  const fields = spelledOut(form, request.fields, medicines);
  const found = done(request, here, entry, fields);
  const home = `/entry/${entry.id}`;
  if (!found) return { status: 303, location: home, revisions: [] };
  if (found.wrong !== undefined) return draw(here, entry, versions, fields, { status: 422, error: found.wrong, back: found.back });
  const may = (one) => mayChange(reader, record.entries.find(({ id }) => id === one.entry), one);
  if (!found.revisions.every(may)) return draw(here, entry, versions, fields, { status: 403 });
  const saved = found.revisions.map((one) => one.entry);
  return { status: 303, location: found.stay ? home : telling(`/day/${dayOf(entry.at)}`, saved), revisions: found.revisions };
}
