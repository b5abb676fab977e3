/** The check on the phone is the check of the server: every screen, every result, whatever is pressed, typed or broken. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { afterHours, deadline } from '../../browser/phone/deadline.js';
import { respond } from '../../browser/phone/respond.js';
import { chance } from './luck.mjs';
import { PhonePage } from './phone_page.mjs';
import { startTwins } from './phone_twin.mjs';
import { walk } from './walk.mjs';

const WALKS = 240;
const STEPS_MOST = 18;
const SEED = 20261126;

let twins;
/** Every request with what the server said, for the mutants. */
const kept = [];
before(async () => {
  twins = await startTwins();
  const { same } = twins;
  twins.same = async (request) => {
    const answer = await same(request);
    kept.push({ request, answer });
    return answer;
  };
});
after(() => twins?.stop());

const CASES = readFileSync(new URL('../cases/shared.ndjson', import.meta.url), 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line));

test('every shared case, screen by screen, with each result', async () => {
  for (const one of CASES) {
    const page = new PhonePage(twins);
    await page.open();
    await walk(page, one);
    assert.equal(page.at(), 'result', one.id);
  }
});

test('an interview with nothing said, in every region and colour', async () => {
  for (const region of [null, ...twins.book.regions.keys(), 'XX']) await twins.same({ method: 'GET', path: '/check', visitor: { theme: null, region, tone: null } });
  for (const theme of ['day', 'dark', 'red']) await twins.same({ method: 'GET', path: '/help', visitor: { theme, region: 'UK', tone: null } });
  for (const fields of [[], [['go', 'on']], [['go', 'back']], [['go', 'again']], [['go', 'region']], [['at', 'who']], [['kept', 'nonsense']]]) {
    for (const path of ['/check', '/help', '/region', '/theme']) await twins.same({ method: 'POST', path, fields });
  }
});

/** A line with all answers of a case. */
function lineOf({ context, findings }) {
  return [...Object.entries(context).map(([id, value]) => `c.${id}=${value}`), ...Object.entries(findings).map(([id, level]) => `f.${id}=${level}`)].join(';').replaceAll('=unsure', '=unsure?');
}

/** Another reader, another baby or none, another place. */
const OTHERS = [{ audience: 'caregiver' }, { audience: 'clinician', baby: 'none' }, { baby: 'none' }, { lactation: 'after_loss' }, { baby: 'in_hospital' }, { lactation: 'not_lactating' }];

test('the result of every shared case to each reader, with each baby and none, in each region', async () => {
  const regions = [...twins.book.regions.keys()];
  for (const [at, one] of CASES.entries()) {
    for (const [which, more] of OTHERS.entries()) {
      const context = { ...one.context, region: regions[(at + which) % regions.length], ...more };
      const known = which % 2 === 0 ? context : Object.fromEntries(Object.entries(context).filter(([id]) => id !== 'region'));
      await twins.same({ method: 'POST', path: '/check', fields: [['kept', lineOf({ context: known, findings: one.findings })], ['go', 'again']] });
    }
  }
});

// ---- Walks by the toss of a coin ----

const TYPED = ['38,5', '101F', '385', 'abc', '', '3 days', '1e9', '\u200f38\u200e', '37.9999', '38', '99.5', '100.4 c', '-1', '0', '7', '10', '11', '4,5', '130', ' 40.1 °C ', '12h', '2 weeks', '8%', '<b>"&\'', '38;5', '٣٨', '9'.repeat(40), '36.0', '104', '+5', '60 bpm'];
const LINES = ['nonsense', 'f.temp=hot', 'who=both;c.baby=twins', 'v0;f.temp=fever', 'f.temp=fever@x', 'c.region=XX', ';;;', '\u200e', 'f.heart=fast@l9999999', 'who=parent;shown=2;f.pain=mild@c9;t.lump;u.confused'];
const PLACES = ['', 'result', 'nowhere', 'who', 'who.temp', 'breasts', 'breasts.temp', 'parent_now.nothing', 'lactation', 'fever_hours', '.', 'baby_now.b_fever', 'course.self_harm', 'last_day.temp'];

/** Answers to most questions at once, so that a walk may begin anywhere. */
function someLine({ of, draw }) {
  const { findings, context } = twins.book.protocol;
  const mild = of([0.98, 0.9, 0.7]);
  const how = () => (draw() < 0.3 ? of(['@l0', '@l1', '@c0', '@c1', '@n38.5', '@n101 F']) : '');
  const level = ({ levels }) => (draw() < mild ? levels[0] : draw() < 0.15 ? 'unsure?' : of(levels));
  const answered = findings.slice(0, Math.floor(draw() * 1.4 * findings.length)).filter(() => draw() < 0.97).map((one) => `f.${one.id}=${level(one)}${how()}`);
  const said = answered.map((one) => one.replace(/unsure\?@.*/, 'unsure?'));
  const value = ({ values, min, max, over }) => of([...(values ?? [min, max, Math.floor(min + draw() * (max - min)), ...(over ? [over] : [])]), '?']);
  const known = context.filter(() => draw() < 0.6).map((one) => `c.${one.id}=${one.id === 'baby' && draw() < 0.5 ? 'with_parent' : value(one)}`);
  const who = of(['who=parent', 'who=baby', 'who=both', 'who=no_baby', 'who=no_baby;c.baby=none']);
  return [who, ...known, ...said, ...(draw() < 0.3 ? [`shown=${of([0, 1, 2])}`] : []), ...(draw() < 0.3 ? [`t.${of(findings).id};u.${of(findings).id}`] : [])].join(';');
}

