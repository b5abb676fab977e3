/**
 * The phone's own evaluator and Rust say the same: for every rule, term, count and list the whole table of what it rests on, for the shared
 * cases, and for people drawn from a seed. Byte for byte: what is told (`--brief`) and what it was worked out from (`--inside`).
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import * as phone from '../../browser/evaluate.js';
import { BINARY, milkway } from './binary.mjs';

const protocol = JSON.parse(milkway(['protocol', 'export']));
const { findings, terms, counts, rules, raises, context, care } = protocol;
const named = (list, id) => list.find((one) => one.id === id);
const lines = (file) => readFileSync(new URL(`../cases/${file}`, import.meta.url), 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line));

/** The largest table that is laid out in one piece; a larger one is split at its terms and counts. */
const TABLE_MOST = 1500;
/** Cases that go to Rust at once, and the longest answer to them. */
const AT_ONCE = 5000;
const ANSWER_BYTES_MAX = 256 << 20;
const PEOPLE = 20_000;
/** A prime that no list here has the length of. */
const STRIDE = 7919;

// ---- Asking both ----

function askRust(cases, how) {
  const input = cases.map((one) => `${JSON.stringify(one)}\n`).join('');
  return execFileSync(BINARY, ['check', '--batch', how], { input, encoding: 'utf8', maxBuffer: ANSWER_BYTES_MAX }).trimEnd().split('\n');
}

/** What the phone worked a case out from, as `--inside` writes it: keys in alphabetical order. */
function insideOf(ready, one) {
  const reached = (patient) => patient && { days: patient.days, level: patient.level };
  const gate = ({ age, age_unknown, exclusions, silent, unfinished, urgency }) => ({ age, age_unknown, exclusions, silent, unfinished, urgency });
  return {
    baby: reached(one.baby), cautions: one.cautions, conditions: one.conditions.map(({ balance, id }) => ({ balance, id })),
    counts: ready.counts.map(({ place }) => one.row[place]), fired: one.fired.map(({ id }) => id), gates: one.gates.map(gate), holds: one.holds,
    levels: [...one.row.subarray(0, findings.length)], parent: reached(one.parent), raised: [...new Set(one.raised.map(({ finding }) => finding))],
    situations: one.situations, terms: ready.terms.filter(({ place }) => one.row[place] === 1).map(({ id }) => id),
  };
}

/** What an evaluator says of a case, in both forms; a throw is an answer too. */
function askPhone({ evaluate, brief }, ready, someone) {
  try {
    const one = evaluate(ready, someone);
    return [JSON.stringify(brief(ready, one)), JSON.stringify(insideOf(ready, one)), one.row];
  } catch (fault) {
    return [`${fault}`, '', null];
  }
}

const ready = phone.prepare(deepFreeze(protocol));

/** Whoever writes to it gets an exception. */
function deepFreeze(one) {
  if (typeof one === 'object' && one !== null) Object.values(Object.freeze(one)).forEach(deepFreeze);
  return one;
}

/** Holds the phone against Rust, case by case. `seen` gets each case, what was said of it, and the row. */
function agree(cases, seen = () => {}) {
  for (let from = 0; from < cases.length; from += AT_ONCE) {
    const some = cases.slice(from, from + AT_ONCE);
    const [briefs, insides] = ['--brief', '--inside'].map((how) => askRust(some, how));
    assert.deepEqual([briefs.length, insides.length], [some.length, some.length]);
    for (const [at, one] of some.entries()) {
      const [brief, inside, row] = askPhone(phone, ready, one);
      // Equal strings are the rule; only a difference is worth being taken apart.
      if (brief !== briefs[at]) assert.fail(`${JSON.stringify(one)}\nphone ${brief}\nrust  ${briefs[at]}`);
      if (inside !== insides[at]) assert.fail(`${JSON.stringify(one)}\nphone ${inside}\nrust  ${insides[at]}`);
      seen(one, [brief, inside], row);
    }
  }
}

// ---- Tables ----

