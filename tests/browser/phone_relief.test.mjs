/** Relief on the phone is the relief of the server: every card, page, session and answer, in each voice, place and colour, whatever is touched or broken. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { same as compared } from './phone_instants.mjs';
import { chance } from './luck.mjs';
import { mutated } from './phone_mutated.mjs';
import { MUTANTS } from './phone_relief_mutants.mjs';
import { controlsOf, sent } from './phone_thumb.mjs';
import { startTwins } from './phone_twin.mjs';

const SEED = 20261126;
const WALKS = 120;
const STRIDE = 97;
const STEPS_MOST = 22;

let twins;
let paths;
before(async () => {
  twins = await startTwins();
  const { protocol, guide } = twins.book;
  const of = (head, list) => list.map((id) => `${head}/${id}`);
  paths = {
    sessions: of('/session', guide.sessions.map(({ id }) => id)),
    pages: [
      '/relief', '/more', '/milk', '/feed-timer', '/painkillers', ...of('/relief', protocol.steps.map(({ id }) => id)),
      ...of('/read', guide.pages.map(({ id }) => id)), ...of('/condition', protocol.conditions.map(({ id }) => id)),
    ],
    unknown: ['/relief/nothing', '/session/nothing', '/read/nothing', '/condition/nothing', '/session/', '/session/light_touch/', '/relief/constructor', '/read/toString'],
  };
});
after(() => twins?.stop());

/** Every request with the print of what both answered, for the mutants. */
const kept = [];
const printOf = ({ status, location, choices, raw }) => createHash('sha1').update(JSON.stringify([status, location, choices, raw])).digest('base64');

async function same(request) {
  const { here, asked } = await compared(twins, { visitor: { theme: null, region: null, tone: null }, ...request });
  kept.push({ asked, print: printOf(here) });
  return here;
}
const nowS = () => Math.floor(Date.now() / 1000);

/** A line of someone of 30 who denied everything this moment, but for what is said; null: nothing was said. */
function lineOf(said = {}, context = {}, began_s = nowS()) {
  const known = Object.entries({ age_years: 30, ...context }).filter(([, value]) => value !== null).map(([id, value]) => `c.${id}=${value}`);
  const levels = twins.book.protocol.findings.map(({ id, levels: [mildest] }) => [id, said[id] === undefined ? mildest : said[id]]);
  const given = levels.filter(([, level]) => level !== null).map(([id, level]) => `f.${id}=${level === 'unsure' ? 'unsure?' : level}`);
  return ['who=parent', ...(began_s === null ? [] : [`began=${began_s}`]), ...known, ...given].join(';');
}

const SORE = { lump: 'tender_patch', side: 'one' };
/** Answers that make each voice. */
const VOICES = [{}, { baby: 'none' }, { audience: 'caregiver' }, { audience: 'helper', lactation: 'after_loss' }];
/** Someone for each place that the plan and the doors know. */
const SITUATIONS = [
  {}, SORE, { ...SORE, temp: 'fever' }, { latch_blocked: 'yes' }, { ...SORE, heat_colour: 'small_patch' }, { ...SORE, pus: 'yes' }, { bleb: 'yes' },
  { ...SORE, nsaid_caution: 'yes', paracetamol_caution: 'unsure' }, { ...SORE, trend: null, urine: null }, { ibc_skin: 'yes' }, { ...SORE, pregnant: 'yes' }, { ...SORE, urine: 'less' }, { confused: 'yes' },
];

test('every page of relief, by a link and with the answers of each voice and situation', async () => {
  for (const path of [...paths.pages, ...paths.sessions, ...paths.unknown]) await same({ method: 'GET', path });
  for (const [at, situation] of SITUATIONS.entries()) {
    // Each voice says all that it can to the first two; of the others each meets one.
    for (const context of at < 2 ? VOICES : [VOICES[at % VOICES.length]]) {
      const fields = [['kept', lineOf(situation, context)]];
      // Explained conditions and short pages differ by the voice alone.
      const own = [...paths.pages.filter((path) => at === 0 || !/^\/(read|condition)/.test(path)), ...paths.sessions];
      for (const path of own) await same({ method: 'POST', path, fields });
    }
  }
});

