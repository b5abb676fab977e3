/** Logging, correcting, the day and the bin: the phone draws the pages that the server draws, and keeps what the server keeps. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open } from '../../browser/phone/book.js';
import * as bin from '../../browser/phone/record/bin.js';
import * as day from '../../browser/phone/record/day.js';
import { mayChange } from '../../browser/phone/record/desk.js';
import * as entry from '../../browser/phone/record/entry.js';
import { converted } from '../../browser/phone/record/entry_said.js';
import * as log from '../../browser/phone/record/log.js';
import * as undo from '../../browser/phone/record/undo.js';
import { milli } from '../../browser/record/amount.js';
import { fold } from '../../browser/record/fold.js';
import { startHome } from './household.mjs';
import { changesApart, id, revisions } from './record_log_world.mjs';

const ZONE = 'Europe/London';
const ONCE = /(name="once" value=")[^"]*/g;
const plain = (page) => page.replace(/\n/g, '').replace(ONCE, '$1').replace(/></g, '>\n<').trim();
const minute = (at_ms) => Math.floor(at_ms / 60_000);

let home;
let book;

/** The first line in which two pages differ, of each. */
function firstDifference(one, other) {
  const [lines, others] = [one.split('\n'), other.split('\n')];
  const at = lines.findIndex((line, place) => line !== others[place]);
  return at < 0 && lines.length === others.length ? ['', ''] : [lines.slice(at, at + 2).join('\n'), others.slice(at, at + 2).join('\n')];
}

const asked = (path, more = {}) => fetch(home.url + path, { redirect: 'manual', ...more, headers: { cookie: home.cookie, ...more.headers } });
const pulled = async () => (await asked('/record/pull?since=1')).json();
async function push(device, skew_ms, list) {
  const body = JSON.stringify({ device, sent_at_ms: Date.now() + skew_ms, revisions: list });
  const answer = await (await asked('/record/push', { method: 'POST', body, headers: { 'content-type': 'application/json' } })).json();
  assert.deepEqual(answer.refused, []);
}

/** The record as a phone has it. */
async function record() {
  const { household, person, revisions: rows } = await pulled();
  const received = rows.map((row) => row.received);
  const ids = [...new Set(received.map(({ revision }) => revision.entry))];
  const entries = ids.map((one) => fold(received.filter(({ revision }) => revision.entry === one)));
  return { household, person, device: id(1), entries, received, waiting: [] };
}

function pageOf(path) {
  if (path === '/log') return log.kinds;
  return { log: log.handle, entry: entry.handle, day: day.handle, bin: bin.handle, undo: undo.handle }[path.split('/')[1]];
}

/** Asks both the same; what depends on the minute is asked within one. */
async function same(method, full, fields = []) {
  const [path, query = ''] = full.split('?');
  const kept = await record();
  for (;;) {
    const now_ms = Date.now();
    const answer = await asked(full, method === 'POST' ? { method, body: new URLSearchParams(fields) } : {});
    const there = { status: answer.status, location: answer.headers.get('location') ?? undefined, body: plain(await answer.text()) };
    if (minute(Date.now()) !== minute(now_ms)) {
      if (method === 'GET') continue;
    }
    let made = 0;
    const visitor = { theme: null, region: 'UK', tone: null };
    const found = pageOf(path)({ book, method, path, query, fields, visitor, now_ms, zone: ZONE, record: kept, fresh: () => id(9000 + (made += 1)) });
    const here = { status: found.status, location: found.location, body: plain(String(found.body ?? '')) };
    const [mine, theirs] = firstDifference(here.body, there.body);
    assert.deepEqual({ ...here, body: mine }, { ...there, body: theirs }, `${method} ${full} ${JSON.stringify(fields)}\nphone  ${mine}\nserver ${theirs}`);
    return { ...found, text: there.body };
  }
}

before(async () => {
  home = await startHome();
  const page = await (await fetch(home.url)).text();
  const version = /\/static\/([^/]+)\/app\.css/.exec(page)[1];
  const part = async (name) => (await fetch(`${home.url}/phone/${version}/${name}.json`)).json();
  const fetched = await part('book');
  book = { ...open(fetched, version), record: await part('record') };
  const { household, person } = await pulled();
  const all = revisions({ me: person, baby: household.babies[0].id }, Date.now());
  await push(id(1), 0, all.slice(0, -2));
  await push(id(2), 7 * 60_000, all.slice(-2));
  await push(id(3), 0, [{ ...all[1], id: id(1500), entry: id(2500) }]);
  await push(id(1), 0, [changesApart(all)[0]]);
  await push(id(2), 0, [changesApart(all)[1]]);
});
after(() => home?.stop());