/** What tests rest on, also through terms, counts and whatever raises a finding: findings, and items of the context with their thresholds. */
function basis(tests) {
  const found = { findings: new Set(), items: new Map() };
  const gather = (one) => {
    if (one.finding !== undefined) found.findings.add(one.finding);
    if (one.context !== undefined) found.items.set(one.context, [...(found.items.get(one.context) ?? []), one.under ?? one.at_most ?? one.at_least]);
    if (one.term ?? one.no_term) named(terms, one.term ?? one.no_term).when.flat().forEach(gather);
    if (one.count !== undefined) named(counts, one.count).of.forEach(gather);
  };
  tests.forEach(gather);
  raises.filter((one) => found.findings.has(one.finding)).forEach((one) => one.when.flat().forEach(gather));
  return found;
}

/** Every band of an item: each threshold and both its neighbours, both ends, the word for more, each word; and unknown. */
function bands(id, thresholds = []) {
  const { values, min, max, over } = named(context, id);
  const numbers = thresholds.flatMap((at) => [at - 1, at, at + 1]).concat([min, max]).filter((at) => at >= min && at <= max);
  return [...new Set(values ?? [...numbers, ...(over === null ? [] : [over])]), undefined];
}

/** Axes of the context: the items that are tested, and whether there is a baby where one is spoken of. */
function contextAxes({ findings: named, items }) {
  const axes = [...items].map(([id, thresholds]) => [`context ${id}`, bands(id, thresholds)]);
  const ofBaby = items.has(protocol.baby_age) || [...named].some((id) => id.startsWith('b_'));
  if (ofBaby && !items.has('baby')) axes.push(['context baby', bands('baby')]);
  if (ofBaby && !items.has('lactation')) axes.push(['context lactation', ['direct', 'after_loss']]);
  return axes;
}

const everyAnswer = ({ id, levels }) => [`findings ${id}`, [...new Set([...levels, 'unsure']), undefined]];
const everyLevel = ({ id, levels }) => [`findings ${id}`, levels];
const sizeOf = (axes) => axes.reduce((size, [, options]) => size * options.length, 1);

/** Everybody on some axes. What stands later on the list has the last word. */
function everybody(axes) {
  return axes.reduce((people, [name, options]) => people.flatMap((one) => options.map((option) => [...one, [name, option]])), [[]]);
}

/** The mildest answers that make tests hold: where a term or a count is a state among others. */
function corner(tests) {
  return tests.flatMap((one) => {
    if (one.term !== undefined) return corner(named(terms, one.term).when[0]);
    if (one.count !== undefined) return corner(named(counts, one.count).of.slice(0, one.at_least));
    if (one.finding !== undefined && one.at_least !== undefined) return [[`findings ${one.finding}`, one.at_least]];
    return one.is === undefined ? [] : [[`context ${one.context}`, one.is]];
  });
}

/** The states of a term: nothing, or each of its ways. Those of a count: none of its signs, one, … all, what is tested beside it last. */
function statesOf(one, beside) {
  if (one.count === undefined) return [[], ...named(terms, one.term ?? one.no_term).when.map(corner)];
  const signs = [...named(counts, one.count).of].sort((sign, other) => beside.has(sign.finding) - beside.has(other.finding));
  return [...Array(signs.length + 1).keys()].map((many) => corner(signs.slice(0, many)));
}

/** The whole table of some tests: all answers if they are few, all levels if they are not many; else split at terms and counts. */
function table(tests) {
  const found = basis(tests);
  const asked = findings.filter(({ id }) => found.findings.has(id));
  const around = contextAxes(found);
  for (const [how, axis] of [['answers', everyAnswer], ['levels', everyLevel]]) {
    const axes = [...around, ...asked.map(axis)];
    if (sizeOf(axes) <= TABLE_MOST) return Object.assign(everybody(axes), { how });
  }
  const direct = new Set(tests.map(({ finding }) => finding));
  const states = tests.filter((one) => one.finding === undefined && one.context === undefined).map((one) => statesOf(one, direct));
  const rest = everybody([...around, ...asked.filter(({ id }) => direct.has(id)).map(everyLevel)]);
  return Object.assign(states.reduce((rows, ways) => rows.flatMap((row) => ways.map((way) => [...way, ...row])), rest), { how: 'split' });
}

