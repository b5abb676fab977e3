// Reading a form into what an entry says, and filling it from what an entry says: the same reader as the server's. Pure.
//
// The names of the fields are the paths in the entry's JSON with a mark of their type: `bottles.0.amount.value:text`.
import { milli } from "../../record/amount.js";
import { inZone, onTheWall } from "../../record/moment.js";
import { whole } from "../whole.js";

const AROUND = /^\p{White_Space}+|\p{White_Space}+$/gu;
const LONGEST_BYTES = 20_000;
const AHEAD_MS = 10 * 60_000;
const MARKS = { amount: [".value:text", ".unit:unit"], score: [":number"], place: [":place"], tick: [":flag"], yes_no: [":answer"], duration: [":duration"], time: [":day", ":clock"] };
const bytes = (text) => new TextEncoder().encode(text).length;

/** The first field of that name, trimmed; empty when there is none. */
export const text = (fields, name) => (fields.find(([key]) => key === name)?.[1] ?? "").replace(AROUND, "");
/** The names under which a field comes. */
export const marks = ({ path, ask }) => (MARKS[ask] ?? [":text"]).map((mark) => path + mark);
/** What stands at a path; undefined for nothing. */
export const at = (value, path) => path.split(".").reduce((so_far, part) => so_far?.[part] ?? undefined, value);
/** The picture is a mirror: what stands at 10 there is at 2 for a clinician who faces her. */
export const mirrored = (place) => (place === 0 || place >= 12 ? place : 12 - place);

/** Puts something at a path; what is missing on the way is made. */
export function put(value, path, leaf) {
  const parts = path.split(".");
  parts.reduce((slot, part, place) => {
    if (place === parts.length - 1) slot[part] = leaf;
    else slot[part] ??= /^\d+$/.test(parts[place + 1]) ? [] : {};
    return slot[part];
  }, value);
}

const isEmpty = (value) => value === null || value === undefined || (typeof value === "object" && Object.keys(value).length === 0);
/** The same without what holds nothing. */
function pruned(value) {
  if (Array.isArray(value)) return value.map(pruned).filter((one) => !isEmpty(one));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, pruned(one)]).filter(([, one]) => !isEmpty(one)));
}

/** The instants of a time on the wall: { once }, { twice: [first, second] }, { skipped }; null when it is none. */
export function instant(day, clock, zone) {
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || !/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(clock)) return null;
  const wall_ms = Date.parse(`${day}T${clock}Z`);
  if (Number.isNaN(wall_ms) || new Date(wall_ms).toISOString().slice(0, 10) !== day) return null;
  const offset_ms = (at_ms) => inZone(at_ms, zone).offset_s * 1000;
  const [before, after] = [-86_400_000, 86_400_000].map((near_ms) => wall_ms - offset_ms(wall_ms + near_ms));
  const fits = (at_ms) => at_ms + offset_ms(at_ms) === wall_ms;
  if (before === after) return { once: before };
  if (fits(before) && fits(after)) return { twice: [before, after].sort((one, other) => one - other) };
  if (fits(before)) return { once: before };
  return fits(after) ? { once: after } : { skipped: before };
}

function onWall(day, clock, { fields, zone, back }) {
  const found = instant(day, clock, zone);
  if (found === null) return null;
  if (found.twice) {
    back.push({ twice: clock });
    return found.twice[text(fields, "go") === "second" ? 1 : 0];
  }
  if (found.skipped !== undefined) {
    back.push({ skipped: clock, taken: onTheWall(inZone(found.skipped, zone)).time.slice(0, 5) });
    return found.skipped;
  }
  return found.once;
}

/** A number with its point moved: `380` by -1 is `38.0`. */
function shifted(value, places) {
  const number = milli({ value, unit: "ml" });
  if (number === null) return null;
  const factor = 10n ** BigInt(Math.abs(places));
  const moved = places < 0 ? number / factor : number * factor;
  const part = String((moved < 0n ? -moved : moved) % 1000n).padStart(3, "0").replace(/0+$/, "");
  return `${moved / 1000n}.${part || "0"}`;
}

