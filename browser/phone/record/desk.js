// Who reads a page of the record, what she may see and do, and how it is framed. Pure.
import { day as dayOf, inZone, onTheWall } from "../../record/moment.js";
import { VOICE, framed } from "../frame.js";

const DAY_MS = 24 * 60 * 60 * 1000;
const ALL = ["log", "change", "bin", "today", "all"];
/** What each role may do, as `care::record::role` has it. */
const ROLES = { owner: ALL, parent: ALL, helper: ["log", "today"], clinician: ["today", "all"], device: ["log"] };
export const may = ({ role }, act) => ROLES[role]?.includes(act) ?? false;

const GROUPS = { symptom: "symptom", temperature: "symptom", session: "symptom", medicine: "medicine", mood: "mood", check: "check" };
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
/** As it stands in the store: `parent:ID`, `baby:ID`. */
export const keyOf = (subject) => Object.entries(subject)[0].join(":");

/** Whether she may see entries of this kind about this subject. */
export function maySee(household, person, subject, kind) {
  if (!may(person, "today")) return false;
  const group = GROUPS[kind];
  if (subject.parent === undefined || group === undefined || subject.parent === person.id) return true;
  return household.people.find(({ id }) => id === subject.parent)?.shares?.includes(group) ?? false;
}

/** Whether she may see this entry. */
export const maySeeEntry = ({ household, person, now_ms }, entry) => maySee(household, person, entry.content.subject, entry.content.kind) && (may(person, "all") || entry.by === person.id || entry.at.at_ms > now_ms - DAY_MS);
const isPresent = ({ state }) => state !== "died";
/** Whether a list mentions it: nothing of a baby that died stands in one. */
export const isListed = (reader, entry) => maySeeEntry(reader, entry) && (reader.household.babies.find(({ id }) => id === entry.content.subject.baby)?.state ?? "home") !== "died";

/** Of whom she may log with this form: herself first. */
export function subjects({ household, person }, form) {
  if (!form.offered || !may(person, "log") || (person.writes && person.writes !== form.kind)) return [];
  const isParent = ({ role, removed }) => ["owner", "parent"].includes(role) && !removed;
  const people = household.people.filter(isParent).sort((one, other) => Number(one.id !== person.id) - Number(other.id !== person.id));
  const parents = people.map(({ id }) => ({ parent: id })).filter((subject) => maySee(household, person, subject, form.kind));
  const babies = household.babies.filter(isPresent).map(({ id }) => ({ baby: id }));
  return form.about === "parent" ? parents : form.about === "baby" ? babies : [...parents, ...babies];
}

/** Whether what she logs of herself stays hers until she shares it. */
export const isPrivate = ({ person }, form, who) => who.some((subject) => same(subject, { parent: person.id })) && GROUPS[form.kind] !== undefined && !person.shares?.includes(GROUPS[form.kind]);

/** Whether she may make this revision of an entry as it stands. */
export function mayChange({ household, person }, entry, { binned = false }) {
  const { subject, kind } = entry.content;
  const logs = may(person, "log") && (!person.writes || person.writes === kind);
  const sees = maySee(household, person, subject, kind) || person.role === "device";
  return logs && sees && (may(person, "change") || entry.by === person.id) && (!(binned || entry.binned) || may(person, "bin"));
}

const WEEKDAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

/** Who reads: `reader`, the frame and what a page is made from. `baby`: an entry of one is open. */
export function desk({ book, visitor, record, now_ms, zone }, baby = false) {
  const { household } = record;
  const person = typeof record.person === "string" ? household.people.find(({ id }) => id === record.person) : record.person;
  const voice = { ...VOICE, baby: baby || household.babies.some(isPresent) };
  const frame = framed({ ...book, words: { ...book.words, ...book.record.words } }, visitor, voice);
  const { words } = frame;
  const name = (id) => (id === person.id ? words.say("log-you") : household.people.find((one) => one.id === id)?.name || words.say("log-someone"));
  const reader = {
    household, person, words, zone, now_ms, name,
    first: (id) => (id === person.id ? words.say("log-you-start") : name(id)),
    subject: (one) => (one.parent === undefined ? household.babies.find(({ id }) => id === one.baby)?.name || words.say("log-the-baby") : name(one.parent)),
    /** A day in words: `Thursday 26 November`, and the year of another one. */
    date: (day) => {
      const at = new Date(`${day}T00:00:00Z`);
      const date = words.say("log-date", { weekday: words.say(WEEKDAYS[at.getUTCDay()]), day: at.getUTCDate(), month: words.say(`log-month-${at.getUTCMonth() + 1}`) });
      const isThisYear = dayOf(inZone(now_ms, zone)).startsWith(day.slice(0, 5));
      return isThisYear ? date : words.say("log-date-year", { date, year: String(at.getUTCFullYear()) });
    },
    clock: (moment) => onTheWall(moment).time.slice(0, 5),
    clockOf: (at_ms) => onTheWall(inZone(at_ms, zone)).time.slice(0, 5),
  };
  const medicines = book.record.medicines.filter(({ regions }) => regions.includes(household.settings.region)).map(({ id, name: called }) => [id, frame.text(called)]);
  return { frame, reader, words, medicines, forms: book.record.forms, book };
}

/** The form that corrects entries of a kind. */
export const formOf = (forms, kind) => forms.find((form) => form.kind === kind) ?? forms[0];
/** A page's frame. */
export const shellOf = (title, path) => ({ title, path, kept: [], foot: { dock: "elsewhere" } });
/** An id beside another: the last byte turned by so much. */
export const beside = (id, place) => id.slice(0, -2) + (parseInt(id.slice(-2), 16) ^ place).toString(16).padStart(2, "0");
