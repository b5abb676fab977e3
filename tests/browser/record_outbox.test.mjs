/** The record on the phone's disk, in a real browser: kept before it is called kept, wholly or not at all, and there after the worst. */
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { startBrowser } from './browser.mjs';
import { killable } from './record_kill.mjs';
import { call, change, feed, MINUTE_MS, newId, startPhone, wake } from './record_phone.mjs';
import { PEOPLE, startRecordServer } from './record_server.mjs';

const NOON_MS = Date.UTC(2026, 10, 26, 12);

let server;
let browser;
let page;

before(async () => {
  server = await startRecordServer();
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});
beforeEach(async () => { page = await startPhone(browser, server, 'mother'); });
afterEach(async () => {
  await page.context().close();
  server.clear();
});

const ids = (list) => list.map(({ id }) => id);
const entries = (list) => list.map(({ entry }) => entry);
const received = (revision, more = {}) => ({ revision, by: PEOPLE.father.id, device: newId(), skew_ms: 0, ...more });
const pulled = (seq, all) => ({ seq, revisions: all.map((one, at) => ({ seq: seq - all.length + 1 + at, received: one })), household: null });

test('what was logged is there after the page has gone, as an entry and as something to be sent', async () => {
  const revision = feed(NOON_MS);
  await call(page, 'keep', [revision]);
  await wake(page, server);
  assert.deepEqual(await call(page, 'waiting'), [revision]);
  const entry = await call(page, 'entry', revision.entry);
  assert.deepEqual([entry.by, entry.heads, entry.content, entry.unsent], [PEOPLE.mother.id, [revision.id], revision.content, [{ id: revision.id, why: null }]]);
});

test('an entry and its place in the queue are one strict transaction', async () => {
  await page.evaluate(() => {
    window.seen = [];
    const { transaction } = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = function (...given) {
      const made = transaction.apply(this, given);
      window.seen.push([made.mode, made.durability, [...made.objectStoreNames]]);
      return made;
    };
  });
  await call(page, 'keep', [feed(NOON_MS)]);
  assert.deepEqual(await page.evaluate(() => window.seen), [['readwrite', 'strict', ['revision', 'state', 'waiting']]]);
});

test('the browser killed at once after it was kept has lost nothing', async (t) => {
  const revisions = [1, 2, 3].map((minute) => feed(NOON_MS + minute * MINUTE_MS));
  const { start, kill } = await killable(t);
  const first = await start();
  await wake(first, server);
  await call(first, 'set', { person: PEOPLE.mother.id, device: newId() });
  for (const revision of revisions) await call(first, 'keep', [revision]);
  await kill();
  const again = await start();
  await server.signIn(again.context(), 'mother');
  await wake(again, server);
  assert.deepEqual(ids(await call(again, 'waiting')), ids(revisions));
  assert.equal((await call(again, 'sync')).outcome, 'done');
  assert.deepEqual(server.ids(), ids(revisions));
  await kill();
});

test('of revisions that cannot all be kept none is kept', async () => {
  const { content: _, ...half } = feed(NOON_MS);
  await assert.rejects(call(page, 'keep', [feed(NOON_MS), half]));
  assert.deepEqual([await call(page, 'waiting'), await call(page, 'recent', 0)], [[], []]);
});

test('nothing is kept for nobody', async () => {
  await call(page, 'wipe');
  await assert.rejects(call(page, 'keep', [feed(NOON_MS)]), /signed in/);
});

test('nobody leaves what is still to be sent, and nobody is held by what the server refused', async () => {
  const revision = feed(NOON_MS);
  await call(page, 'keep', [revision]);
  assert.equal(await call(page, 'leave'), false);
  assert.equal((await call(page, 'recent', 0)).length, 1, 'all of it is still there');
  await call(page, 'acknowledged', [], [{ id: revision.id, why: 'role' }]);
  assert.equal(await call(page, 'leave'), true);
  assert.deepEqual([await call(page, 'recent', 0), Object.keys(await call(page, 'state'))], [[], ['device']], 'nothing is left to see');
  assert.deepEqual(ids(await call(page, 'unsent')), [revision.id], 'and what was refused is not lost');
});

test('kept twice is kept once, and the copy of the server stays', async () => {
  const revision = feed(NOON_MS);
  await call(page, 'keep', [revision, revision]);
  assert.equal((await call(page, 'waiting')).length, 1);
  await call(page, 'took', pulled(1, [received(revision, { skew_ms: 7 * MINUTE_MS })]));
  assert.deepEqual(await call(page, 'waiting'), []);
  await call(page, 'keep', [revision]);
  assert.deepEqual(await call(page, 'waiting'), []);
  assert.deepEqual((await call(page, 'entry', revision.entry)).marks, [{ clock: { ahead_ms: 7 * MINUTE_MS } }]);
});

