// Where a feed is begun: for whom, and the pair with the next side.
import { latest } from "../../record/since.js";
import { lastSide, nextSide } from "../../record/next_side.js";
import { ended, minutes, nameOf } from "./said.js";

/** For whoever is not fed now: { whom: [[value, name, chosen]], pair }; null when everybody is. */
export function start(seen, words, hungry) {
  if (hungry.length === 0) return null;
  const last = whomLast(seen, hungry);
  const whom = hungry.map((baby) => [baby.id, nameOf(words, baby), last.length === 1 && last[0] === baby.id]);
  if (hungry.length > 1) whom.push([hungry.map(({ id }) => id).join(" "), words.say("record-both"), last.length > 1]);
  return { whom, pair: pair(seen, words, last[0] ?? hungry[0].id) };
}

/** For whom the last feed was: those of one press are begun at the same instant. */
function whomLast({ record: { entries } }, hungry) {
  const feeds = entries.filter(({ binned, content }) => !binned && content.kind === "feed" && hungry.some(({ id }) => id === content.subject.baby));
  const newest = latest(feeds, ({ at, id }) => [at.at_ms, id]);
  if (newest === null) return [hungry[0].id];
  return [...new Set(feeds.filter(({ at }) => at.at_ms === newest.at.at_ms).map(({ content }) => content.subject.baby))].sort();
}

function pair({ record: { entries }, now_ms }, words, baby) {
  const [last, next] = [lastSide(entries, baby, now_ms), nextSide(entries, baby, now_ms)];
  const button = (own) => {
    if (next === own) return { word: words.say("record-next"), now: true, runs: false };
    if (last?.side !== own) return { word: words.say("feed-begin"), now: false, runs: false };
    const entry = entries.find(({ id }) => id === last.entry);
    return { word: `${minutes(words, last.side_s)}, ${ended(entry, now_ms)}`, now: false, runs: false };
  };
  return { left: button("left"), right: button("right") };
}