/** Which of some lists of tests hold, in every combination: each at its corner or not at all. */
function combinations(lists) {
  return lists.reduce((rows, tests) => rows.flatMap((row) => [row, worse(row, corner(tests))]), [[]]);
}

/** Answers of two corners at once: the worse of each. */
function worse(row, more) {
  const rank = (name, level) => named(findings, name.split(' ')[1])?.levels.indexOf(level) ?? 0;
  const found = new Map(row);
  for (const [name, level] of more) if (!found.has(name) || rank(name, level) > rank(name, found.get(name))) found.set(name, level);
  return [...found];
}

/** Everything else denied, in a context where no cautious test holds; or nothing else said. */
const WELL = {
  context: { lactation: 'direct', days_since_birth: 'over_365', baby: 'with_parent', baby_age_days: 1000, age_years: 30 },
  findings: Object.fromEntries(findings.map(({ id, levels }) => [id, levels[0]])),
};
const SILENT = { context: {}, findings: {} };

function person(base, row) {
  const one = { id: null, context: { ...base.context }, findings: { ...base.findings } };
  for (const [name, value] of row) {
    const [kind, id] = name.split(' ');
    if (value === undefined) delete one[kind][id];
    else one[kind][id] = value;
  }
  return one;
}

/** The rows of some tables as cases: beside whoever is well, and beside whoever said nothing else. Each once. */
function people(...tables) {
  const cases = tables.flat().flatMap((row) => [person(WELL, row), person(SILENT, row)]);
  return [...new Map(cases.map((one) => [JSON.stringify(one), one])).values()];
}

const holding = (list) => list.map((one) => table(one.when.flat()));
const eachOf = (list, lists) => list.flatMap((one) => lists(one).map((tests) => table(tests)));
const closings = care.gates.map((gate) => gate.closed.map(({ when }) => when));
const situationCorners = protocol.situations.map(({ when }) => when[0]);

/** Every threshold of each item, wherever it is tested. */
const everywhere = [rules, protocol.notices, terms, protocol.situations, care.holds, raises, protocol.answers].flat().flatMap(({ when }) => when.flat());
const needs = findings.flatMap(({ needed }) => (Array.isArray(needed) ? needed.flat() : []));
const THRESHOLDS = basis([...everywhere, ...needs, ...protocol.conditions.flatMap(({ favours, against }) => [...favours.flat(), ...against.flat()])]).items;
const YOUNGEST = care.gates.flatMap(({ limits }) => limits.filter(({ id }) => id === 'age_years_at_least').map(({ value }) => value));

/** One rule of each urgency. */
const EACH_LEVEL = rules.filter((rule, at) => rules.findIndex(({ level }) => level === rule.level) === at);

/** The tables that are small enough to be looked at again by every mutant. */
const TABLES = {
  'each answer to each finding, by itself': findings.map((one) => everybody([...contextAxes(basis([{ finding: one.id }])), everyAnswer(one)])),
  'each band of the context, with and without a baby': context.map(({ id }) => everybody([
    [`context ${id}`, bands(id, THRESHOLDS.get(id))], ...['baby', 'lactation'].filter((other) => other !== id).map((other) => [`context ${other}`, bands(other)]),
  ])),
  'corners of the rules': rules.map(({ when }) => [corner(when)]),
  terms: holding(terms),
  'counts, each pattern of their signs': counts.flatMap(({ of }) => [combinations(of.map((sign) => [sign])), ...of.map((sign) => table([sign]))]),
  'raised findings': holding(raises),
  'what the context answers': protocol.answers.map(({ finding, when }) => everybody([
    ...contextAxes(basis(when.flat())), everyAnswer(named(findings, finding)), ['context baby', bands('baby')],
  ])),
  'what makes a finding mandatory': holding(findings.filter(({ needed }) => Array.isArray(needed)).map(({ needed }) => ({ when: needed }))),
  'conditions, each balance': protocol.conditions.map(({ favours, against }) => combinations([...favours, ...against])),
  situations: eachOf(protocol.situations, ({ when }) => when),
  'the plan in every set of situations': [everybody([['context lactation', bands('lactation')]]).flatMap((row) => combinations(situationCorners).map((more) => [...more, ...row]))],
  'cautions of steps': eachOf(protocol.steps, ({ cautions }) => cautions.map(({ when }) => when)),
  'exclusions of gates': closings.flat().map((tests) => table(tests)),
  'gates at each urgency and age': [bands('age_years', YOUNGEST).flatMap((age) => EACH_LEVEL.map(({ when }) => [['context age_years', age], ...corner(when)]))],
  'holds on the milk': [...holding(care.holds), combinations(care.holds.flatMap(({ when }) => when))],
  contradictions: holding(protocol.contradictions),
  "the baby's age against the birth": [everybody([
    ['context baby_age_days', [0, 60, 61, 200, 305, 306, 307, 1500, undefined]],
    ['context days_since_birth', [0, 1, 139, 140, 200, 260, 261, 365, 'over_365', undefined]],
    ['context baby', bands('baby')],
  ])],
};