test('what can be logged', () => same('GET', '/log'));

test('a dose is asked in milligrams first', async () => {
  assert.match((await same('GET', '/log/medicine')).text, /name="amount.unit:unit" value="mg" checked/);
});

test('the form of every kind', async () => {
  for (const { name, offered } of book.record.forms) await same('GET', `/log/${name}`).then(({ status }) => assert.equal(status, offered ? 200 : 404, name));
  await same('GET', '/log/nothing');
});

test('every entry: filled, with its marks and versions', async () => {
  const { entries } = await record();
  assert.ok(entries.length > 20);
  for (const one of entries) await same('GET', `/entry/${one.id}`);
  await same('GET', `/entry/${id(77)}`);
  await same('GET', '/entry/nothing');
});

test('the day with all kinds, one kind alone, other days, the bin', async () => {
  const today = await same('GET', '/day');
  assert.match(today.text, /value="same"/, 'one feed that was logged twice is asked about');
  assert.match(today.text, /class="gap"/);
  assert.match(today.text, /Two people changed this/);
  const { entries } = await record();
  const days = new Set(entries.map(({ at }) => new Date(at.at_ms).toISOString().slice(0, 10)));
  for (const one of days) await same('GET', `/day/${one}`);
  for (const kind of ['feed', 'nappy', 'medicine', 'nothing']) await same('GET', `/day?kind=${kind}`);
  await same('GET', `/day?saved=${entries[0].id}`);
  for (const wrong of ['2026-02-30', 'x', '2020-01-01']) await same('GET', `/day/${wrong}`);
  await same('GET', '/bin');
});

test('a search in notes', async () => {
  for (const sought of ['QUIET', 'ibu', 'nobody wrote this', '']) await same('POST', '/day', [['sought', sought]]);
  // Without a network the phone says back to which day it has looked: it has its last weeks with it.
  const kept = await record();
  const request = { book, method: 'POST', path: '/day', fields: [['sought', 'quiet']], query: '', visitor: { theme: null, region: 'UK', tone: null }, now_ms: Date.UTC(2026, 10, 26, 12), zone: ZONE };
  const alone = day.handle({ ...request, record: { ...kept, from_ms: Date.UTC(2026, 10, 11, 12) } });
  assert.match(String(alone.body), /1 found\. This list goes back to Wednesday 11 November\. There may be older ones\./);
});

/** Forms that are wrong or asked back, and forms that are saved. */
const WRONG = [
  ['temperature', [['amount.unit:unit', 'c'], ['amount.value:text', '']]],
  ['temperature', [['amount.unit:unit', 'c'], ['amount.value:text', '380']]],
  ['temperature', [['amount.unit:unit', 'c'], ['amount.value:text', '101,2']]],
  ['temperature', [['amount.unit:unit', 'k'], ['amount.value:text', '38']]],
  ['temperature', [['amount.unit:unit', 'c'], ['amount.value:text', 'warm']]],
  ['weight', [['amount.unit:unit', 'kg'], ['amount.value:text', '3450']]],
  ['weight', [['amount.unit:unit', 'lb_oz'], ['amount.value:text', '7']]],
  ['bottle', [['bottles.0.amount.value:text', '90'], ['bottles.0.amount.unit:unit', 'ml']]],
  ['feed', [['left_s:duration', 'long'], ['right_s:duration', '3:99'], ['latch_pain:number', '11']]],
  ['symptom', [['place:place', '10']]],
  ['stock', [['act:text', 'drink']]],
  ['note', [['note:text', '   ']]],
  ['note', [['note:text', 'a'], ['at:day', '2026-02-30'], ['at:clock', '10:00']]],
  ['note', [['note:text', 'a'], ['at:day', '2026-10-25'], ['at:clock', '01:30']]],
  ['note', [['note:text', 'a'], ['at:day', '2026-03-29'], ['at:clock', '01:30']]],
  ['note', [['note:text', 'a'], ['at:day', '2199-01-01'], ['at:clock', '10:00']]],
  ['sleep', [['end_ms:day', '2020-01-01'], ['end_ms:clock', '10:00']]],
];

