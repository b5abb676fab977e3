/** What is asked of each kind of row, and what Rust said. */

const exact = (number) => (number === null ? null : String(number));

function amount({ milli }, row) {
  return exact(milli(row.amount));
}
amount.rust = (row) => row.milli;

function moment({ inZone, later, onTheWall, day }, row) {
  const { at_ms, zone } = row.moment;
  return { in_zone: inZone(at_ms, zone), later: later(row.moment, row.later_ms), day: day(row.moment), time: onTheWall(row.moment).time };
}
moment.rust = ({ in_zone, later, day, time }) => ({ in_zone, later, day, time });

function received({ fold, addedBy, day }, row) {
  const entry = fold(row.received);
  const added = entry === null ? [] : addedBy(entry).map(([name, number]) => [name, exact(number)]);
  return { entry, added, day: entry === null ? null : day(entry.at) };
}
received.rust = ({ entry, added, day }) => ({ entry, added, day });

export const CHECKS = { amount, moment, received };