/** Tables that are only held against Rust. */
const LARGE = {
  'conditions, each test': eachOf(protocol.conditions, ({ favours, against }) => [...favours, ...against]),
  notices: holding(protocol.notices),
};

/** What Rust said, for the mutants. */
const kept = [];
const keep = (one, said) => kept.push({ one, said });
for (const [name, tables] of Object.entries(TABLES)) test(`whole tables: ${name}`, () => agree(people(...tables), keep));
for (const [name, tables] of Object.entries(LARGE)) test(`whole tables: ${name}`, () => agree(people(...tables)));

test('whole tables: every rule; each of its thresholds moved by one changes a row of its own table', (t) => {
  let moves = 0;
  const tables = rules.map(({ when }) => table(when));
  const rows = new Map();
  agree(people(...tables), (one, said, row) => rows.set(JSON.stringify(one), row));
  for (const [at, rule] of ready.rules.entries()) {
    const all = people(tables[at]).map((one) => rows.get(JSON.stringify(one)));
    const fires = (row) => rule.cube.every(({ place, least }) => row[place] >= least);
    const before = all.map(fires);
    for (const one of rule.cube.filter(({ place }) => !ready.context.some((item) => item.place === place))) {
      for (const step of [1, -1]) {
        one.least += step;
        assert.ok(all.some((row, at) => fires(row) !== before[at]), `${rule.id}: no row says that a threshold moved by ${step}`);
        one.least -= step;
        moves += 1;
      }
    }
  }
  const how = ['answers', 'levels', 'split'].map((how) => `${tables.filter((one) => one.how === how).length} by ${how}`);
  t.diagnostic(`${rules.length} rules (${how.join(', ')}), ${rows.size} cases, ${moves} thresholds moved`);
});

test('each threshold of the context moved by one changes the rules that test it', () => {
  const numbers = ready.context.flatMap((one) => ['under', 'at_most', 'at_least'].filter((key) => key in one).map((key) => [one, key]));
  assert.ok(numbers.length > 8);
  for (const [one, key] of numbers) {
    // At the end of its range there is no number on the other side, only the word for more.
    for (const step of [1, -1].filter((step) => one[key] + step <= named(context, one.context).max)) {
      const edges = bands(one.context, [one[key]]).map((value) => person(SILENT, [[`context ${one.context}`, value]]));
      const rows = () => edges.map((edge) => phone.evaluate(ready, edge).row[one.place]).join();
      const before = rows();
      one[key] += step;
      assert.notEqual(rows(), before, `${one.context} ${key} ${one[key]}`);
      one[key] -= step;
    }
  }
});

test('the cases of every door, and the gates as the table says', () => {
  const shared = lines('shared.ndjson').map(({ id, context, findings }) => ({ id, context, findings }));
  const gates = lines('gates.ndjson');
  const asked = gates.map(({ id, said }) => ({ ...person({ ...WELL, context: { age_years: 30 } }, Object.entries(said).map(([id, level]) => [`findings ${id}`, level ?? undefined])), id }));
  agree([...shared, ...asked], keep);
  for (const [at, { id, stands }] of gates.entries()) {
    const told = phone.brief(ready, phone.evaluate(ready, asked[at])).gates;
    assert.deepEqual(Object.fromEntries(told.map(({ gate, stand }) => [gate, stand])), stands, id);
  }
});

