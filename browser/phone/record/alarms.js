// What was logged and needs somebody: as the banner of a check would say it, and the way into that check.
import { ALARM_MS, FRESH_MS, interviewOf, known, levelOf, since_ms } from "../../record/known.js";
import { explain } from "../explain.js";
import { forEverybody } from "../for_her.js";
import { banner } from "../fill/banner.js";
import { begin, write } from "../interview/line.js";
import { babiesOf, recordFrame } from "./frame.js";
import { nameOf } from "./said.js";

/** Every patient of the household that is in need of somebody by what this reader may see, the worst first: { banner, kept }. */
export function alarms(book, visitor, seen) {
  const { record: { household, entries }, reader } = seen;
  const logged = (id) => entries.some(({ content }) => content.subject.parent === id);
  const parents = household.people.filter(({ id, removed }) => !removed && logged(id)).sort((one, other) => Number(one.id !== reader.id) - Number(other.id !== reader.id));
  const found = [
    // What is set for the reader is not set for another.
    ...parents.map((one) => alarm({ book: one.id === reader.id ? book : forEverybody(book), visitor, seen }, { parent: one.id, patient: "parent", toParent: one.id === reader.id, name: (words) => (one.id === reader.id ? words.say("whose-parent") : one.name) })),
    ...babiesOf(seen.record).map((one) => alarm({ book, visitor, seen }, { baby: one.id, patient: "baby", toParent: true, name: (words) => nameOf(words, one) })),
  ].filter((one) => one !== null);
  return found.sort((one, other) => other.banner.level - one.banner.level);
}

function alarm({ book, visitor, seen: { record, now_ms } }, { parent = null, baby = null, patient, toParent, name }) {
  const asked = { household: record.household, entries: record.entries, parent, baby, now_ms, within_ms: ALARM_MS };
  const found = known(book, asked);
  const level = levelOf(book, found, patient);
  if (level === null) return null;
  const frame = recordFrame({ book, visitor, record }, { toParent });
  const explained = explain(book, { ...begin(), ...found });
  // A deadline that moved with every look would never come.
  const from_s = Math.floor(since_ms(book, asked, patient, level) / 1000);
  const shown = banner(frame, explained, { told: explained[patient], now_s: from_s, whose: name(recordFrame({ book, visitor, record }).words) });
  // Answers are valid for twelve hours: what is older is asked again.
  const interview = interviewOf(known(book, { ...asked, within_ms: FRESH_MS }), now_ms);
  if (!toParent) interview.answers.known.set("audience", "caregiver");
  return { banner: shown, kept: write(book, interview) };
}