test('a form that is wrong keeps what was typed, and says what it is', async () => {
  const { household } = await record();
  const baby = ['subject', `baby:${household.babies[0].id}`];
  for (const [kind, fields] of WRONG) {
    const { status, text } = await same('POST', `/log/${kind}`, [baby, ['once', id(5)], ...fields]);
    assert.equal(status, 422, JSON.stringify(fields));
    assert.match(text, /role="alert"/);
  }
});

test('a dose over the limit is told before it is saved, and saved when it was taken', async () => {
  const dose = (mg, more = []) => [['once', id(6000 + mg)], ['medicine:text', 'ibuprofen_uk'], ['amount.value:text', String(mg)], ['amount.unit:unit', 'mg'], ...more];
  const { person } = await record();
  const mine = ['subject', `parent:${person}`];
  const first = await same('POST', '/log/medicine', [mine, ...dose(800)]);
  assert.equal(first.status, 422);
  assert.match(first.text, /One dose on the label is at most 400\smg/);
  assert.equal((await same('POST', '/log/medicine', [mine, ...dose(800, [['go', 'typed']])])).status, 303);
  const over = await same('POST', '/log/medicine', [mine, ...dose(400)]);
  assert.match(over.text, /That makes 1,600\smg in 24\shours. The label limit is 1,200\smg/);
  assert.match(over.text, /Over the limit: call 111/);
  assert.match(over.text, /I took it: save it/);
  const changed = [mine, ['once', id(6003)], ['medicine:text', 'paracetamol_uk_ie'], ['name:text', book.record.medicines.find((one) => one.id === 'ibuprofen_uk').name], ['amount.value:text', '500'], ['amount.unit:unit', 'mg']];
  const { revisions: [other] } = await same('POST', '/log/medicine', changed);
  assert.match(other.content.name, /^Paracetamol/, 'the name goes with what was chosen');
  const tablets = [mine, ['once', id(6001)], ['medicine:text', 'ibuprofen_uk'], ['amount.value:text', '3'], ['amount.unit:unit', 'piece']];
  assert.match((await same('POST', '/log/medicine', tablets)).text, /That makes 1,800\smg/);
  const named = [mine, ['once', id(6002)], ['medicine:text', ''], ['name:text', 'Cold and Ibuprofen'], ['amount.unit:unit', 'mg']];
  assert.match((await same('POST', '/log/medicine', named)).text, /That makes 1,600\smg/, 'what is not known counts as a whole dose');
  const { household } = await record();
  assert.equal((await same('POST', '/log/medicine', [['subject', `baby:${household.babies[0].id}`], ...dose(399)])).status, 303, 'no label of ours is for a baby');
});

const SAVED = [
  ['nappy', [['quick', 'both']]],
  ['bottle', [['bottles.0.amount.value:text', '90'], ['bottles.0.amount.unit:unit', 'ml'], ['bottles.0.milk:text', 'own']]],
  ['feed', [['left_s:duration', '18:03'], ['right_s:duration', '9'], ['last_side:text', 'left'], ['nipple_left:text', 'sore'], ['note:text', ' slow ']]],
  ['pump', [['left.value:text', '60'], ['left.unit:unit', 'ml'], ['right.unit:unit', 'ml']]],
  ['symptom', [['side:text', 'left'], ['place:place', '10'], ['pain:number', '4'], ['lump.value:text', '2'], ['lump.unit:unit', 'cm']]],
  ['temperature', [['amount.value:text', '380'], ['amount.unit:unit', 'c'], ['go', 'meant']]],
  ['temperature', [['amount.value:text', 'warm'], ['amount.unit:unit', 'c'], ['go', 'typed']]],
  ['medicine', [['medicine:text', ''], ['name:text', 'Vitamin D'], ['amount.value:text', '1'], ['amount.unit:unit', 'piece']]],
  ['medicine', [['medicine:text', 'ibuprofen_uk'], ['amount.value:text', '400'], ['amount.unit:unit', 'mg']]],
  ['mood', [['down:answer', 'yes'], ['little_interest:answer', '']]],
  ['stock', [['act:text', 'put'], ['place:text', 'fridge'], ['amount.value:text', '3'], ['amount.unit:unit', 'fl_oz']]],
  ['note', [['note:text', 'twice'], ['at:day', '2026-10-25'], ['at:clock', '01:30'], ['go', 'second']]],
  ['note', [['note:text', 'never'], ['at:day', '2026-03-29'], ['at:clock', '01:30'], ['go', 'typed']]],
  ['sleep', [['at:day', '2026-10-25'], ['at:clock', '00:30'], ['end_ms:day', '2026-10-25'], ['end_ms:clock', '06:00'], ['open:flag', 'yes']]],
];
const shape = ({ id: revision, entry: of, made_at_ms, content: { at, ...content }, ...rest }, exact) => ({ revision, entry: of, content, at: exact ? at : { ...at, at_ms: 0 }, ...rest });