test('each region, colour and tone', async () => {
  const some = ['/relief', '/read/mood', '/session/cold_pack', '/feed-timer', '/painkillers', '/milk', '/more', '/read/milk_storage'];
  const kept = lineOf(SORE);
  for (const region of [null, ...twins.book.regions.keys()]) {
    for (const path of some) await same({ method: 'GET', path, visitor: { theme: null, region, tone: null } });
    if (region === null) continue;
    // What was said in the check goes before what was chosen on this phone.
    for (const path of some) await same({ method: 'POST', path, fields: [['kept', lineOf(SORE, { region })]], visitor: { theme: null, region: 'UK', tone: null } });
    await same({ method: 'POST', path: '/painkillers', fields: [['go', 'region'], ['region', region]] });
    await same({ method: 'POST', path: '/painkillers', fields: [['kept', kept], ['go', 'region'], ['region', region]], visitor: { theme: null, region: 'US', tone: null } });
  }
  for (const region of ['', 'XX', 'constructor']) await same({ method: 'POST', path: '/painkillers', fields: [['kept', kept], ['go', 'region'], ['region', region]] });
  for (const theme of ['day', 'dark', 'red']) for (const path of some) await same({ method: 'GET', path, visitor: { theme, region: null, tone: null } });
  for (const tone of ['1', '2', '3', '4', '5']) for (const path of some) await same({ method: 'POST', path, fields: [['kept', kept]], visitor: { theme: null, region: null, tone } });
});

test('doses of a plain form are refused, as nothing here would count them', () => {
  for (const dose of [['taken', 'ibuprofen_uk:400:1795460400'], ['product', 'ibuprofen_uk'], ['amount', '400'], ['hours', '1'], ['minutes', '5']]) {
    const { status } = twins.shown({ method: 'POST', path: '/painkillers', fields: [['kept', lineOf(SORE)], dose] });
    assert.equal(status, 400, dose[0]);
  }
});

test('where nothing can be kept the labels are read, with what the check has named', () => {
  const { raw } = twins.shown({ method: 'POST', path: '/painkillers', fields: [['kept', lineOf({ nsaid_caution: 'unsure' }, { region: 'UK' })]] });
  const plain = /<div data-plain>([^]*)<\/div>/.exec(raw)[1];
  const block = JSON.parse(/id="limits">([^<]*)</.exec(raw)[1]);
  assert.deepEqual([block.region, block.ask_first], ['UK', ['ibuprofen']]);
  const here = block.medicines.filter(({ regions }) => regions.includes('UK'));
  assert.ok(here.length > 1);
  for (const line of [...here.flatMap(({ label }) => label), ...block.cautions.paracetamol.list, ...block.nevers]) assert.ok(plain.includes(line.replaceAll("'", '&#39;')), line);
});

test('a tone is kept, and only ours', async () => {
  for (const tone of ['1', '5', '0', '6', '', 'x', '1 ', '+1', undefined]) {
    for (const back of ['/relief', '/session/light_touch', '//evil', 'https://evil', '/a?b', '/', '', '/ä', `/${'a'.repeat(79)}`, `/${'a'.repeat(80)}`, undefined]) {
      for (const kept of [undefined, '', lineOf(SORE), 'nonsense']) {
        const fields = Object.entries({ kept, tone, return_to: back }).filter(([, value]) => value !== undefined);
        await same({ method: 'POST', path: '/tone', fields });
      }
    }
  }
  await same({ method: 'GET', path: '/tone' });
});

