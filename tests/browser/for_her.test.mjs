/**
 * What a clinician has set for one parent: a server with a household, asked page by page, and her phone with what its pull brings. No browser.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open } from '../../browser/phone/book.js';
import { forHer } from '../../browser/phone/for_her.js';
import { write, begin } from '../../browser/phone/interview/line.js';
import { handle as home } from '../../browser/phone/record/home.js';
import { respond } from '../../browser/phone/respond.js';
import { client, join } from './clients.mjs';
import { fresh, startHome, withRecord } from './household.mjs';
import { plain } from './phone_twin.mjs';

const VISITOR = { theme: null, region: 'UK', tone: null };

let server;
let book;
let ana;
let doc;
before(async () => {
  server = await startHome();
  const page = await (await fetch(`${server.url}/about`)).text();
  const version = /\/static\/([^/]+)\/app\.css/.exec(page)[1];
  book = await withRecord(open(await (await fetch(`${server.url}/phone/${version}/book.json`)).json(), version), server.url);
  ana = client(server.url, server.cookie);
  doc = await join(ana, { name: 'Doc', role: 'clinician', until: '2099-01-01' });
});
after(() => server?.stop());

/** Her phone's book, from what a pull says. */
const hersOf = ({ household, person, for_her }) => ({ name: household.people.find(({ id }) => id === person).name, set: for_her });

/** Answers of somebody of 30 who denied everything but this. */
function kept(said = {}, known = {}) {
  const interview = begin();
  for (const { id, levels } of book.protocol.findings) interview.answers.given.set(id, said[id] ? levels.indexOf(said[id]) : 0);
  for (const [item, value] of Object.entries({ audience: 'parent', age_years: 30, days_since_birth: 100, baby: 'none', ...known })) interview.answers.known.set(item, value);
  interview.began_s = Math.floor(Date.now() / 1000);
  return write(book, interview);
}

const SORE = { lump: 'tender_patch', side: 'one' };
const mainOf = (page) => plain(page.slice(page.indexOf('<main'), page.indexOf('</main>')));

/** The page of the server to somebody, and that of her phone: the same. */
async function same(who, path, fields) {
  const there = await who.post(path, fields);
  const own = forHer(book, hersOf(await who.pull()));
  const here = respond(own, { method: 'POST', path, fields: Object.entries(fields), visitor: VISITOR, now_s: Math.floor(Date.now() / 1000) });
  assert.equal(here.status, there.status);
  assert.equal(mainOf(String(here.body)), mainOf(there.body), `${path} ${JSON.stringify(fields).slice(0, 200)}`);
  return mainOf(there.body);
}

/** What is compared: results of several people in two voices, a page of relief with what was reached, the doors of sessions. */
const PAGES = [
  ['/check', { kept: () => kept({ temp: 'fever' }), go: 'again' }],
  ['/check', { kept: () => kept({ temp: 'fever' }, { audience: 'caregiver', baby: 'with_parent' }), go: 'again' }],
  ['/check', { kept: () => kept({ temp: 'fever', urine: 'less' }), go: 'again' }],
  ['/check', { kept: () => kept({ temp: 'high' }), go: 'again' }],
  ['/check', { kept: () => kept(SORE), go: 'again' }],
  ['/session/vibration', { kept: () => kept(SORE) }],
  ['/session/vibration', { kept: () => kept(SORE), go: 'start' }],
  ['/session/vibration', { kept: () => kept(SORE), go: 'none' }],
  ['/session/vibration', { kept: () => kept({ ...SORE, heat_colour: 'small_patch' }), go: 'start' }],
  ['/session/vibration', { kept: () => kept(SORE, { audience: 'helper' }), go: 'start' }],
  ['/session/light_touch', { kept: () => kept({ temp: 'fever', ...SORE }), go: 'start' }],
  ['/relief/light_touch', { kept: () => kept({ temp: 'fever', ...SORE }) }],
];
const fieldsOf = (fields) => Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, typeof value === 'function' ? value() : value]));
async function all(who) {
  const pages = [];
  for (const [path, fields] of PAGES) pages.push(await same(who, path, fieldsOf(fields)));
  return pages;
}

test('what was set for her is on her phone as on the server, page by page, and nowhere else', async () => {
  const pia = await join(ana, { name: 'Pia', role: 'owner' });
  const [hersBefore, piasBefore] = [await all(ana), await all(pia)];
  assert.deepEqual(hersBefore, piasBefore, 'before anything is set all are told the same');
  const { person } = await ana.pull();
  for (const [what, fields] of [['raise', { rule: 'T01', to: 'urgent_call_now' }], ['raise', { rule: 'D01', to: 'urgent_call_now' }], ['raise', { rule: 'S01', to: 'within_24h' }], ['unlock', { read: 'yes' }]]) {
    assert.equal((await doc.post(`/care/${person}/${what}`, fields)).status, 303, what);
  }
  const hers = await all(ana);
  assert.match(hers[0], /banner u5[^]*Doc, a clinician, made this more urgent for Ana \(/);
  assert.match(hers[4], /banner u3[^]*Doc, a clinician, made this more urgent for Ana \(/);
  assert.match(hers[5], /Doc, a clinician, opened this for Ana \(/);
  assert.match(hers[6], /Any of these now\?/);
  assert.match(hers[8], /Not now/);
  assert.match(hers[9], /Only the parent herself/);
  assert.deepEqual(await all(pia), piasBefore);
  assert.deepEqual((await pia.pull()).for_her, []);
  await onHome();
});

/** A fever that she logs is raised at her home, there and here. */
async function onHome() {
  const { household, person } = await ana.pull();
  const at_ms = Date.now() - 60_000;
  const revision = {
    id: fresh(), entry: fresh(), made_at_ms: at_ms,
    content: { subject: { parent: person }, at: { at_ms, zone: household.settings.zone, offset_s: 0 }, kind: 'temperature', amount: { value: '38.2', unit: 'c' } },
  };
  const { body } = await ana.json('/record/push', { device: fresh(), sent_at_ms: Date.now(), revisions: [revision] });
  assert.deepEqual(JSON.parse(body).refused, []);
  const pulled = await ana.pull();
  const { revision: { content, entry } } = pulled.revisions[0].received;
  const record = { ...pulled, entries: [{ id: entry, content, at: content.at, binned: false, heads: [revision.id], by: person, marks: [] }] };
  const alarmOf = (page) => plain(/<section class="alarm">[^]*?<\/section>/.exec(page)?.[0].replace(/name="kept" value="[^"]*"/, 'KEPT') ?? '');
  const there = alarmOf((await ana.get('/')).body);
  const here = home({ book: forHer(book, hersOf(pulled)), visitor: VISITOR, now_ms: Date.now(), record });
  assert.match(there, /banner u5[^]*Doc, a clinician, made this more urgent for Ana \(/);
  assert.equal(alarmOf(here.body), there);
}