test('what is saved says the same on both sides, with the same ids', async () => {
  const { household } = await record();
  for (const [at, [kind, fields]] of SAVED.entries()) {
    const once = ['once', id(4000 + 16 * at)];
    const { revisions: [mine] } = await same('POST', `/log/${kind}`, [['subject', `baby:${household.babies[0].id}`], once, ...fields].filter(([name]) => name !== 'subject' || ['temperature', 'medicine', 'note', 'sleep'].includes(kind)));
    const theirs = (await record()).received.find(({ revision }) => revision.id === mine.id)?.revision;
    const exact = fields.some(([name]) => name === 'at:day');
    const { bases = [], binned = false } = theirs;
    assert.deepEqual(shape(mine, exact), shape({ ...theirs, bases, binned }, exact), kind);
  }
});

test('correcting, swapping, choosing a version, the bin and the way out', async () => {
  const latest = async (of) => (await record()).entries.find((one) => one.id === of);
  const target = `/entry/${id(2000)}`;
  const acts = [
    [['act', 'hold'], ['version', id(3001)]],
    [['act', 'swap']],
    [['left_s:duration', '12'], ['note:text', 'corrected']],
    [['left_s:duration', 'x']],
    [['act', 'bin']],
    [['act', 'unbin']],
    [['act', 'hold'], ['version', id(1)]],
  ];
  for (const fields of acts) {
    const { revisions: made = [] } = await same('POST', target, fields);
    if (made.length === 0) continue;
    const { content, binned, marks } = await latest(id(2000));
    assert.deepEqual(content, made[0].content, JSON.stringify(fields));
    assert.equal(binned, made[0].binned);
    assert.ok(!marks.includes('changed_apart'), 'all heads were its bases');
    await same('GET', target);
    await same('GET', '/bin');
  }
});

/** Presses Undo on the page where a form led, on both sides; then the page after it. */
async function takenBack({ location }) {
  const form = /<form method="post" action="\/undo">[^]*?<\/form>/.exec((await same('GET', location)).text)[0];
  const fields = [...form.matchAll(/name="(\w+)" value="([^"]+)"/g)].map(([, name, value]) => [name, value]);
  const back = await same('POST', '/undo', fields);
  await same('GET', back.location);
  return back;
}

test('what was corrected, binned or made one is taken back on the page of its day, and forth again', async () => {
  const latest = async (of) => (await record()).entries.find((one) => one.id === of);
  const target = id(2019);
  const before = await latest(target);
  const corrected = await same('POST', `/entry/${target}`, [['note:text', 'a slip']]);
  const back = await takenBack(corrected);
  assert.deepEqual((await latest(target)).content, before.content);
  await takenBack(back);
  assert.equal((await latest(target)).content.note, 'a slip');
  const binned = await same('POST', `/entry/${target}`, [['act', 'bin']]);
  await takenBack(binned);
  assert.equal((await latest(target)).binned, false);
  const pair = [await latest(id(2001)), await latest(id(2500))];
  const merged = await same('POST', `/entry/${id(2001)}`, [['other', id(2500)], ['act', 'same']]);
  assert.equal((await takenBack(merged)).revisions.length, 2);
  assert.deepEqual([await latest(id(2001)), await latest(id(2500))].map(({ binned: is, content }) => [is, content]), pair.map(({ content }) => [false, content]));
  for (const fields of [[], [['entry', target]], [['day', '2026-02-30'], ['entry', target], ['revision', id(1)]]]) await same('POST', '/undo', fields);
});

test('what the phone has not whole is taken back by the server: the first saving that it knows is not the very first', async () => {
  const all = await record();
  const { heads: [head] } = all.entries.find((one) => one.id === id(2019));
  const asked = { fields: [['entry', id(2019)], ['revision', head]], now_ms: Date.now(), fresh: () => id(1) };
  const having = (received) => undo.handle({ ...asked, record: { ...all, received } });
  assert.equal(having(all.received).revisions.length, 1);
  assert.equal(having(all.received.filter(({ revision }) => revision.id === head)), null);
  assert.equal(having([]), null);
});

