/** What is asked of each kind of row, and what Rust said. Each check stands alone: it is also carried into a browser, as text. */

const amount = ({ milli }, row) => {
  const said = milli(row.amount);
  return said === null ? null : String(said);
};

const moment = ({ inZone, later, onTheWall, day }, row) => {
  const { at_ms, zone } = row.moment;
  return { in_zone: inZone(at_ms, zone), later: later(row.moment, row.later_ms), day: day(row.moment), time: onTheWall(row.moment).time };
};

const received = ({ fold, addedBy, day }, row) => {
  const entry = fold(row.received);
  const added = entry === null ? [] : addedBy(entry).map(([name, number]) => [name, String(number)]);
  return { entry, added, day: entry === null ? null : day(entry.at) };
};

export const CHECKS = {
  amount: { ask: amount, said: (row) => row.milli },
  moment: { ask: moment, said: ({ in_zone, later, day, time }) => ({ in_zone, later, day, time }) },
  received: { ask: received, said: ({ entry, added, day }) => ({ entry, added, day }) },
};
