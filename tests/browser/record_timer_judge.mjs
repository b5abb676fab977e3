/** What is asked of each row of the record's home, of one phone's modules, and what Rust said. */

const plain = (value) => JSON.parse(JSON.stringify(value ?? null));
const UNSURE = -2;

/** Fields that are nothing are left out by one and not by the other; what a timer says is the same. */
function contentOf({ withTimed, timedOf }, content) {
  const timed = timedOf(content);
  return timed === null ? content : withTimed(content, timed);
}

function night(phone, row) {
  const { entries, baby, now_ms, settings } = row;
  const each = entries.map((entry) => {
    const timed = phone.timedOf(entry.content);
    return { ...phone.elapsed(timed, now_ms), long: phone.isLong(timed, now_ms), end_ms: phone.endOf(entry, now_ms) };
  });
  const presses = row.presses.map(({ button, kind, named, shown, subjects, at }) => phone.press(entries, { button: phone.buttonOf(button), kind, named, shown, subjects, at }));
  return plain({
    each, last: phone.lastFeed(entries, baby, settings, now_ms), side: phone.lastSide(entries, baby, now_ms), next: phone.nextSide(entries, baby, now_ms),
    came: presses.map((came) => came.map((one) => ({ ...one, ...(one.content && { content: contentOf(phone, one.content) }), ...(one.begun && { begun: contentOf(phone, one.begun) }) }))),
  });
}

function undone(phone, { received, revision }) {
  return plain(phone.undo(received, revision));
}

function known(phone, row, book) {
  const { household, entries, parent, baby, now_ms, within_ms } = row;
  const asked = { household, entries, parent, baby, now_ms, within_ms };
  const found = phone.known(book, asked);
  const level = (id, given) => (given === UNSURE ? 'unsure?' : book.findings.get(id).levels[given]);
  const given = Object.fromEntries([...found.answers.given].map(([id, one]) => [id, level(id, one)]).sort());
  const alarms = ['parent', 'baby'].map((patient) => ({ patient, level: phone.levelOf(book, found, patient) })).filter((one) => one.level !== null);
  return plain({
    known: { given, line: phone.write(book, phone.interviewOf(found, now_ms)) },
    alarms: alarms.map((one) => ({ ...one, since_ms: phone.since_ms(book, asked, one.patient, one.level) })),
  });
}

const WEEKS_MS = 15 * 86_400_000;
/** What a phone has with it: its last weeks, and what reaches further back. */
function withIt({ REACH }, { entries, now_ms, ...row }) {
  const kept = ({ at, content: { kind } }) => at.at_ms >= now_ms - Math.max(WEEKS_MS, REACH[kind] ?? 0);
  return { ...row, now_ms, entries: entries.filter(kept) };
}
/** Of what it has with it alone a phone knows the same as of all. */
const knownTwice = (phone, row, book) => ({ ofAll: known(phone, row, book), ofTheLastWeeks: known(phone, withIt(phone, row), book) });

export const CHECKS = {
  settings: { ask: night, said: ({ each, last, side, next, presses }) => ({ each, last, side, next, came: presses.map(({ came }) => came) }) },
  undone: { ask: undone, said: (row) => row.undone },
  within_ms: {
    ask: knownTwice,
    said({ known: { given, line }, alarms }) {
      const said = { known: { given, line }, alarms };
      return { ofAll: said, ofTheLastWeeks: said };
    },
  },
};

/** The check that a row is for. */
export const checkOf = (row) => Object.entries(CHECKS).find(([field]) => field in row)[1];

const FILES = ['record/timer.js', 'record/since.js', 'record/next_side.js', 'record/press.js', 'record/undo.js', 'record/known.js', 'phone/interview/line.js'];

/** The modules of a phone under a folder. */
export async function phoneIn(folder) {
  return Object.assign({}, ...(await Promise.all(FILES.map((name) => import(new URL(name, folder))))));
}