/** Whether a typed amount is to be asked back: { message, typed, meant }; null when it is usual. */
export function odd(typed, { units, least, most }) {
  const fits = (one) => {
    const number = milli(one);
    return number !== null && number >= BigInt(least) && number <= BigInt(most);
  };
  if (fits(typed)) return null;
  if (milli(typed) === null) return { message: "log-odd-number", typed, meant: null };
  const inOther = units.map((unit) => ({ value: typed.value, unit }));
  const slipped = [-1, -2, 1, 2, -3, 3].map((places) => ({ value: shifted(typed.value, places), unit: typed.unit }));
  const message = typed.unit === "c" || typed.unit === "f" ? "log-odd-temperature" : "log-odd-amount";
  return { message, typed, meant: [...inOther, ...slipped].find(fits) ?? null };
}

/** `18` minutes, or `18:03`; null for neither. */
function seconds(typed) {
  const [, minutes, rest = "0"] = /^(\d{1,5})(?::(\d{1,5}))?$/.exec(typed) ?? [];
  return minutes === undefined || Number(rest) >= 60 ? null : Number(minutes) * 60 + Number(rest);
}

const wrong = (message) => ({ wrong: message });
const number = (typed, most) => {
  const read = whole(typed, most);
  return read === null || String(read) !== typed ? null : read;
};

/** The value of one field: null for nothing, { wrong } for what cannot be. */
function value(field, here) {
  const [typed, second = ""] = marks(field).map((name) => text(here.fields, name));
  if (typed === "" && second === "") return null;
  const known = (values) => (values.includes(typed) ? typed : wrong("log-wrong-choice"));
  switch (field.ask) {
    case "choice": return known(field.options.map(([one]) => one));
    case "sides": return known(["left", "right"]);
    case "score": return number(typed, 10) ?? wrong("log-wrong-choice");
    case "place": return number(typed, 12) === null ? wrong("log-wrong-choice") : mirrored(number(typed, 12));
    case "tick": return true;
    case "yes_no": return typeof known(["yes", "no"]) === "string" ? typed === "yes" : wrong("log-wrong-choice");
    case "duration": return seconds(typed) === null ? wrong("log-wrong-duration") : seconds(typed) || null;
    case "time": return second === "" ? null : (onWall(typed, second, here) ?? wrong("log-wrong-time"));
    case "amount": return typed === "" ? null : amount(field, typed, second, here);
    default: return bytes(typed) > LONGEST_BYTES ? wrong("log-wrong-long") : typed;
  }
}

function amount(field, typed, unit, { fields, back }) {
  if (!field.units.includes(unit)) return wrong("log-wrong-choice");
  const found = odd({ value: typed, unit }, field);
  if (found === null) return { value: typed, unit };
  back.push({ amount: found });
  return text(fields, "go") === "meant" && found.meant ? found.meant : { value: typed, unit };
}

function readAt(read, was, here) {
  const { fields, now_ms, zone } = here;
  const [day, clock, shown] = ["at:day", "at:clock", "at:shown"].map((name) => text(fields, name));
  const empty = day === "" && clock === "";
  if (read.content.at && (empty || (day === text(was, "at:day") && clock === text(was, "at:clock")))) return;
  const isNow = empty || (fields.some(([name]) => name === "at:shown") && shown === `${day} ${clock}`);
  const at_ms = isNow ? now_ms : onWall(day, clock, here);
  if (at_ms === null) {
    read.wrong.push({ message: "log-wrong-time", field: "log-at" });
    return;
  }
  if (at_ms > now_ms + AHEAD_MS) read.back.push({ ahead: `${day} ${clock}` });
  read.content.at = inZone(at_ms, zone);
}

/** The side that was first, as far as it can be told. */
function firstOf({ left_s = 0, right_s = 0, running, first_side, last_side }) {
  const only = left_s === 0 && right_s === 0 ? running?.side : right_s === 0 ? "left" : left_s === 0 ? "right" : undefined;
  return first_side ?? only ?? (last_side && (last_side === "left" ? "right" : "left"));
}

