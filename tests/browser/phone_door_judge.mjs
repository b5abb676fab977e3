/**
 * What the phone's door must say: the table of gates row by row, and people at the doors of sessions.
 *
 * Handed the modules of a door, it names what is wrong with them, one by one: nothing for those that ship, something for every mutant.
 */
import { readFile } from 'node:fs/promises';

const rows = (await readFile(new URL('../cases/gates.ndjson', import.meta.url), 'utf8')).trimEnd().split('\n').map((line) => JSON.parse(line));

/** Some instant; every other is counted from it. */
const NOW_S = 1_764_000_000n;
const HOUR_S = 3600n;
const NOTHING_BROUGHT = { read: null, answered_s: null, pass: null, done: [], chosen: false, unlocked: false };
const MASSAGE = ['light_touch', 'lying_strokes'];
/** What a door says, as the table says it. */
const STANDS = { closed: 'closed', open: 'open', list: 'ask', check: 'ask', age: 'ask' };

const passed = (none_of_these, old_enough = null, at_s = NOW_S) => ({ at_s, none_of_these, old_enough });
const kinds = (wanted) => ({ why }) => why.map(({ kind }) => kind).join() === wanted;

/** `made`: { open (of book.js), evaluate, door }; `fetched`: the book as it came. Ends after the first fault where that is enough. */
export function judge(made, fetched, { first = false } = {}) {
  const faults = [];
  const say = (fault) => {
    faults.push(fault);
    if (first) throw new RangeError('enough');
  };
  try {
    const house = houseOf(made, fetched, say);
    for (const ask of [rest, plan, vibration, massage, table]) ask(house);
  } catch (fault) {
    if (!first || faults.length === 0) throw fault;
  }
  return faults;
}

function houseOf(made, fetched, say) {
  const book = made.open(fetched, 'version');
  const hold = (right, name) => right || say(name);
  /** Someone of 30 who denied everything, but for what is said; null: nothing was said. */
  function read(said = {}, context = {}) {
    const all = new Map(book.protocol.findings.map((one) => [one.id, one.levels[0]]));
    for (const [id, level] of Object.entries(said)) level === null ? all.delete(id) : all.set(id, level);
    const known = Object.entries({ age_years: 30, ...context }).filter(([, value]) => value !== null);
    return made.evaluate(book.rules, { context: Object.fromEntries(known), findings: Object.fromEntries(all) });
  }
  const sore = (said = {}, context = {}) => read({ lump: 'tender_patch', side: 'one', ...said }, context);
  /** Someone at a door with answers given this moment. */
  const fresh = (someone, more = {}) => ({ ...NOTHING_BROUGHT, read: someone, answered_s: NOW_S, ...more });
  const at = (id, visit) => made.door(book, book.sessions.get(id), visit, NOW_S);
  const is = (name, id, visit, wanted, more = () => true) => {
    const said = at(id, visit);
    hold(said.door === wanted && more(said), `${name}: ${id} is ${said.door}`);
  };
  return { book, hold, read, sore, fresh, at, is, gates: book.protocol.care.gates };
}

function table({ gates, hold, read, fresh, at, is }) {
  for (const row of rows) {
    const someone = read(row.said);
    for (const [place, { id }] of gates.entries()) hold(someone.gates[place].stand === row.stands[id], `${row.id}: gate ${id} stands ${someone.gates[place].stand}`);
    // `massage 0 temp=yes`: whatever else closes it, a reason that was named, or doubted, is told.
    const [own, place, ...answers] = row.id.split(' ');
    const named = answers.every((one) => one.endsWith('=yes') || one.endsWith('=not_sure'));
    const gate = gates.findIndex(({ id }) => id === own);
    hold(someone.gates[gate].exclusions.includes(Number(place)) === named, `${row.id}: its own exclusion`);
    const { massage: stand, vibration: other } = row.stands;
    for (const id of MASSAGE) {
      const said = at(id, fresh(someone));
      hold(STANDS[said.door] === stand, `${row.id}: ${id} is ${said.door}`);
      const told = (said.why ?? []).filter((why) => why.kind === 'exclusion' && why.gate === 0).map((why) => why.at);
      hold(told.join() === someone.gates[0].exclusions.join(), `${row.id}: ${id} tells why`);
    }
    // Chosen, but nothing was said at the door of this visit: it is never open.
    const closed = [stand, other].includes('closed');
    const said = at('vibration', fresh(someone, { chosen: true }));
    hold((closed ? ['closed'] : ['list', 'check']).includes(said.door), `${row.id}: vibration is ${said.door}`);
    // What a clinician has unlocked is in the place of the choice, and of nothing else.
    for (const pass of [null, passed(true, true), passed(false)]) {
      const doors = [{ chosen: true }, { unlocked: true }].map((one) => JSON.stringify(at('vibration', fresh(someone, { ...one, pass }))));
      hold(doors[0] === doors[1], `${row.id}: unlocked, vibration is ${doors[1]}`);
    }
    // What is said at the door does not talk a reason away.
    if (closed) is(`${row.id}, talked away`, 'vibration', fresh(someone, { chosen: true, pass: passed(true, true) }), 'closed');
    if (stand === 'closed') is(`${row.id}, talked away`, 'light_touch', fresh(someone, { pass: passed(true, true) }), 'closed');
  }
}

