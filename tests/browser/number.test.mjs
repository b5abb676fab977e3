/** Numbers that people type: the phone reads each as Rust does (`milkway check --batch --typed`), at every threshold and around it. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import * as phone from '../../browser/number.js';
import { milkway } from './binary.mjs';

const MILLION = 1_000_000;
const DECIMALS = 6;
const NEAR_FORMS = 20_000;

const findings = JSON.parse(milkway(['protocol', 'export'])).findings.filter(({ reading }) => reading !== null);
const finding = (id) => findings.find((one) => one.id === id);

/** The words behind a number, right ones and wrong ones. */
const UNITS = {
  temperature: ['', 'C', ' °C', 'c', ' celsius', 'º c', ' °C.', 'F', ' °F', ' fahrenheit', ' K'],
  per_minute: ['', ' bpm', '/min', ' a minute', ' per minute', ' min', ' /h'],
  scale: ['', '/10', ' of 10', ' out of 10', ' / 10', '/5'],
  hours: ['', ' h', ' hours', ' hrs', ' hour', ' d', ' days', ' w'],
  days: ['', ' d', ' day', ' days', ' weeks', ' W', ' hours'],
  percent: ['', '%', ' %', ' percent', ' kg'],
  count: ['', ' times', 'x'],
};

/** The ends of what can be, in the kind's own unit; beside them lies what is asked again. */
const ENDS = { temperature: [30, 45, 85, 115], per_minute: [1, 300], scale: [0, 10], hours: [0, 8760], days: [0, 1000], percent: [0, 40], count: [0, 50] };

const NONSENSE = [
  '', ' ', '\t', 'hot', '.', ',', '.5', ',5', '5.', '38.', '38,', '38.5.1', '38,5,1', '1,234.5', '38,,5', '-38', '+38', '−38', '3e1', '0x26', '1_0', '38 40', '38 5', "38'5", '38;5', '38:5', '٣٨', '３８',
  '38.1234567', '38.0000000', '1234567890', '9999999999', '999999999', '999999999.999999', '999999999 days', '999999999 weeks', '000000038', '0000000038', '38.50', '038.5', 'NaN', 'Infinity', '-0', '∞',
  '38°K', '38 C F', '38 CF', '38 fahr', '38 c.', '38..c', '380', '385', '1004', '3800', '10040', '60', '7.5 weeks', '142.9 weeks', '0.0', '00', '½', '10½',
  '\u00a038.5\u2009°C', '\u202f99.5\u00a0°F\u3000', '\ufeff38', '38\ufeff', '38\ufeffC', '\u008538', '38\u0085C', '38\u180eC', '38\u200bC', '38.5\n', '\n38.5 C', '38\nC', '38\u0000', '2 wee\u212as', '2 WEE\u212a', '38 \u0130',
  '38 constructor', '38 toString', '38 __proto__', '38 hasOwnProperty', '38 🌡', '🌡', `38${'0'.repeat(5000)}`, `38${' '.repeat(5000)}C`, `38 ${'c'.repeat(5000)}`,
];

const askRust = (asked) => milkway(['check', '--batch', '--typed'], asked.map((one) => `${JSON.stringify(one)}\n`).join('')).trimEnd().split('\n');

/** What a reader says, as Rust writes it: keys in alphabetical order. */
function answer({ readNumber, levelOfNumber }, { finding: id, typed }) {
  const one = finding(id);
  const read = readNumber(one.reading, typed);
  if (read.again === 'outside') return JSON.stringify({ again: read.again, least: read.least, meant: read.meant, most: read.most });
  return JSON.stringify(read.again === undefined ? { level: levelOfNumber(one, read), millionths: read.millionths, unit: read.unit } : { again: read.again });
}

/** What Rust said, for the mutants. */
const kept = [];

function agree(asked) {
  const said = askRust(asked);
  assert.equal(said.length, asked.length);
  for (const [at, one] of asked.entries()) {
    assert.equal(answer(phone, one), said[at], JSON.stringify(one));
    kept.push([one, said[at]]);
  }
  return said.map((line) => JSON.parse(line));
}

/** Millionths with so many decimals, cut off. */
function written(millionths, decimals) {
  const digits = String(millionths).padStart(DECIMALS + 1, '0');
  return decimals === 0 ? digits.slice(0, -DECIMALS) : `${digits.slice(0, -DECIMALS)}.${digits.slice(-DECIMALS).slice(0, decimals)}`;
}

/** A number with every count of decimals, itself and one last digit to either side. */
function around(millionths) {
  return [...Array(DECIMALS + 1).keys()].flatMap((decimals) => {
    const last = 10 ** (DECIMALS - decimals);
    return [-last, 0, last].map((by) => millionths + by).filter((at) => at >= 0).map((at) => written(at, decimals));
  });
}

/** Numbers with every unit of their kind, by point and by comma. */
function inEveryForm({ id, reading }, numbers) {
  const typed = numbers.flatMap((number) => [number, number.replace('.', ',')]).flatMap((number) => UNITS[reading].map((unit) => number + unit));
  return [...new Set(typed)].map((typed) => ({ finding: id, typed }));
}

const fahrenheit = (millionths) => (millionths * 9) / 5 + 32 * MILLION;

/** A threshold as it may be typed: of a temperature in both units, of hours and days in the longer one too. */
function inEveryUnit(reading, millionths) {
  const longer = { temperature: fahrenheit(millionths), hours: millionths / 24, days: millionths / 7 }[reading];
  return longer === undefined || !Number.isInteger(longer) ? [millionths] : [millionths, longer];
}