test('half of a sign in a note does not become something that nobody can read', async () => {
  const revision = feed(NOON_MS);
  await page.evaluate((one) => window.record.keep([{ ...one, content: { ...one.content, note: '🌙'.slice(0, 1) } }]), revision);
  assert.equal((await call(page, 'waiting'))[0].content.note, '\ufffd');
});

test('recent entries are the newest first, by the right time, also where a clock was wrong or a start was changed', async () => {
  const [early, late, moved, ahead, behind, old] = [1, 5, 0, 10, -4, -60].map((minute) => feed(NOON_MS + minute * MINUTE_MS));
  const later = change(moved, { content: { ...moved.content, at: { ...moved.content.at, at_ms: NOON_MS + 4 * MINUTE_MS } } });
  const away = feed(NOON_MS + MINUTE_MS);
  const gone = change(away, { content: old.content });
  const all = [received(early), received(late), received(moved), received(later), received(ahead, { skew_ms: 7 * MINUTE_MS }), received(behind, { skew_ms: -6 * MINUTE_MS }), received(old), received(away), received(gone)];
  await call(page, 'took', pulled(9, all));
  const recent = await call(page, 'recent', NOON_MS + MINUTE_MS);
  assert.deepEqual(ids(recent), entries([late, later, ahead, behind, early]));
});

test('what reaches further back is with the recent ones from its own day on', async () => {
  const DAY_MS = 1_440 * MINUTE_MS;
  const one = (days, kind) => feed(NOON_MS - days * DAY_MS, { content: { kind } });
  const [now, birth, mood, over, old] = [one(0, 'feed'), one(21, 'weight'), one(29, 'mood'), one(31, 'mood'), one(21, 'feed')];
  await call(page, 'took', pulled(5, [now, birth, mood, over, old].map((revision) => received(revision))));
  const recent = await call(page, 'recent', NOON_MS - 15 * DAY_MS, { weight: 0, mood: NOON_MS - 30 * DAY_MS });
  assert.deepEqual(ids(recent), entries([now, birth, mood]));
});

test('an entry in the bin is still there, and says so', async () => {
  const revision = feed(NOON_MS);
  await call(page, 'keep', [revision, change(revision, { binned: true })]);
  const [entry] = await call(page, 'recent', 0);
  assert.equal(entry.binned, true);
  assert.equal(entry.unsent.length, 2);
});

test('a pull is taken in wholly or not at all, and its number never goes back', async () => {
  const { content: _, ...half } = feed(NOON_MS);
  const whole = feed(NOON_MS);
  await assert.rejects(call(page, 'took', pulled(2, [received(whole), received(half)])));
  assert.deepEqual([(await call(page, 'state')).seq, await call(page, 'entry', whole.entry)], [undefined, null]);
  await call(page, 'took', { ...pulled(5, [received(whole)]), household: { name: 'ours' } });
  await call(page, 'took', pulled(3, []));
  const { seq, household } = await call(page, 'state');
  assert.deepEqual([seq, household], [5, { name: 'ours' }]);
});

test('what one person logged is never sent by another', async () => {
  const [hers, his] = [feed(NOON_MS), feed(NOON_MS)];
  await call(page, 'keep', [hers]);
  await call(page, 'set', { person: PEOPLE.father.id });
  await call(page, 'keep', [his]);
  assert.deepEqual(ids(await call(page, 'waiting')), [his.id]);
  assert.deepEqual((await call(page, 'unsent')).map(({ id, by }) => [id, by]), [[hers.id, PEOPLE.mother.id], [his.id, PEOPLE.father.id]]);
  await call(page, 'set', { person: PEOPLE.mother.id });
  assert.deepEqual(ids(await call(page, 'waiting')), [hers.id]);
});

test('what is forgotten is forgotten in every tab', async () => {
  const other = await wake(await page.context().newPage(), server);
  await call(page, 'keep', [feed(NOON_MS)]);
  assert.equal((await call(other, 'recent', 0)).length, 1);
  await call(page, 'wipe');
  assert.deepEqual([await call(other, 'recent', 0), await call(other, 'unsent'), await call(other, 'state')], [[], [], {}]);
});

test('a newer version of the database is not kept waiting, and this one opens again', async () => {
  const revision = feed(NOON_MS);
  await call(page, 'keep', [revision]);
  const other = await page.context().newPage();
  await other.goto(`${server.url}/`);
  await other.evaluate(() => new Promise((done, failed) => {
    const asked = indexedDB.deleteDatabase('milkway-record');
    asked.onsuccess = done;
    asked.onblocked = () => failed(new Error('it was kept waiting'));
  }));
  assert.deepEqual(await call(page, 'recent', 0), []);
});
