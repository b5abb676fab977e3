/** The check on the phone is the check of the server: every screen, every result, whatever is pressed, typed or broken. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { afterHours, deadline } from '../../browser/phone/deadline.js';
import { VOICE } from '../../browser/phone/frame.js';
import { instant } from '../../browser/phone/time.js';
import { speaker } from '../../browser/phone/words.js';
import { chance } from './luck.mjs';
import { mutated } from './phone_mutated.mjs';
import { PhonePage } from './phone_page.mjs';
import { startTwins } from './phone_twin.mjs';
import { walk } from './walk.mjs';

const WALKS = 240;
const STEPS_MOST = 18;
const SEED = 20261126;
/** A prime: neighbours are much alike, and a stride meets the one who notices sooner. */
const STRIDE = 7919;

let twins;
const english = () => speaker(twins.book, VOICE);
/** Every request with the print of what was said, by the server and so by the phone: for the mutants. */
const kept = [];
before(async () => {
  twins = await startTwins();
  const { same } = twins;
  twins.same = async (request) => {
    const answer = await same(request);
    kept.push({ request, said: printOf({ ...answer, body: answer.raw }) });
    return answer;
  };
});
after(() => twins?.stop());

/** A whole answer in a few letters. */
function printOf({ status, location, choices, body = '' }) {
  return createHash('sha1').update(`${status} ${location} ${JSON.stringify(choices)} ${body}`).digest('base64');
}

const NOTHING_CHOSEN = { theme: null, region: null, tone: null };
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

/** What walks seldom meet: the fields of one form each. */
const form = (kept, at, ...fields) => [['kept', kept], ['at', at], ...fields];
const ticked = (...fields) => [...fields, ['go', 'ticked']];
const RARE = [
  // Silence about the side is no answer once the breast is sore, whether it was to be asked by itself or not.
  form('who=parent', 'breasts', ...ticked(['tick', 'pain.0'], ['level.pain.0', '1'])),
  form('who=parent;t.side', 'breasts', ...ticked(['tick', 'pain.0'], ['level.pain.0', '1'])),
  // Two lines of one finding, as bad and not as bad.
  form('who=parent', 'parent_now', ...ticked(['tick', 'necrosis.0'], ['tick', 'necrosis.2'])),
  form('who=parent', 'parent_now', ...ticked(['tick', 'necrosis.2'], ['level.necrosis.2', '1'], ['tick', 'necrosis.0'])),
  form('who=parent', 'parent_now', ...ticked(['tick', 'skin_danger.0'], ['level.skin_danger.0', 'unsure'], ['tick', 'skin_danger.1'], ['level.skin_danger.1', '0'])),
  // A number beside a worse answer about the same temperature, a milder one, and one that is not sure.
  ...['f.low_temp=yes', 'f.low_temp=no', 'f.low_temp=unsure?', 't.low_temp', ''].flatMap((before) => ['38.5', '35.4', '36.8', '102 F'].map((typed) => (
    form(`who=parent;${before};u.temp`, 'last_day.temp', ['reading', typed], ['unit', 'c'], ['go', 'reading'])))),
  form('who=both;f.b_cold=yes', 'baby_now.b_fever', ['reading', '38,2'], ['unit', 'f'], ['go', 'reading']),
  // A number with marks that part a line.
  form('f.temp=fever@n38=5@6;f.pain=mild@n =3 ;u.heart', 'result', ['go', 'again']),
  // Passed over, then known; known, then passed over.
  form('c.lactation=?;c.lactation=direct', 'lactation', ['go', 'again']),
  form('c.lactation=direct;c.lactation=?', 'lactation', ['go', 'again']),
  // No baby, and answers about one.
  form('who=no_baby;c.baby=none;f.b_fit=yes;t.b_cold', 'baby_now', ['go', 'again']),
  form('who=no_baby;c.baby=none;f.b_fit=yes', 'who', ['who', 'baby']),
  form('who=both;c.baby=in_hospital', 'who', ['who', 'alone'], ['other', '1']),
  // Nothing, both, a skip where there is none, and one where there is.
  form('who=parent', 'parent_now', ['go', 'ticked']), form('who=parent', 'parent_now', ['tick', 'confused.0'], ['go', 'none']),
  form('who=parent', 'background.diabetes', ['choice', 'skip']), form('who=parent', 'background.hiv', ['choice', 'skip']),
  // Not sure, once and twice, of a red flag and of something else.
  ...['', 'u.heart'].map((once) => form(`who=parent;${once}`, 'parent_now_more.heart', ['choice', 'unsure'])), form('who=parent', 'breasts.pain', ['choice', 'unsure']),
  // One emergency that was shown, and another of the other patient.
  form('who=both;shown=1;f.confused=yes', 'baby_now', ...ticked(['tick', 'b_fit.0'])), form('who=both;shown=1;f.confused=yes', 'baby_now', ['go', 'none']),
  form('who=both;shown=1', 'baby_now', ...ticked(['tick', 'b_fit.0'])),
  // A baby whom a unit watches, and of whom nothing or something was said.
  form('who=parent;c.baby=in_hospital;f.confused=yes', 'result', ['go', 'again']), form('who=parent;c.baby=in_hospital;f.confused=yes;f.b_fit=yes', 'result', ['go', 'again']),
  // Emergencies by "not sure" alone, and reasons through terms, with what was typed.
  ...['confused', 'chest_or_leg', 'b_response', 'skin_danger'].map((id) => form(`who=both;c.region=US;f.${id}=unsure?`, 'result', ['go', 'again'])),
  ...['unsure', 'unsure?', 'yes'].map((cold) => form(`c.region=US;f.pain=mild;f.low_temp=${cold};f.heart=fast@n110;f.faint=lightheaded@c1`, 'result', ['go', 'again'])),
  ...['fever', 'high'].map((level) => form(`c.region=CA;f.temp=${level}@n39.5;f.heat_colour=wedge_or_large@c2;f.lump=tender_patch;f.unwell=flu_like@l0;f.immune=yes;f.implant=unsure?`, 'result', ['go', 'again'])),
  // A list whose lines have gone to stand alone, a part that belongs nowhere.
  form('who=parent;f.pain=mild', 'breasts', ['go', 'again']), form('who=parent;f.temp=hot;f.pain=mild', 'breasts', ['go', 'again']),
  // Thoughts of harm: the crisis line leads.
  ...['yes', 'unsure?', 'no'].flatMap((level) => ['0', '1', '2'].map((mood) => form(`who=parent;c.region=UK;f.self_harm=${level};f.mood=${mood}`, 'result', ['go', 'again']))),
];