/** Whole ways through a session: what is pressed, one after the other. */
const WAYS = [
  [[], ['go', 'left'], ['go', 'before', 'score', '4'], ['go', 'end'], ['go', 'after', 'score', '3', 'ended', '1']],
  [['go', 'right'], ['go', 'before', 'score', '4'], ['go', 'end'], ['go', 'after', 'score', '6', 'ended', '1']],
  [['go', 'left'], ['go', 'before', 'score', '4'], ['go', 'end'], ['go', 'after', 'score', '5', 'ended', '1']],
  [['go', 'left'], ['go', 'before'], ['go', 'before', 'score', '0'], ['go', 'stop'], ['go', 'after', 'stopped', '1', 'ended', '1'], ['go', 'after', 'score', '10', 'stopped', '1', 'ended', '1']],
  [['go', 'left'], ['go', 'before', 'score', '7', 'lately', '1'], ['go', 'left']],
  [['go', 'start'], ['go', 'none', 'tick', '1'], ['go', 'ticked'], ['go', 'none'], ['go', 'before', 'score', '1'], [], ['go', 'end'], ['go', 'after', 'score', '1', 'ended', '1']],
  [['go', 'start'], ['go', 'not_sure']],
  [['go', 'start'], ['go', 'ticked', 'tick', '2']],
  [['go', 'choose', 'mark', 'MARK'], ['go', 'none'], ['go', 'old'], ['go', 'before', 'score', '2'], ['go', 'end'], ['go', 'after', 'score', '2', 'ended', '1']],
  [['go', 'choose', 'mark', 'another'], ['go', 'young'], ['go', 'old']],
];
/** Where a walk begins. */
const STARTS = ['/relief', '/feed-timer', '/milk', '/session/light_touch', '/session/lying_strokes', '/session/vibration', '/session/cold_pack'];

/** What a session carries on from page to page. */
const TRAVELS = ['kept', 'done', 'pass', 'chosen', 'side', 'before'];
const pairs = (list) => Array.from({ length: list.length / 2 }, (_, at) => list.slice(2 * at, 2 * at + 2));

test('each session from its start to its end, and to each way out, in each voice', async () => {
  const now = nowS();
  const people = [
    [null], ...VOICES.map((context) => [SORE, context, now]), [{ latch_blocked: 'yes' }, {}, now], [{ latch_blocked: 'yes' }, VOICES[1], now],
    [SORE, { age_years: null }, now], [SORE, {}, now - 20 * 3600], [SORE, { ...VOICES[2], age_years: null }, now - 20 * 3600],
  ];
  const seen = new Set();
  for (const path of paths.sessions) {
    for (const [said, context, began_s] of people) {
      for (const way of WAYS) {
        let fields = said === null ? [] : [['kept', lineOf(said, context, began_s)]];
        for (const press of way) {
          const mark = twins.book.sessions.get('vibration').mark;
          const { raw } = await same({ method: 'POST', path, fields: [...fields, ...pairs(press.map((word) => (word === 'MARK' ? mark : word)))] });
          const [, stage] = /data-stage="(\w+)"/.exec(raw);
          seen.add(stage);
          if (['held', 'check', 'wait'].includes(stage)) break;
          fields = controlsOf(raw).buttons.find(({ path: own }) => own === path)?.hidden.filter(([name]) => TRAVELS.includes(name)) ?? fields;
        }
      }
    }
  }
  assert.deepEqual([...seen].sort(), ['age', 'check', 'choose', 'end', 'held', 'intro', 'list', 'run', 'score', 'wait']);
});

test('the feed timer: each press, each side, each thing that may follow', async () => {
  const path = '/feed-timer';
  const ago = (minutes) => nowS() - minutes * 60 - 30;
  const lines = [
    '', `left@${ago(7)}`, `right@${ago(61)}`, `left@${ago(20)} right@${ago(9)}`, `left@${ago(20)} stop@${ago(3)}`, `left@${ago(-5)}`, 'left right@x @3 nonsense@1',
    'left@-9223372036854775808 right@9223372036854775807 left@-9223372036854775808', `left@253402207200 stop@${ago(1)}`, `stop@${ago(3)}`, `left@${ago(9)}\tright@${ago(4)}`,
    ...[60, 61, 70].map((length) => Array.from({ length }, (_, at) => `${at % 2 ? 'left' : 'right'}@${ago(200 - at)}`).join(' ')),
  ];
  for (const line of lines) for (const go of [undefined, 'left', 'right', 'stop', 'again', 'x']) await same({ method: 'POST', path, fields: [['feed', line], ...(go ? [['go', go]] : [])] });
  const offers = new Set();
  const done = `S-A@${ago(10)}`;
  for (const [said, context, began_s] of [[SORE], [SORE, { age_years: null }], [{ ...SORE, pus: 'yes', urine: 'less' }], [{ urine: null }], [SORE, {}, ago(13 * 60)], [SORE, {}, null], [SORE, VOICES[3]]]) {
    for (const more of [[], [['done', done]], [['done', 'S-A@9223372036854775807']]]) {
      const { raw } = await same({ method: 'POST', path, fields: [['kept', lineOf(said, context, began_s)], ['feed', lines[4]], ...more] });
      offers.add(/data-offer="(\w+)"/.exec(raw)[1]);
    }
  }
  assert.deepEqual([...offers].sort(), ['ask', 'check', 'closed', 'open', 'wait']);
});