/** A shared case with a few of its answers forgotten or changed. */
function nearCase({ of, draw }) {
  const { context, findings } = of(CASES);
  const level = (id) => (draw() < 0.5 ? 'unsure?' : of(twins.book.findings.get(id).levels));
  const answered = Object.entries(findings).filter(() => draw() < 0.997).map(([id, own]) => `f.${id}=${draw() < 0.01 ? level(id) : own === 'unsure' ? 'unsure?' : own}`);
  return [...Object.entries(context).filter(() => draw() < 0.95).map(([id, value]) => `c.${id}=${value}`), ...answered].join(';');
}

/** Ticks, chooses and types at random. */
function fumble(page, { of, draw }) {
  for (const { name, value, type } of page.inputs) {
    if (type === 'checkbox' && draw() < 0.25) page.touch(name, value);
    // A level of a line that is not ticked is sent too.
    if (type === 'radio' && draw() < 0.12) page.touch(name, value);
    if (type === undefined && draw() < 0.8) page.write(of(TYPED));
  }
  if (draw() < 0.04) page.sent.push(['tick', of(['temp.0', 'temp.9', 'heart', 'x.0', '', 'breathing.+0', 'lump.99999999999999999999', 'self_harm.0'])]);
  if (draw() < 0.04) page.sent.push([`level.${of(page.inputs)?.value}`, of(['unsure', '0', '1', '9', '', 'x'])]);
}

/** One thing that she may do next. */
async function doSomething(page, luck) {
  const { of, draw } = luck;
  const fields = () => page.fields();
  const set = (name, value) => fields().map(([key, own]) => [key, key === name ? value : own]);
  const own = page.buttons.filter(({ name, formaction }) => ['go', 'choice', 'value', 'who'].includes(name) && formaction === undefined);
  const what = draw();
  fumble(page, luck);
  if (what < 0.04) return page.ask('POST', '/theme', [...fields(), ['return_to', of(['/check', '/help', '/relief', '//evil', '/', 'x'])], ['theme', of(['day', 'dark', 'red', 'blue'])]]);
  if (what < 0.07) return page.ask('POST', '/help', [...fields(), ...of([[], [['from', '/relief'], ['done', 'S-A@1732600000'], ['side', 'left']], [['from', 'https://evil']]])]);
  if (what < 0.09) return page.ask('POST', '/check', [...fields(), ['region', of([...twins.book.regions.keys(), 'XX', ''])], ['go', 'region']]);
  if (what < 0.1) return page.ask('POST', '/region', [['region', of([...twins.book.regions.keys(), 'XX'])]]);
  if (what < 0.12) return page.ask('POST', '/check', set('kept', of(LINES)));
  if (what < 0.15) return page.ask('POST', '/check', [...set('at', of(PLACES)), ['choice', of(['0', '1', 'unsure', 'skip', '9'])], ['value', '?']]);
  if (what < 0.2) return page.ask('POST', '/check', [...fields(), ['go', of(['again', 'on', 'back', 'one_by_one', 'none', 'reading', 'ticked', 'else', 'toString'])], ['choice', of(['0', 'unsure', 'x', '+1', ''])]].slice(0, of([-1, undefined])));
  if (what < 0.22 || own.length === 0) return page.ask('POST', '/check', [['kept', of([someLine, nearCase])(luck)], ['at', of(['result', ...PLACES])], ['go', of(['on', 'again', 'back'])]]);
  const { name, value } = what < 0.3 && page.offers('go', 'back') ? { name: 'go', value: 'back' } : of(own);
  return page.press(name, value);
}

/** From the help page back, with its own buttons; else the page as it is. */
async function comeBack(page, { of }) {
  const back = /<form class="part" method="post" action="([^"]*)">([^]*?)<\/form>/.exec(page.raw);
  if (back === null || back[1] !== '/check') return;
  const hidden = [...back[2].matchAll(/name="([^"]*)" value="([^"]*)">/g)].map(([, name, value]) => [name, value.replaceAll('&#34;', '"').replaceAll('&#39;', "'").replaceAll('&#60;', '<').replaceAll('&#62;', '>').replaceAll('&#38;', '&')]);
  if (of([true, false])) await page.ask('POST', '/theme', [...hidden.slice(0, -1), ['return_to', '/help'], ['theme', 'red']]);
  await page.ask('POST', back[1], hidden);
}

test(`${WALKS} walks by the toss of a coin (seed ${SEED})`, async (t) => {
  const results = new Map();
  for (let one = 0; one < WALKS; one += 1) {
    const luck = chance(SEED + one);
    const { of, draw } = luck;
    const page = new PhonePage(twins, { theme: null, region: of([null, null, ...twins.book.regions.keys()]), tone: null });
    await page.open();
    if (draw() < 0.7) await page.ask('POST', '/check', [['kept', of([someLine, nearCase])(luck)], ['at', 'result'], ['go', of(['on', 'on', 'again', 'back'])]]);
    for (let step = 0; step < STEPS_MOST && page.status === 200; step += 1) {
      await doSomething(page, luck);
      await comeBack(page, luck);
      if (page.at() === 'result') for (const [, level] of page.raw.matchAll(/class="banner (u.)"/g)) results.set(level, (results.get(level) ?? 0) + 1);
    }
  }
  // A crowd of emergencies alone would say nothing.
  assert.deepEqual([...results.keys()].sort(), ['u0', 'u1', 'u2', 'u3', 'u4', 'u5', 'u6', 'un']);
  t.diagnostic(`${kept.length} requests; results ${JSON.stringify(Object.fromEntries(results))}`);
});
