// How an entry is made of its savings: the same entry as on the server, from every order in which they arrive. Pure.
//
// What was received: { revision: { id, entry, bases, made_at_ms, binned, content }, by, device, skew_ms }, as the server writes it; empty
// `bases` and a false `binned` may be left out. An entry: { id, content, at, binned, heads, by, device, changed_by, marks }.
import { later } from "./moment.js";

/** A clock that is less wrong than this is right: phones and networks are not better. */
export const SKEW_NOTICED_MS = 90_000;

/** How far to move what the device's clock said. */
export const correction_ms = ({ skew_ms }) => (Math.abs(skew_ms) < SKEW_NOTICED_MS ? 0 : -skew_ms);

/** When it was made, by the server's clock. */
const made_ms = (one) => one.revision.made_at_ms + correction_ms(one);

/** Which was made earlier; of the same millisecond, the smaller id. */
function earlierFirst(one, other) {
  const apart_ms = made_ms(one) - made_ms(other);
  return apart_ms !== 0 ? apart_ms : Number(one.revision.id > other.revision.id) - Number(one.revision.id < other.revision.id);
}

/** Not in the bin before in the bin, then later before earlier. */
const shownFirst = (one, other) => Number(one.revision.binned ?? false) - Number(other.revision.binned ?? false) || earlierFirst(other, one);

/** What nobody replaced, the one that is shown first. Of revisions that only replace each other in a ring, which no phone of ours makes, all. */
function headsOf(received) {
  const replaced = new Set(received.flatMap(({ revision: { id, bases } }) => (bases ?? []).filter((base) => base !== id)));
  const free = received.filter(({ revision }) => !replaced.has(revision.id));
  const heads = (free.length > 0 ? free : [...received]).sort(shownFirst);
  return heads.filter((head, at) => head.revision.id !== heads[at - 1]?.revision.id);
}

const isSameMoment = (one, other) => one.at_ms === other.at_ms && (one.zone ?? "") === (other.zone ?? "") && one.offset_s === other.offset_s;
const earliest = (received) => received.reduce((one, other) => (earlierFirst(other, one) < 0 ? other : one));

/** The time of an entry is corrected by the clock that set it: who only adds a note moves nothing. */
function timedBy(received, at) {
  return earliest(received.filter(({ revision }) => isSameMoment(revision.content.at, at)));
}

function marksOf(heads, timed) {
  const clock = correction_ms(timed) === 0 ? [] : [{ clock: { ahead_ms: timed.skew_ms } }];
  return heads.length > 1 ? [...clock, "changed_apart"] : clock;
}

/**
 * The entry that its revisions make; null of none.
 *
 * A revision is replaced by one that names it as a base. What nobody replaced is a head. Of two heads, one that is not in the bin wins over
 * one that is, the later made over the earlier, and the entry says that there is another: none is lost.
 */
export function fold(received) {
  const heads = headsOf(received);
  if (heads.length === 0) return null;
  const [head] = heads;
  const first = earliest(received);
  const timed = timedBy(received, head.revision.content.at);
  const { entry: id, binned = false, content } = head.revision;
  return {
    id,
    content,
    // Without a correction it stays what was on the wall, also when the zone has changed its rules since.
    at: correction_ms(timed) === 0 ? content.at : later(content.at, correction_ms(timed)),
    binned,
    heads: heads.map(({ revision }) => revision.id),
    by: first.by,
    device: first.device,
    changed_by: head.revision.id === first.revision.id ? null : head.by,
    marks: marksOf(heads, timed),
  };
}