test('the milk: each line, some together, and none of these', async () => {
  const ids = twins.book.protocol.care.holds.map(({ id }) => id);
  const ticks = [[], ...ids.map((id) => [id]), ...ids.slice(1).map((id, at) => [id, ids[at]]), ids, ['nonsense'], ['<b>']];
  const people = [null, {}, { blisters: 'yes' }, { hiv: 'yes', nipple_skin: null }, { pus: 'yes', blood: 'unsure' }];
  for (const said of people) {
    for (const context of VOICES.slice(0, said === null ? 1 : 3)) {
      for (const named of ticks) {
        const fields = [...(said === null ? [] : [['kept', lineOf(said, context)]]), ...named.map((id) => ['tick', id])];
        for (const more of [[], [['go', 'none']]]) await same({ method: 'POST', path: '/milk', fields: [...fields, ...more] });
      }
    }
  }
});

// ---- Walks by the toss of a coin ----

const NUMBERS = ['0', '-5', '+7', 'x', '', '1e9', '9223372036854775807', '-9223372036854775808', '9223372036854775808', '99999999999999999999', '253402207200', '253402207201', '1.5', '٣'];
const BLANKS = [' ', '  ', '\t', '\u000b', '\u00a0', ''];
const CODES = ['S-A', 'S-B', 'S-H', 'S-E', 'S-D', 'S-Z', '', 'S-A@5', 'constructor'];

/** An instant lately, well away from every edge, or nonsense. */
function instant({ of, draw }) {
  if (draw() < 0.08) return of(NUMBERS);
  const ago_s = of([0.2, 1, 2, 3, 5, 11, 13, 20, 23, 25, 40]) * 3600 * (draw() < 0.1 ? -1 : 1);
  return String(nowS() - Math.floor(ago_s / 60) * 60 - 30);
}

/** Values of a field as they may come, sound or not. */
const VALUES = {
  done: (luck) => Array.from({ length: luck.of([1, 1, 2, 3, 4, 45]) }, () => `${luck.of(CODES)}@${instant(luck)}`).join(luck.of(BLANKS)),
  pass: (luck) => [instant(luck), luck.of(['none', 'some', '-', 'x', 'old']), luck.of(['old', 'young', '-', '', 'none'])].join(luck.of(BLANKS)),
  chosen: ({ of }) => of([twins.book.sessions.get('vibration').mark, `x ${twins.book.sessions.get('vibration').mark}`, 'x', '', '<b>"&\'']),
  side: ({ of }) => of(['left', 'right', 'both', '', 'LEFT']),
  before: ({ of }) => of(['0', '5', '10', '11', '-1', '+3', '007', '', '4 ', '256', '99999999999999999999']),
  score: ({ of }) => of(['0', '2', '10', '11', '+3', '', 'x']),
  feed: (luck) => Array.from({ length: luck.of([1, 2, 3, 5, 70]) }, () => `${luck.of(['left', 'right', 'stop', 'left', 'right', 'x', ''])}@${instant(luck)}`).join(luck.of(BLANKS)),
  tick: ({ of }) => of([...twins.book.protocol.care.holds.map(({ id }) => id), '1', '99', '', '<i>']),
  go: ({ of }) => of(['left', 'right', 'start', 'none', 'ticked', 'not_sure', 'old', 'young', 'choose', 'before', 'after', 'stop', 'end', 'again', 'region', 'on', 'back', 'x', '', 'constructor']),
  start_side: ({ of }) => of(['left', 'right', 'x']),
  mark: ({ of }) => of([twins.book.sessions.get('vibration').mark, 'old', '']),
  lately: () => '1', stopped: () => '1', ended: () => '1',
  kept: (luck) => luck.of([someone(luck), someone(luck), 'nonsense', 'f.temp=hot', '', ';', `${someone(luck)};x.y=1`, 'f.temp=fever', `began=${luck.of(NUMBERS)}`, 'x'.repeat(16_385)]),
};