test('every threshold of every reading, one last digit to either side, in every unit, by point and by comma', (t) => {
  const asked = findings.flatMap((one) => inEveryForm(one, one.cuts.flatMap((cut) => inEveryUnit(one.reading, cut.millionths)).flatMap(around)));
  const said = agree(asked);
  for (const one of findings) {
    const levels = new Set(said.filter((_, at) => asked[at].finding === one.id).map(({ level }) => level));
    for (const { level } of one.cuts) assert.ok(levels.has(level), `${one.id} ${level}`);
  }
  t.diagnostic(`${findings.length} readings, ${findings.flatMap(({ cuts }) => cuts).length} thresholds, ${asked.length} numbers`);
});

test('a number that is not yet the threshold is never rounded up to it', () => {
  const level = (id, typed) => phone.levelOfNumber(finding(id), phone.readNumber(finding(id).reading, typed));
  assert.deepEqual(['37.999999', '38', '100.399999', '100,4 F'].map((typed) => level('temp', typed)), ['low_grade', 'fever', 'low_grade', 'fever']);
  assert.deepEqual(['35.999999', '36', '96.799999', '96.8'].map((typed) => level('low_temp', typed)), ['yes', 'no', 'yes', 'no']);
});

test('the ends of what can be, for every reading', () => {
  const said = agree(findings.flatMap((one) => inEveryForm(one, ENDS[one.reading].flatMap((end) => around(end * MILLION)))));
  for (const again of ['outside', 'not_whole', 'unit']) assert.ok(said.some((one) => one.again === again), again);
  assert.ok(said.some(({ meant }) => typeof meant === 'string'));
});

test('every tenth of a degree that a thermometer shows, and the slips of its point', () => {
  const tenths = [...Array(1300).keys()].map((at) => written(at * 100_000, 1));
  const slips = [...Array(1300).keys()].map(String);
  const asked = [...tenths, ...slips].flatMap((number) => ['', ' C', '°F'].flatMap((unit) => ['temp', 'low_temp', 'b_fever', 'b_cold'].map((finding) => ({ finding, typed: number + unit }))));
  agree(asked);
});

test('nonsense, for every reading', () => {
  const asked = findings.flatMap(({ id }) => NONSENSE.map((typed) => ({ finding: id, typed })));
  const said = agree(asked);
  assert.ok(said.filter(({ again }) => again === 'not_a_number').length > said.length / 4);
});

test(`${NEAR_FORMS} strings that are nearly numbers, from one seed`, () => {
  let state = 20261126;
  const below = (most) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
  const of = (list) => list[below(list.length)];
  const digits = (most) => Array.from({ length: below(most + 1) }, () => below(10)).join('');
  const typed = () => `${of(['', '', ' ', '\u00a0', '-'])}${digits(4)}${of(['', '.', ',', '..'])}${digits(7)}${of(['', ' ', '°', '\t'])}${of(Object.values(UNITS).flat())}${of(['', '', ' ', '.'])}`;
  agree(Array.from({ length: NEAR_FORMS }, () => ({ finding: of(findings).id, typed: typed() })));
});

/** What is wrong, the text of the module, and what stands there instead. */
const MUTANTS = [
  ['at least is over', ': left >= right', ': left > right'],
  ['over is at least', '? left > right', '? left >= right'],
  ['under is at most', 'return left < right', 'return left <= right'],
  ['°F are read as °C', 'unit === FAHRENHEIT.unit ?', 'unit === "kelvin" ?'],
  ['°F are rounded to tenths of °C', '[(number - 32 * MILLION) * 5, cut.millionths * 9]', '[Math.round(((number - 32 * MILLION) * 5) / 9 / 100000) * 100000, cut.millionths]'],
  ['a number is rounded first', ': [number, cut.millionths]', ': [Math.round(number / 100000) * 100000, cut.millionths]'],
  ['the first threshold that is passed', 'Math.max(worst, levels.indexOf(cut.level))', 'worst || levels.indexOf(cut.level)'],
  ['a comma parts nothing', '(?:[.,]', '(?:[.]'],
  ['a seventh decimal', '{1,6}', '{1,7}'],
  ['a tenth digit', '{1,9}', '{1,10}'],
  ['.05 is .5', '.padEnd(6, "0")', '.padStart(6, "0")'],
  ['the end is outside', 'number >= least && number <= most', 'number > least && number <= most'],
  ['a day is an hour', 'd: 24,', 'd: 1,'],
  ['a week is five days', 'week: 7,', 'week: 5,'],
  ['half a point of pain', 'whole && number % MILLION !== 0', 'whole && number < 0'],
  ['any word is a unit', 'times === undefined', 'times === null'],
  ['words that every object knows', 'Object.assign(Object.create(null), words)', 'words'],
  ['a fitting number in the other unit', '?? [CELSIUS, FAHRENHEIT]', '?? [CELSIUS]'],
  ['blanks of JavaScript', '/\\p{White_Space}+/gu', '/\\s+/gu'],
];

test(`each of ${MUTANTS.length} mutants of the reader is told from Rust`, async (t) => {
  const text = readFileSync(new URL('../../browser/number.js', import.meta.url), 'utf8');
  for (const [name, from, to] of MUTANTS) {
    assert.equal(text.split(from).length, 2, `${name}: the module says it once: ${from}`);
    const mutant = await import(`data:text/javascript;base64,${Buffer.from(text.replace(from, () => to)).toString('base64')}`);
    assert.ok(kept.some(([one, said]) => answer(mutant, one) !== said), `${name}: none of ${kept.length} numbers tells`);
  }
  t.diagnostic(`${kept.length} numbers`);
});