function massage({ book, gates, hold, read, sore, fresh, at, is }) {
  const someone = sore();
  const wholeList = ({ lines }) => lines.length === gates[0].closed.length + 1 && lines.some(({ kind }) => kind === 'urgency');
  for (const id of MASSAGE) {
    is('no check', id, NOTHING_BROUGHT, 'check');
    is('no check, but words at the door', id, { ...NOTHING_BROUGHT, pass: passed(true, true), chosen: true }, 'check');
    is('denied everything', id, fresh(someone), 'open');
    is('twelve hours old', id, fresh(someone, { answered_s: NOW_S - 12n * HOUR_S }), 'open');
    for (const age_s of [12n * HOUR_S + 1n, -1n, -HOUR_S, 2n ** 63n - 1n]) is(`answers of ${age_s} s ago`, id, fresh(someone, { answered_s: NOW_S - age_s }), 'list', wholeList);
    is('no clock was looked at', id, fresh(someone, { answered_s: null }), 'list', wholeList);
    const old = fresh(someone, { answered_s: NOW_S - 13n * HOUR_S });
    is('old answers, none of these', id, { ...old, pass: passed(true) }, 'open');
    is('old answers, a line ticked', id, { ...old, pass: passed(false) }, 'closed', kinds('ticked'));
    is('old answers, an old pass', id, { ...old, pass: passed(true, null, NOW_S - 13n * HOUR_S) }, 'list');
    is('old answers, a pass from before the clock was set back', id, { ...old, pass: passed(true, null, NOW_S + 1n) }, 'list');
  }
  is('an old urgency', 'light_touch', fresh(sore({ urine: 'less' }), { answered_s: NOW_S - 30n * HOUR_S, pass: passed(true) }), 'closed', kinds('urgency'));
  is('a reason named long ago is asked anew', 'light_touch', fresh(sore({ bleed_or_clot: 'yes' }), { answered_s: NOW_S - 30n * HOUR_S }), 'list');
  // To be seen within a day is one below the urgency of the gate; today is at it.
  is('to be seen within a day', 'light_touch', fresh(sore({ faint: 'lightheaded' })), 'open');
  is('to be seen today', 'light_touch', fresh(sore({ urine: 'less' })), 'closed', kinds('urgency'));
  for (const [age, wanted] of [[15, 'closed'], [16, 'open'], [17, 'open'], [null, 'age']]) is(`${age} years`, 'light_touch', fresh(sore({}, { age_years: age })), wanted);
  const ageless = fresh(sore({}, { age_years: null }));
  is('old enough', 'light_touch', { ...ageless, pass: passed(null, true) }, 'open');
  is('too young', 'light_touch', { ...ageless, pass: passed(null, false) }, 'closed', kinds('age'));
  is('fifteen, whatever is said', 'light_touch', fresh(sore({}, { age_years: 15 }), { pass: passed(true, true) }), 'closed', kinds('age'));
  for (const one of book.protocol.findings.filter(({ subject }) => subject === 'parent')) {
    const rests = gates[0].closed.some(({ when }) => when.some(({ finding }) => finding === one.id));
    if (rests && one.id !== 'lump') hold(at('light_touch', fresh(sore({ [one.id]: 'unsure' }))).door !== 'open', `not sure of ${one.id} opens`);
    if (one.needed === 'always') hold(at('light_touch', fresh(read({ [one.id]: null }))).door !== 'open', `silence on ${one.id} opens`);
  }
}

function vibration({ gates, sore, fresh, is }) {
  const someone = sore();
  const lines = gates.reduce((sum, { closed }) => sum + closed.length, 0) + 1;
  const id = 'vibration';
  is('not chosen', id, fresh(someone), 'choose');
  is('not chosen, whatever is said', id, fresh(someone, { pass: passed(true, true) }), 'choose');
  is('chosen', id, fresh(someone, { chosen: true }), 'list', (said) => said.lines.length === lines);
  is('chosen, none of these', id, fresh(someone, { chosen: true, pass: passed(true) }), 'open');
  is('chosen, a quarter of an hour ago', id, fresh(someone, { chosen: true, pass: passed(true, null, NOW_S - 900n) }), 'open');
  is('chosen, longer ago', id, fresh(someone, { chosen: true, pass: passed(true, null, NOW_S - 901n) }), 'list');
  is('chosen, a line ticked', id, fresh(someone, { chosen: true, pass: passed(false) }), 'closed', kinds('ticked'));
  for (const audience of ['caregiver', 'helper', 'clinician']) {
    is(`chosen by a ${audience}`, id, fresh(sore({}, { audience }), { chosen: true, pass: passed(true, true) }), 'closed', kinds('not_hers'));
  }
  const hot = sore({ heat_colour: 'small_patch' });
  const second = ({ why }) => why.some(({ kind, gate, at }) => kind === 'exclusion' && gate === 1 && at === 0);
  is('with heat', id, fresh(hot, { chosen: true, pass: passed(true) }), 'closed', second);
  is('with heat', 'light_touch', fresh(hot), 'open');
}