// ---- People ----

/** A small generator (mulberry32): the same seed gives the same people for ever. */
function chance(seed) {
  let state = seed;
  const draw = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const of = (list) => list[Math.floor(draw() * list.length)];
  return { draw, of };
}

function randomContext({ draw, of }) {
  const chosen = context.filter(() => draw() < 0.7).map(({ id }) => [`context ${id}`, of(bands(id, [...(THRESHOLDS.get(id) ?? []), Math.floor(draw() * 300)]))]);
  return chosen.filter(([, value]) => value !== undefined);
}

/** Most of it mild, some of it not sure, and a check that may stop half-way. */
function plausible(luck) {
  const { draw, of } = luck;
  const asked = draw() < 0.6 ? findings.length : draw() * findings.length;
  const mild = of([0.99, 0.95, 0.85]);
  const answers = findings.slice(0, asked).map(({ id, levels }) => [`findings ${id}`, draw() < 0.02 ? 'unsure' : draw() < mild ? levels[0] : of(levels)]);
  return person(SILENT, [...randomContext(luck), ...answers]);
}

/** At the edge of one rule or of several: each finding that it names where it counts, or one level milder. */
function boundary(luck) {
  const { draw, of } = luck;
  const corners = [of(rules), of(rules), of(rules)].slice(0, 1 + Math.floor(draw() * 3)).flatMap(({ when }) => corner(when));
  const edge = ([name, level]) => {
    const levels = named(findings, name.split(' ')[1])?.levels;
    return [name, draw() < 0.7 || levels === undefined ? level : levels[Math.max(0, levels.indexOf(level) - 1)]];
  };
  return person(of([WELL, SILENT]), [...randomContext(luck), ...corners.map(edge)]);
}

/** Answers that do not fit each other, among answers by the toss of a coin. */
function contradictory(luck) {
  const { draw, of } = luck;
  const tossed = findings.filter(() => draw() < 0.15).map(({ id, levels }) => [`findings ${id}`, of([...levels, 'unsure'])]);
  const cube = of(protocol.contradictions.flatMap(({ when }) => when));
  const milder = cube.filter(({ under }) => under !== undefined).map(({ finding }) => [`findings ${finding}`, named(findings, finding).levels[0]]);
  return person(of([WELL, SILENT]), [...randomContext(luck), ...tossed, ...corner(cube), ...milder]);
}

test(`${PEOPLE} people from one seed: plausible, at the edges of rules, contradicting themselves`, (t) => {
  const luck = chance(20261126);
  const kinds = [plausible, boundary, contradictory, plausible];
  const drawn = Array.from({ length: PEOPLE }, (_, at) => ({ ...kinds[at % kinds.length](luck), id: at }));
  agree(drawn);
  const told = drawn.filter((_, at) => at % 20 === 0).map((one) => phone.evaluate(ready, one));
  // A crowd in which all are emergencies would say nothing.
  const levels = [null, 0, 1, 2, 3, 4, 5, 6].map((level) => told.filter(({ headline }) => headline === level).length);
  assert.ok(levels.every((many) => many > 0), levels.join(' '));
  t.diagnostic(`of every 20th: incomplete and levels 0 to 6: ${levels.join(' ')}`);
});

test('what Rust refuses the phone refuses', () => {
  const broken = [
    { findings: { nothing: 'yes' } }, { findings: { nothing: 'unsure' } }, { findings: { temp: 'hot' } }, { findings: { temp: '' } }, { findings: { temp: null } }, { findings: { temp: 2 } },
    { findings: { temp: ['fever'] } }, { findings: { temp: true } }, { findings: { constructor: 'yes' } }, { findings: { mood: 1 } }, { findings: { Temp: 'fever' } },
    { context: { nothing: 1 } }, { context: { baby: 'twins' } }, { context: { baby: 1 } }, { context: { baby: null } }, { context: { lactation: '' } }, { context: { lactation: ['direct'] } },
    { context: { days_since_birth: 366 } }, { context: { days_since_birth: -1 } }, { context: { days_since_birth: 1.5 } }, { context: { days_since_birth: '12' } }, { context: { days_since_birth: 'over' } },
    { context: { baby_age_days: 'over_365' } }, { context: { baby_age_days: null } }, { context: { baby_age_days: true } }, { context: { baby_age_days: 1e9 } }, { context: { age_years: '30' } }, { context: { toString: 1 } },
  ];
  const said = askRust(broken, '--brief').map((line) => JSON.parse(line));
  for (const [at, one] of broken.entries()) {
    assert.ok('error' in said[at], JSON.stringify(one));
    assert.throws(() => phone.evaluate(ready, one), RangeError, JSON.stringify(one));
  }
  const sound = [{}, { context: {} }, { findings: { mood: '1' } }, { id: 'a', context: { days_since_birth: 'over_365' } }, { id: 7, context: { skin_note: 'prefer_not' } }];
  agree(sound.map((one) => ({ id: null, ...one })));
});