test('what walks seldom meet, on the way and at the numbers', async () => {
  for (const fields of RARE) {
    for (const path of ['/check', '/help']) await twins.same({ method: 'POST', path, fields });
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

test('a server that knows its region shows it until another is chosen', async (t) => {
  const there = await startTwins('--region', 'IE', '--leave', 'https://example.org/?a=1&b=2');
  t.after(there.stop);
  for (const region of [null, 'AU']) {
    for (const path of ['/check', '/help', '/']) await there.same({ method: 'GET', path, visitor: { ...NOTHING_CHOSEN, region } });
    for (const line of ['f.confused=yes', 'c.region=US;f.confused=yes', 'f.pain=severe']) await there.same({ method: 'POST', path: '/check', fields: [['kept', line]], visitor: { ...NOTHING_CHOSEN, region } });
    await there.same({ method: 'POST', path: '/check', fields: [['kept', 'f.confused=yes'], ['go', 'again']], visitor: { ...NOTHING_CHOSEN, region } });
  }
});

// ---- Times ----

test('deadlines are those of the server, in words and for machines', async () => {
  const times = (page) => [...page.matchAll(/<time datetime="([^"]*)">([^<]*)<|data-old-from="([^"]*)"/g)].map(([, from, words, old]) => [Date.parse(from ?? old) / 1000, words]);
  let named = 0;
  for (const one of CASES) {
    const request = { method: 'POST', path: '/check', fields: [['kept', lineOf(one)], ['go', 'again']] };
    const asked_s = Math.floor(Date.now() / 1000);
    const { raw: theirs } = await twins.served(request);
    const late_s = Math.ceil(Date.now() / 1000) - asked_s;
    const mine = times(twins.shown(request).raw);
    for (const [at, [then_s, words]] of times(theirs).entries()) {
      const early_s = then_s - (mine[at][0] - twins.now_s) - asked_s;
      assert.ok(early_s >= 0 && early_s <= late_s, `${one.id}: ${early_s} s`);
      if (words !== undefined) assert.equal(instant(english(), then_s).words, words, one.id);
      if (words !== undefined) named += 1;
    }
    assert.equal(times(theirs).length, mine.length);
  }
  assert.ok(named > CASES.length / 3, String(named));
});

test('a changed clock does not shorten a day, and a deadline is said in the zone of the device', (t) => {
  const zone = process.env.TZ;
  t.after(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });
  process.env.TZ = 'Europe/London';
  const evening_s = Date.parse('2026-03-28T20:00:00Z') / 1000;
  assert.deepEqual(deadline(english(), evening_s, { hours: 24 }, null), { datetime: '2026-03-29T20:00:00Z', words: 'Sunday 21:00' });
  assert.equal(deadline(english(), evening_s, 'days', 3).words, 'Tuesday 21:00');
  assert.equal(deadline(english(), evening_s, { recheck_hours: 12 }, null).words, 'Sunday 09:00');
  for (const none of [null, 'now']) assert.equal(deadline(english(), evening_s, none, 3), null);
  assert.equal(deadline(english(), evening_s, 'days', null), null);
  assert.equal(afterHours(english(), evening_s, 2).words, 'Saturday 22:00');
  process.env.TZ = 'Asia/Kathmandu';
  assert.equal(afterHours(english(), evening_s, 2).words, 'Sunday 03:45');
});

// ---- Mutants ----

/** What is wrong, in which file, the text there, and what stands there instead. */
const MUTANTS = [
  ['not sure is forgotten by the line', 'interview/line.js', 'if (given === UNSURE) return [`f.${id}=${NOT_SURE}`];', ''],
  ['what was asked once is not written', 'interview/line.js', 'if (once.has(id)) return [`u.${id}`];', ''],
  ['a broken part is passed over', 'interview/line.js', 'parts.every((part) => take(book, interview, part))', 'parts.map((part) => take(book, interview, part))'],
  ['a number keeps its marks', 'interview/line.js', 'text.replace(/[;@=]/g, "")', 'text'],
  ['a red flag is asked only once', 'interview/reply.js', 'one.class === "red_flag" && ', ''],
  ['not sure is asked for ever', 'interview/reply.js', ' && !interview.once.has(one.id)', ''],
  ['silence answers what must be asked alone', 'interview/reply.js', "takeBackSilence(book, interview, shown", "[].concat(shown"],
  ['of two lines the milder one stands', 'interview/reply.js', 'other.level >= so_far.level', 'other.level < so_far.level'],
  ['of two as bad the earlier one stands', 'interview/reply.js', 'other.level >= so_far.level', 'other.level > so_far.level'],
  ['a temperature answers one finding', 'interview/reply.js', 'for (const other of one.reading === "temperature" ?', 'for (const other of one.reading === "heat" ?'],
  ['a number makes milder', 'interview/reply.js', 'if (level >= levelKnown(interview.answers, other)) settle', 'settle'],
  ['a baby comes back after "no baby"', 'interview/reply.js', 'else if (known.get("baby") === "none") known.delete("baby");', ''],
  ['nothing ticked is none of these', 'interview/reply.js', 'return NOTHING_TICKED;', ';'],
  ['a choice is not skipped', 'interview/reply.js', '"skip" in said && one.skip !== null', '"skip" in said'],
  ['a tick stays', 'interview/settle.js', "ticked.delete(finding);\n  // Whoever", "// Whoever"],
  ['known and passed over', 'interview/settle.js', 'passed.delete(item);', ''],
  ['a caregiver is the parent', 'interview/answers.js', '?? "parent") === "parent"', '?? "parent") !== ""'],
  ['the baby never comes first', 'interview.js', 'if (who !== "baby") return screens;', 'return screens;'],
  ['the worst case is the present', 'interview.js', 'worstCase(book.rules, reading(book, interview))', 'reading(book, interview)'],
  ['a baby of nobody is asked about', 'interview.js', 'if (subject === "baby" && !hasBaby(book, interview)) return false;', ''],
  ['every emergency interrupts again', 'interview.js', 'emergencies(book, interview) > interview.shown', 'emergencies(book, interview) > 0'],
  ['the second emergency is silent', 'interview.js', 'emergencies(book, interview) > interview.shown', 'emergencies(book, interview) > 0 && interview.shown === 0'],
  ['back leads to the start of a list', 'interview.js', 'at >= 0 ? at : later', 'later'],
  ['inputs are not asked', 'interview.js', ' || kind === "input"', ''],
  ['a list asks again what stands alone', 'interview.js', ' && !isAlone(book.rules, read, id));', ');'],
  ['a unit is always put behind', 'form.js', '/[0-9]$/.test(typed) ? (field("unit") ?? "") : ""', 'field("unit") ?? ""'],
  ['none and ticked is none', 'form.js', 'ticks.length === 0 ? { none_of_these: true } : NONE_AND_TICKED', '{ none_of_these: true }'],
  ['ticks are lost on the way back', 'form.js', 'if (stop !== null) keep(', 'if (stop === undefined) keep('],
  ['someone else is not heard', 'form.js', 'field("other") === undefined ? "parent" : "caregiver"', '"parent"'],
  ['what was typed is lost', 'fill/screen.js', 'field("reading") ?? said?.number', 'said?.number'],
  ['how to tell is never told', 'fill/screen.js', 'interview.once.has(finding.id) ? text(finding.tell)', 'false ? text(finding.tell)'],
  ['an urgent banner from level four', 'fill/screen.js', 'reached: reached(', 'reached: [].concat('],
  ['a milder patient first', 'fill/banner.js', 'worse(other) - worse(one)', 'worse(one) - worse(other)'],
  ['a silent baby is said to be well', 'fill/banner.js', 'baby !== null && !silentBaby', 'baby !== null'],
  ['the crisis line is an urgent line', 'fill/banner.js', 'urgent: crisisFirst ? crisis : urgent', 'urgent'],
  ['an unfinished patient beside the call', 'fill/banner.js', 'headline === EMERGENCY_NOW ? told', 'headline === 7 ? told'],
  ['the first number is called twice', 'fill/result.js', 'callsOf(frame, "emergency").slice(1)', 'callsOf(frame, "emergency")'],
  ['no crisis line', 'fill/result.js', 'crisis ? callsOf(frame, "crisis") : []', '[]'],
  ['what was said is not repeated', 'fill/result.js', 'if ("number" in how) return [how.number];', ''],
  ['the words of a step are left out', 'fill/result.js', 'beside === "" ? text(one.name)', 'true ? text(one.name)'],
  ['a closed gate without a reason', 'fill/step.js', 'if (gate < 0) return [];', 'return [];'],
  ['not sure is said as a sign', 'fill/sign.js', 'levels[level] === "unsure" ?', 'false ?'],
  ['a level without a phrase', 'fill/sign.js', 'signs.slice(level).find((one) => one !== null)', 'signs[level]'],
  ['reasons through no term', 'explain.js', 'ways.forEach((way) => gather(book, read, way, found));', ''],
  ['the region is not carried', 'page/check_show.js', 'if (region !== undefined) know(interview, "region", region);', ''],
  ['the region is forgotten', 'page/check_answer.js', 'interview.answers.known.set("region", region);', ''],
  ['what was carried is lost at the numbers', 'page/help_show.js', '...carried]', ']'],
  ['ticks are lost at the numbers', 'page/help_show.js', 'keepTicks(request, interview);', ''],
  ['any page to come back to', 'own_path.js', '(?!\\/)', ''],
  ['the colours change later', 'page/theme_choose.js', 'visitor: { ...visitor, theme }', 'visitor'],
];

test(`each of ${MUTANTS.length} mutants of the check is told from the server`, async (t) => {
  const root = await mkdtemp(join(tmpdir(), 'milkway-mutants-'));
  t.after(() => rm(root, { recursive: true }));
  const missed = [];
  // Those whose pages these are, and what is made to be told by, come first.
  const rare = kept.filter(({ request }) => RARE.includes(request.fields) && request.path === '/check');
  const mixed = kept.map((_, at) => kept[(at * STRIDE) % kept.length]);
  const aside = mixed.filter(({ request }) => request.path !== '/check' || request.method === 'GET' || request.fields.some(([, value]) => value === 'region'));
  for (const [at, [name, file, from, to]] of MUTANTS.entries()) {
    const mutant = await mutated(join(root, String(at)), file, from, to);
    const first = file.startsWith('page/') || file === 'own_path.js' ? aside : rare;
    if (![...first, ...mixed].some((one) => isTold(mutant, one))) missed.push(name);
  }
  assert.deepEqual(missed, []);
  t.diagnostic(`${kept.length} requests`);
});

/** Whether a mutant answers otherwise; a throw is an answer too. */
function isTold({ respond }, { request, said }) {
  try {
    return printOf(respond(twins.book, { visitor: NOTHING_CHOSEN, ...request, now_s: twins.now_s })) !== said;
  } catch {
    return true;
  }
}
