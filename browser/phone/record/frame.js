// What the pages of the record stand on: the words of the record beside those of the site, the household's region, who reads.
import { framed } from "../frame.js";

/** Who reads, of the household. */
export const readerOf = ({ household, person }) => household.people.find(({ id }) => id === person) ?? null;

/** Babies that pages may mention, the youngest first. */
export const babiesOf = ({ household }) => household.babies.filter(({ state }) => state !== "died").sort((one, other) => (one.born < other.born ? 1 : one.born > other.born ? -1 : one.id < other.id ? -1 : 1));

const LOGS = ["owner", "parent", "helper"];
/** Whether somebody may log; whether she may put entries into the bin. */
export const mayLog = ({ role }) => LOGS.includes(role);
export const mayBin = ({ role }) => ["owner", "parent"].includes(role);

/** Whether somebody may change an entry: who changes nothing of others finishes what she began herself. */
export const mayChange = (reader, { by }) => mayLog(reader) && (reader.role !== "helper" || by === reader.id);

/** The frame of a page. Without a present baby no word speaks of one. */
export function recordFrame({ book, visitor, record }, { toParent = true } = {}) {
  const all = { ...book, words: { ...book.words, ...book.record.words } };
  return framed(all, visitor, { toParent, baby: babiesOf(record).length > 0 }, record.household.settings.region);
}

/** Minutes and seconds. */
export const clockOf = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