// ---- Mutants ----

/** What is wrong, the text of the module, and what stands there instead. */
const MUTANTS = [
  ['at least is more than', 'row[place] >= least === not', 'row[place] > least === not'],
  ['no and milder are forgotten', 'row[place] >= least === not', 'row[place] < least'],
  ['the patients are swapped', 'one.parent = reached(one.fired, "parent")', 'one.parent = reached(one.fired, "baby")'],
  ['a raise is forgotten', 'rules.raises.filter(({ cubes }) => any(cubes, row))', '[]'],
  ['a raise lowers', 'row[place] = Math.max(row[place], least)', 'row[place] = least'],
  ['a raise is told though nothing was raised', 'one.row[place] > one.packed[place]', 'one.row[place] >= one.packed[place]'],
  ['not sure is the mildest', 'given[place] === UNSURE ? unsure : given[place]', 'given[place] === UNSURE ? 0 : given[place]'],
  ['an unknown number is not cautious', 'number === undefined || ("under" in test', 'number !== undefined && ("under" in test'],
  ['an unknown number is at least anything', 'return number >= test.at_least', 'return !(number < test.at_least)'],
  ['at most is under', 'number <= test.at_most', 'number < test.at_most'],
  ['the age of no baby is asked', 'if (test.context === protocol.baby_age && !hasBaby) return false;', ''],
  ['over a year is nothing', '=== "string" ? Infinity', '=== "string" ? 0'],
  ['findings of no baby count', 'if (one.hasBaby || !finding.baby) row', 'row'],
  ['a baby after a loss', 'isSaidThere(one.known, protocol.baby_absent)', 'isSaidThere(one.known, protocol.baby_absent.slice(0, 1))'],
  ['the unit does not watch the baby', 'one.hasBaby && !isSaidThere(one.known, protocol.baby_watched)', 'one.hasBaby'],
  ['an unknown number answers', 'one.known.has(test.context) && contextHolds', 'contextHolds'],
  ['the context does not correct what was answered', 'levelOf(rules.findings[place], one.given) < least', 'one.given[place] === NOTHING'],
  ['a sign counts one level too late', 'row[sign.place] >= sign.least ? 1 : 0', 'row[sign.place] > sign.least ? 1 : 0'],
  ['a count is a yes or no', 'row[place] += row[sign.place]', 'row[place] |= row[sign.place]'],
  ['the most days', 'Math.min(...days)', 'Math.max(...days)'],
  ['self-care is told while answers are missing', 'level > SELF_CARE ? level : null', 'level >= SELF_CARE ? level : null'],
  ['the headline is the parent\'s', 'one.told(Math.max(one.parent.level, one.baby?.level ?? 0))', 'one.told(one.parent.level)'],
  ['complete is interim', '!one.complete && one.headline !== null', 'one.headline !== null'],
  ['what is not needed is missing', 'any(finding.needed, row)', 'finding.needed.length > 0'],
  ['the worst is not sure', 'worst[finding.place] = finding.worst', 'worst[finding.place] = finding.unsure'],
  ['the worst makes nothing mandatory', 'next = missing(open, one, row)', 'next = []'],
  ['nothing speaks against', 'count(favours) - count(against)', 'count(favours)'],
  ['one condition more', 'CONDITIONS_MOST = 5', 'CONDITIONS_MOST = 6'],
  ['changes of a breast that makes no milk', ' || known.get("lactation") === "not_lactating"', ''],
  ['the usual condition before the end', 'headline !== 0', 'headline > 0'],
  ['the usual situation beside others', 'found.length === 0 && row', 'row'],
  ['not sure opens a gate', 'exclusions((given) => given === UNSURE)', 'exclusions(() => false)'],
  ['silence opens a gate', 'given === UNSURE || given === NOTHING)', 'given === UNSURE)'],
  ['a gate one level too late', 'one.parent.level >= gate.under', 'one.parent.level > gate.under'],
  ['a gate one year too late', 'age < gate.age', 'age <= gate.age'],
  ['a gate waits for the baby', 'one.unanswered.some((finding) => !finding.baby)', 'one.unanswered.length > 0'],
  ['a gate forgets what raises', 'protocol.raises.filter((one) => found.has(one.finding)).forEach', '[].forEach'],
  ['a closed gate is offered', '?.stand === "closed") return', '?.stand === "shut") return'],
  ['the least cautious mark', '["offered", "optional", "locked"', '["optional", "offered", "locked"'],
  ['never and not now', 'DOES.includes(one.mark)) ? "not_now" : "never"', 'DOES.includes(one.mark)) ? "never" : "not_now"'],
  ['come back twice for the same', 'if (then <= before) continue;', 'if (then < before) continue;'],
  ['come back not sure', 'finding.levels[level] === "unsure") continue;', 'finding.levels[level] === "") continue;'],
  ['come back for what one has', 'rule.level > now[rule.subject]', 'rule.level > now.parent'],
  ['come back for nothing derived', 'feeds: derived.some((test) => test.finding === id)', 'feeds: false'],
  ['come back in another order', 'GROUPS.indexOf(one.group) - GROUPS.indexOf(other.group)', 'GROUPS.indexOf(other.group) - GROUPS.indexOf(one.group)'],
  ['one line less', 'COME_BACK_MOST = 8', 'COME_BACK_MOST = 7'],
  ['silence is milder', '"under" in test && !answered(test) ? false : ', ''],
  ['silence about one is a no', '.every(answered)', '.some(answered)'],
  ['ages that are sixty days apart', '> FAR_APART_DAYS', '>= FAR_APART_DAYS'],
  ['a year of 365 days', '= [366, 60]', '= [365, 60]'],
  ['nothing special beside what is held', 'special.length > 0 ? special', 'special.length > 1 ? special'],
  ['a question is not asked next', 'kind.list ?? [kind.question]', 'kind.list ?? []'],
  ['within days is not needed also', 'rule.level >= WITHIN_DAYS', 'rule.level > WITHIN_DAYS'],
  ['a reason is needed also', 'rule.level < level)', 'rule.level <= level)'],
  ['the mildest first', 'other.level - rule.level)', 'rule.level - other.level)'],
  ['advice without a rule', 'advised.has(id)', 'true'],
  ['the mildest rule decides', 'sort((one, other) => other.level - one.level);\n  const derived', 'sort((one, other) => one.level - other.level);\n  const derived'],
];

test(`each of ${MUTANTS.length} mutants of the evaluator is told from Rust`, async (t) => {
  const text = readFileSync(new URL('../../browser/evaluate.js', import.meta.url), 'utf8');
  // Neighbours in a table are much alike: a stride meets the one who notices sooner.
  const mixed = kept.map((one, at) => kept[(at * STRIDE) % kept.length]);
  for (const [name, from, to] of MUTANTS) {
    assert.equal(text.split(from).length, 2, `${name}: the module says it once: ${from}`);
    const mutant = await import(`data:text/javascript;base64,${Buffer.from(text.replace(from, () => to)).toString('base64')}`);
    const mutated = mutant.prepare(protocol);
    const notices = ({ one, said: [brief, inside] }) => {
      const said = askPhone(mutant, mutated, one);
      return said[0] !== brief || said[1] !== inside;
    };
    assert.ok(mixed.some(notices), `${name}: nobody of ${kept.length} notices`);
  }
  t.diagnostic(`${kept.length} cases`);
});