/** What runs began when it is said now to have begun: the first side gets the difference, or gives it back as far as it has it. */
function backDated(content, before) {
  const first = firstOf(before);
  if (!before.open || !first || !["feed", "pump"].includes(before.kind) || content.at.at_ms === before.at.at_ms) return;
  const apart_s = (from_ms, to_ms) => Math.floor(Math.max(0, to_ms - from_ms) / 1000);
  const [more, less] = [apart_s(content.at.at_ms, before.at.at_ms), apart_s(before.at.at_ms, content.at.at_ms)];
  const kept = (before[`${first}_s`] ?? 0) + more;
  content[`${first}_s`] = Math.max(0, kept - less) || null;
  if (before.running?.side === first) content.running = { ...before.running, since_ms: before.running.since_ms + Math.max(0, less - kept) * 1000 };
}

/** What follows from two answers together. */
function settle(read) {
  const { content } = read;
  if (at(content, "bottles.0.amount") !== undefined && at(content, "bottles.0.milk") === undefined) {
    read.wrong.push({ message: "log-wrong-need", field: "log-bottle-milk" });
  }
  if (content.place !== undefined && content.kind === "symptom" && content.side === undefined) read.wrong.push({ message: "log-wrong-need", field: "log-side" });
  if (content.kind !== "sleep" || content.end_ms === undefined) return;
  if (content.end_ms < (content.at?.at_ms ?? content.end_ms)) read.back.push({ endFirst: true });
  delete content.open;
}

/**
 * Reads a form over what was there before; what was not touched stays as it was, to the millisecond.
 * `here`: { fields, now_ms, zone }. Gives { content, wrong: [{ message, field }], back: [what is asked back] }.
 */
export function read(form, before, { fields, now_ms, zone }) {
  const was = fill(form, before);
  const found = { content: structuredClone(before), wrong: [], back: [] };
  const here = { fields, now_ms, zone, back: found.back };
  readAt(found, was, here);
  if (found.content.at) backDated(found.content, before);
  for (const field of form.fields) {
    if (marks(field).every((name) => text(fields, name) === text(was, name))) continue;
    put(found.content, field.path, null);
    const said = value(field, here);
    if (said?.wrong) found.wrong.push({ message: said.wrong, field: field.label });
    else {
      put(found.content, field.path, said);
      if (found.content.running && field.path === `${found.content.running.side}_s`) found.content.running.since_ms = now_ms;
    }
  }
  found.content = pruned(found.content);
  settle(found);
  const missing = form.fields.filter((field) => field.need && at(found.content, field.path) === undefined);
  found.wrong.push(...missing.map((field) => ({ message: "log-wrong-need", field: field.label })));
  return found;
}

/** The day and the clock on the wall. */
export function written(moment) {
  const { date, time } = onTheWall(moment);
  return [date, time.slice(0, 5)];
}

const minutes = (seconds_in) => (seconds_in % 60 === 0 ? String(seconds_in / 60) : `${Math.floor(seconds_in / 60)}:${String(seconds_in % 60).padStart(2, "0")}`);

function filled({ ask }, said, moment) {
  switch (ask) {
    case "amount": return [said.value, said.unit];
    case "place": return [String(mirrored(said))];
    case "tick": return [said === true ? "yes" : ""];
    case "yes_no": return [said === true ? "yes" : "no"];
    case "duration": return [minutes(said)];
    case "time": return written(inZone(said, moment?.zone ?? ""));
    default: return [String(said)];
  }
}

/** What a form would send to say what is there. */
export function fill(form, content) {
  const start = content.at ? written(content.at).map((value_in, place) => [["at:day", "at:clock"][place], value_in]) : [];
  const rest = form.fields.flatMap((field) => {
    const said = at(content, field.path);
    return said === undefined ? [] : filled(field, said, content.at).map((one, place) => [marks(field)[place], one]);
  });
  return [...start, ...rest.filter(([, one]) => one !== "")];
}

const PAIRS = [["left_s", "right_s"], ["left", "right"], ["nipple_left", "nipple_right"]];
/** The same with left and right the other way round; null for what has no two sides. */
export function swapped(content) {
  if (content.kind !== "feed" && content.kind !== "pump") return null;
  const other = structuredClone(content);
  for (const [left, right] of PAIRS) [other[left], other[right]] = [content[right] ?? null, content[left] ?? null];
  for (const path of ["first_side", "last_side", "running.side", "fuller"]) {
    const side = at(content, path);
    if (side === "left" || side === "right") put(other, path, side === "left" ? "right" : "left");
  }
  return pruned(other);
}