/** Answers of someone: most of them denied. */
function someone(luck) {
  const { of, draw } = luck;
  const { findings, context } = twins.book.protocol;
  const said = draw() < 0.45 ? { ...of(SITUATIONS) } : { ...SORE };
  for (let more = of([0, 0, 0, 1, 1, 2, 5]); more > 0; more -= 1) {
    const one = of(findings);
    said[one.id] = of([...one.levels, 'unsure', null]);
  }
  const known = { ...(draw() < 0.35 ? of(VOICES) : {}), age_years: of([30, 30, 30, 16, 15, null, 'over', 45]) };
  if (draw() < 0.3) {
    const item = of(context);
    known[item.id] = of(item.values ?? [item.min, item.max, item.over ?? item.max]);
  }
  if (known.age_years === 'over') known.age_years = twins.book.context.get('age_years').over ?? null;
  const began = draw() < 0.6 ? nowS() : draw() < 0.1 ? null : instant(luck);
  return lineOf(said, known, began);
}

/** Breaks a field, adds one, or leaves one out. */
function broken(fields, luck) {
  const { of, draw } = luck;
  const name = of(Object.keys(VALUES));
  if (draw() < 0.15) return fields.filter(() => draw() < 0.7);
  const value = VALUES[name](luck);
  const known = fields.some(([own]) => own === name);
  return known && draw() < 0.8 ? fields.map(([own, old]) => [own, own === name ? value : old]) : [...fields, [name, value]].sort(() => draw() - 0.5);
}

const OURS = /^\/(relief|session|feed-timer|milk|painkillers|read|condition|more|tone|theme|help)(\/|$)/;

/** Someone with a phone: the page that she sees, and what her phone keeps of her. */
class Walker {
  constructor(luck, told) {
    Object.assign(this, { luck, told, raw: '', path: '/relief', kept: null, visitor: { theme: null, region: luck.of([null, null, ...twins.book.regions.keys()]), tone: null } });
  }

  async ask(method, path, fields = []) {
    const answer = await same({ method, path, fields, visitor: this.visitor });
    const { status, location, choices, raw } = answer;
    this.visitor = { ...this.visitor, ...choices };
    if (status === 307) return this.ask('POST', location, fields);
    if (status === 303) return this.ask('GET', location);
    this.told(path, raw, status);
    Object.assign(this, { raw, path });
  }

  /** Follows a link as carry.js does: with the answers of this tab, and what this phone has noted. */
  follow(path) {
    const { luck } = this;
    if (this.kept === null || luck.draw() < 0.15) return this.ask('GET', path);
    const fields = [['kept', this.kept]];
    if (luck.draw() < 0.4) fields.push(['done', VALUES.done(luck)]);
    if (luck.draw() < 0.4) fields.push(['chosen', VALUES.chosen(luck)]);
    return this.ask('POST', path, fields);
  }

  press(button) {
    const { of, draw } = this.luck;
    const none = button.value === 'none';
    const touches = {
      tick: ({ name }) => draw() < (name === 'lately' ? 0.1 : none ? 0.03 : 0.2),
      pick: (list) => (draw() < 0.9 ? [of(list)] : null),
    };
    let fields = sent(button, touches);
    if (draw() < 0.12) fields = broken(fields, this.luck);
    if (draw() < 0.1) fields = fields.map(([name, value]) => [name, name === 'kept' ? value.replace(/began=\d{10}/, () => `began=${instant(this.luck)}`) : value]);
    return this.ask('POST', button.path, fields);
  }