function rest({ sore, fresh, is }) {
  const someone = sore();
  const done = (list) => list.map(([code, ago_s]) => ({ code, at_s: NOW_S - ago_s }));
  const until = (wanted_s) => ({ from_s }) => from_s === wanted_s;
  const before = [['S-B', 10n * HOUR_S], ['S-H', 3n * HOUR_S]];
  const cases = [
    [[['S-A', 2n * HOUR_S]], 'open'],
    [[['S-A', 2n * HOUR_S - 1n]], 'wait', until(NOW_S + 1n)],
    [[['S-H', HOUR_S]], 'wait', until(NOW_S + HOUR_S)],
    [[['S-B', HOUR_S], ['S-A', 3n * HOUR_S]], 'wait', until(NOW_S + HOUR_S)],
    [[['S-E', 60n]], 'open'],
    [[['S-A', 20n * HOUR_S], ...before], 'wait', until(NOW_S + 4n * HOUR_S + 1n)],
    [[['S-A', 24n * HOUR_S], ...before], 'wait', until(NOW_S + 1n)],
    [[['S-A', 24n * HOUR_S + 1n], ...before], 'open'],
    // A clock that was set back: it counts as done just now or later.
    [[['S-A', -HOUR_S]], 'wait', until(NOW_S + 3n * HOUR_S)],
    [[['S-A', NOW_S - (2n ** 63n - 1n)]], 'wait', until(2n ** 63n - 1n)],
    [[['S-Z', 60n]], 'open'],
  ];
  for (const [list, wanted, more] of cases) is(`after ${list.map(([code, ago_s]) => `${code} ${ago_s} s ago`)}`, 'light_touch', fresh(someone, { done: done(list) }), wanted, more);
  // Whoever must wait is told so before anything is asked of her, and a reason to keep out goes before a time to come back.
  const lately = { done: done([['S-A', HOUR_S]]) };
  is('to wait, with old answers', 'light_touch', fresh(someone, { ...lately, answered_s: NOW_S - 20n * HOUR_S }), 'wait');
  is('to wait, without an age', 'light_touch', fresh(sore({}, { age_years: null }), lately), 'wait');
  is('to wait, with pus', 'light_touch', fresh(sore({ pus: 'yes' }), lately), 'closed');
  is('to wait, without a check', 'light_touch', { ...NOTHING_BROUGHT, ...lately }, 'check');
  is('cold after cold', 'cold_pack', fresh(someone, { done: done([['S-E', 49n * 60n]]), pass: passed(true) }), 'wait', until(NOW_S + 60n));
  is('cold after a rest', 'cold_pack', fresh(someone, { done: done([['S-E', 50n * 60n]]), pass: passed(true) }), 'open');
}

function plan({ book, gates, hold, read, sore, fresh, at, is }) {
  const id = 'reverse_pressure';
  is('a lump, and pressing', id, fresh(sore()), 'closed', ({ why }) => why.length === 1 && why[0].id === 'duct_narrowing');
  const tight = fresh(read({ latch_blocked: 'yes' }));
  is('what no finding asks is asked here', id, tight, 'list', ({ lines }) => lines.every(({ kind }) => kind === 'hold'));
  is('none of these', id, { ...tight, pass: passed(true) }, 'open');
  is('a line ticked', id, { ...tight, pass: passed(false) }, 'closed', kinds('ticked'));
  is('a pass of yesterday', id, { ...tight, pass: passed(true, null, NOW_S - 13n * HOUR_S) }, 'list');
  is('old answers say nothing of her situation', id, { ...tight, answered_s: NOW_S - 13n * HOUR_S }, 'list', ({ lines }) => lines.some(({ kind }) => kind === 'situation'));
  is('nothing wrong: not in her plan', id, fresh(read()), 'closed', kinds('not_in_plan'));
  for (const session of book.guide.sessions.filter(({ code }) => !gates.some(({ opens }) => opens.includes(code)))) {
    const forbids = book.steps.get(session.step).marks.filter(({ mark }) => ['warned', 'absent', 'locked'].includes(mark)).map(({ situation }) => situation);
    const said = at(session.id, NOTHING_BROUGHT);
    const lines = said.lines ?? [];
    const asked = lines.filter(({ kind }) => kind === 'situation').map((line) => line.id);
    hold(asked.join() === forbids.join() && lines.length === forbids.length + session.hold.length, `without a check ${session.id} asks what forbids it`);
    hold(said.door === (forbids.length + session.hold.length > 0 ? 'list' : 'open'), `without a check ${session.id} is ${said.door}`);
  }
}
