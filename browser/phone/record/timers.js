// What runs or is paused.
import { elapsed, isLong, other, over_s, timedOf } from "../../record/timer.js";
import { babiesOf, clockOf, mayChange } from "./frame.js";
import { clock, sideSaid, whoseOf } from "./said.js";
import { saving } from "./saved.js";

/** Open timers of a kind. A baby that died is mentioned by nothing. */
function open({ record }, kind) {
  const babies = babiesOf(record);
  const shown = ({ baby }) => baby === undefined || babies.some(({ id }) => id === baby);
  return record.entries.filter(({ binned, content }) => content.kind === kind && !binned && content.open && shown(content.subject));
}

/** Ids of the babies that are fed now. */
export const fed = (seen) => open(seen, "feed").map(({ content }) => content.subject.baby);

const same = (one, other) => JSON.stringify(one, FIELDS) === JSON.stringify(other, FIELDS);
const FIELDS = ["left_s", "right_s", "running", "side", "since_ms", "open", "first_side", "last_side", "end_ms"];
/** Feeds of one press that went alike are one timer. */
const alike = (one, entry) => one.content.kind === "feed" && entry.content.kind === "feed" && one.at.at_ms === entry.at.at_ms && same(timedOf(one.content), timedOf(entry.content)) && one.content.subject.baby !== entry.content.subject.baby;

/** Feeds first, what runs before what is paused, the newest first. */
export function timers(seen, words) {
  const groups = [];
  for (const entry of [...open(seen, "feed"), ...open(seen, "pump")]) {
    const group = groups.find(([first]) => alike(first, entry));
    if (group === undefined) groups.push([entry]);
    else group.push(entry);
  }
  const rank = ([{ content }]) => (content.kind === "feed" ? 0 : 2) + (content.running ? 0 : 1);
  return groups.sort((one, other) => rank(one) - rank(other)).map((group) => timer(seen, words, group));
}

function timer(seen, words, group) {
  const [entry] = group;
  const timed = timedOf(entry.content);
  const side = timed.running?.side ?? timed.last_side ?? null;
  const all = elapsed(timed, seen.now_ms);
  const [shown_s, other_s] = side === "right" ? [all.right, all.left] : [all.left, all.right];
  const what = entry.content.kind === "feed" ? sideSaid(words, side) : words.say("record-pump-of", { side: sideSaid(words, side) });
  return {
    kind: entry.content.kind, savings: group.map(saving), whose: whoseOf(seen, words, group),
    title: timed.running ? what : words.say("record-paused", { what }), began: clock(entry.at), href: `/entry/${entry.id}`,
    shown_s, since_ms: timed.running?.since_ms ?? null, over_s: side ? over_s(timed, side) : 0,
    other: side && other_s > 0 ? words.say("record-before", { side: words.say(other(side)), time: clockOf(other_s) }) : "",
    pair: pair(words, timed, side, { isFeed: entry.content.kind === "feed", yellow: babiesOf(seen.record).length > 0 }), long: isLong(timed, seen.now_ms), writes: group.every((one) => mayChange(seen.reader, one)),
  };
}

/** After a loss nothing is yellow. */
function pair(words, { running }, side, { isFeed, yellow }) {
  const button = (own) => {
    const runs = running?.side === own;
    const word = runs ? (isFeed ? "record-feeding" : "feed-now") : side === own ? "record-go-on" : "feed-switch";
    return { word: words.say(word), now: runs && yellow, runs };
  };
  return { left: button("left"), right: button("right") };
}