  async step() {
    const { of, draw } = this.luck;
    const { links, buttons } = controlsOf(this.raw);
    const ours = buttons.filter(({ path }) => OURS.test(path));
    const own = ours.filter(({ path, name }) => path === this.path && ['go', 'tick'].includes(name));
    const what = draw();
    if (what < 0.08) return this.follow(of([...STARTS, ...paths.sessions, of(paths.pages), of(paths.unknown)]));
    if (what < 0.12) return this.ask('POST', of([...paths.sessions, '/feed-timer', '/milk']), broken(broken([['kept', this.kept ?? '']], this.luck), this.luck));
    if (what < 0.14) this.kept = draw() < 0.8 ? someone(this.luck) : null;
    if (own.length > 0 && draw() < 0.85) return this.press(of(own));
    const followed = links.filter((path) => OURS.test(path));
    if (followed.length > 0 && (ours.length === 0 || draw() < 0.4)) return this.follow(of(followed));
    return ours.length > 0 ? this.press(of(ours)) : this.follow(of(paths.sessions));
  }
}

test(`${WALKS} walks by the toss of a coin (seed ${SEED})`, async (t) => {
  const seen = new Map();
  const note = (what) => seen.set(what, (seen.get(what) ?? 0) + 1);
  const told = (path, raw, status) => {
    note(status);
    const [, stage] = /data-stage="(\w+)"/.exec(raw) ?? [];
    if (stage) note(stage === 'end' && raw.includes('class="stop-rule"') ? 'end by the stop rule' : stage);
    const [, offer] = /data-offer="(\w+)"/.exec(raw) ?? [];
    if (offer) note(`feed ${offer}`);
    if (path === '/milk') note(raw.includes('class="verdict"') ? 'milk yes' : 'milk');
  };
  for (let one = 0; one < WALKS; one += 1) {
    const luck = chance(SEED + one);
    const walker = new Walker(luck, told);
    walker.kept = luck.draw() < 0.85 ? someone(luck) : null;
    await walker.follow(luck.of(STARTS));
    for (let step = 0; step < STEPS_MOST; step += 1) await walker.step();
  }
  t.diagnostic(`${kept.length} requests; ${JSON.stringify(Object.fromEntries([...seen].sort()))}`);
  // A crowd at one door alone would say nothing.
  const wanted = ['intro', 'held', 'check', 'list', 'age', 'choose', 'wait', 'score', 'run', 'end', 'end by the stop rule', 'feed open', 'feed ask', 'feed check', 'feed closed', 'milk', 'milk yes', 200, 400, 404];
  assert.deepEqual(wanted.filter((what) => (seen.get(what) ?? 0) < 4), []);
});

test(`each of ${MUTANTS.length} mutants of relief is told from the server`, async (t) => {
  const root = await mkdtemp(join(tmpdir(), 'milkway-relief-'));
  t.after(() => rm(root, { recursive: true }));
  // In an order that meets every kind of page soon, those of the mutant's own page first.
  const mixed = kept.map((_, at) => kept[(at * STRIDE) % kept.length]);
  const missed = [];
  for (const [at, [name, file, from, to]] of MUTANTS.entries()) {
    const { respond } = await mutated(join(root, String(at)), file, from, to);
    const [, own] = /(feed|milk|more|painkillers|tone|read|condition|relief|session|why|stop)/.exec(file) ?? ['', ''];
    const head = { why: '/session', stop: '/session' }[own] ?? `/${own}`;
    const first = mixed.filter(({ asked: { path } }) => path.startsWith(head));
    if (![...first, ...mixed].some(({ asked, print }) => isTold(respond, asked, print))) missed.push(name);
  }
  assert.deepEqual(missed, []);
});

/** Whether a mutant answers otherwise; a throw is an answer too. */
function isTold(respond, asked, print) {
  try {
    return printOf(twins.shown({ ...asked, by: respond })) !== print;
  } catch {
    return true;
  }
}