test('one feed that was logged twice: two, or one', async () => {
  const both = [['other', id(2500)]];
  const asks = new RegExp(`action="/entry/${id(2001)}">\\s*<input type="hidden" name="other" value="${id(2500)}"`);
  assert.match((await same('GET', '/day')).text, asks);
  const merged = await same('POST', `/entry/${id(2001)}`, [...both, ['act', 'same']]);
  const kept = (await record()).entries.find(({ id: one }) => one === merged.revisions[0].entry);
  const timeless = (content) => JSON.parse(JSON.stringify(content, (key, value) => (key === 'since_ms' ? 0 : value)));
  assert.deepEqual(timeless(kept.content), timeless(merged.revisions[0].content));
  assert.ok((await record()).entries.find(({ id: one }) => one === merged.revisions[1].entry).binned);
  await same('POST', `/entry/${id(2500)}`, [['act', 'unbin']]);
  await same('POST', `/entry/${id(2001)}`, [...both, ['act', 'two']]);
  assert.doesNotMatch((await same('GET', '/day')).text, asks);
});

test('where there is no baby no kind, no row and no word speaks of one', async (t) => {
  const [kept, keptBook] = [home, book];
  t.after(async () => {
    await home.stop();
    [home, book] = [kept, keptBook];
  });
  home = await startHome({ baby: '' });
  const { person } = await pulled();
  await same('POST', '/log/note', [['note:text', 'slept'], ['once', id(8000)], ['subject', `parent:${person}`]]);
  const saved = (await record()).entries[0];
  for (const path of ['/log', '/log/pump', '/log/temperature', '/log/symptom', '/log/medicine', '/day', `/entry/${saved.id}`, '/bin']) {
    const { text, status } = await same('GET', path);
    assert.equal(status, 200, path);
    const main = /<main[^]*<\/main>/.exec(text)[0].replace(/<div class="aside"[^]*?<\/div>/, '').replace(/<symbol[^]*?<\/symbol>/g, '');
    assert.doesNotMatch(main, /bab(y|ies)|feed|napp|latch|bottle/i, path);
  }
  for (const kind of ['nappy', 'feed', 'bottle', 'weight', 'length', 'head']) assert.equal((await same('GET', `/log/${kind}`)).status, 404, kind);
});

/** What each role may do with an entry: [who logged it, in the bin, to the bin] and the roles that may. The server's table is the same. */
const ACTS = [
  ['other', false, false, 'owner parent'],
  ['me', false, false, 'owner parent helper device'],
  ['me', false, true, 'owner parent'],
  ['other', false, true, 'owner parent'],
  ['me', true, false, 'owner parent'],
];

test('on the phone too each role does what is its own, and what is hidden is changed by nobody else', () => {
  for (const role of ['owner', 'parent', 'helper', 'clinician', 'device']) {
    const person = { id: 'me', role, shares: [] };
    const household = { people: [person, { id: 'mother', role: 'owner', shares: [] }], babies: [{ id: 'b', state: 'home' }] };
    const of = (by, binned, kind, subject) => ({ by, binned, content: { kind, subject } });
    for (const [by, binned, to, roles] of ACTS) {
      assert.equal(mayChange({ household, person }, of(by, binned, 'nappy', { baby: 'b' }), { binned: to }), roles.split(' ').includes(role), `${role} ${by} ${binned} ${to}`);
    }
    assert.equal(mayChange({ household, person }, of('mother', false, 'mood', { parent: 'mother' }), {}), false, role);
    assert.equal(mayChange({ household, person }, of('me', false, 'mood', { parent: 'mother' }), {}), role === 'device', role);
  }
});

/** Typed in one unit, read in another: the rows of `crates/web/src/fill/log/amount.rs`. */
const CONVERTED = [
  ['90', 'ml', 'fl_oz', '3.0'], ['3.5', 'fl_oz', 'ml', '104'], ['38.2', 'c', 'f', '100.8'], ['100.4', 'f', 'c', '38.0'], ['3450', 'g', 'lb_oz', '7 9.7'],
  ['7 9.7', 'lb_oz', 'g', '3450'], ['3450', 'g', 'kg', '3.45'], ['3450', 'g', 'lb', '7.6'], ['50.8', 'cm', 'in', '20.0'],
];
test('a value is converted as the server converts it', () => {
  for (const [value, unit, to, said] of CONVERTED) assert.equal(converted(milli({ value, unit }), to), said, `${value} ${unit}`);
});
