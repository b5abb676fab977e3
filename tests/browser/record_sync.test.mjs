/** Two phones, one household, bad lines: whatever happens between phone and server, nothing is lost, doubled or silently dropped. */
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { startBrowser } from './browser.mjs';
import { chance } from './luck.mjs';
import { call, change, feed, MINUTE_MS, newId, startPhone, wake } from './record_phone.mjs';
import { PEOPLE, startRecordServer } from './record_server.mjs';

const PUSH = '**/record/push';
/** Logged today, some hours ago. */
const START_MS = Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS - 300 * MINUTE_MS;

let server;
let browser;
let phones;

before(async () => {
  server = await startRecordServer();
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});
beforeEach(() => { phones = []; });
afterEach(async () => {
  for (const page of phones) await page.context().close();
  server.clear();
});

async function phone(who, options) {
  const page = await startPhone(browser, server, who, options);
  phones.push(page);
  return page;
}

const ids = (list) => list.map(({ id }) => id);
const entries = (list) => list.map(({ entry }) => entry);
const some = (count) => Array.from({ length: count }, (_, at) => feed(START_MS + at * MINUTE_MS));
const waiting = async (page) => ids(await call(page, 'waiting'));
/** Every one of them there, each once. */
const each = (list, all) => assert.deepEqual(list.slice().sort(), ids(all).sort());

test('two phones log thirty entries each without a line, one with a wrong clock: both end with the same sixty in the right order', async () => {
  const AHEAD_MS = 7 * MINUTE_MS;
  const [hers, his] = [await phone('mother'), await phone('father', { ahead_ms: AHEAD_MS })];
  for (const page of [hers, his]) await page.context().setOffline(true);
  const truth = [];
  for (let at = 0; at < 30; at += 1) {
    const [one, other] = [START_MS + 2 * at * MINUTE_MS, START_MS + (2 * at + 1) * MINUTE_MS];
    const [first, second] = [feed(one), feed(other + AHEAD_MS)];
    await call(hers, 'keep', [first]);
    await call(his, 'keep', [second]);
    truth.unshift(second.entry, first.entry);
  }
  for (const page of [hers, his]) {
    assert.equal((await call(page, 'sync')).outcome, 'no_answer');
    assert.equal((await call(page, 'recent', 0)).length, 30);
    await page.context().setOffline(false);
  }
  for (const page of [hers, his, hers]) assert.equal((await call(page, 'sync')).outcome, 'done');
  for (const page of [hers, his]) {
    const recent = await call(page, 'recent', 0);
    assert.deepEqual(ids(recent), truth);
    assert.deepEqual(recent.map(({ unsent }) => unsent.length), Array(60).fill(0));
    for (const { by, marks, at, content } of recent) {
      // The line between takes its moment; the mark says what the server saw.
      const ahead_ms = marks[0]?.clock.ahead_ms ?? 0;
      assert.equal(marks.length, by === PEOPLE.father.id ? 1 : 0);
      assert.ok(Math.abs(ahead_ms - (by === PEOPLE.father.id ? AHEAD_MS : 0)) < MINUTE_MS);
      assert.equal(at.at_ms, content.at.at_ms - ahead_ms);
    }
    assert.deepEqual((await call(page, 'state')).household.people.length, 3);
  }
  assert.deepEqual(await call(hers, 'recent', 0), await call(his, 'recent', 0));
  assert.ok(Math.abs((await call(his, 'state')).ahead_ms - AHEAD_MS) < MINUTE_MS);
  assert.ok(Math.abs((await call(hers, 'state')).ahead_ms) < MINUTE_MS);
});

test('both change the same entry without a line: both changes are kept, and both phones show the same one', async () => {
  const [hers, his] = [await phone('mother'), await phone('father')];
  const revision = feed(START_MS);
  await call(hers, 'keep', [revision]);
  for (const page of [hers, his]) await call(page, 'sync');
  const [left, right] = [change(revision, { made_at_ms: START_MS + 5_000 }), change(revision, { made_at_ms: START_MS + 9_000, binned: true })];
  await call(hers, 'keep', [left]);
  await call(his, 'keep', [right]);
  for (const page of [his, hers, his]) await call(page, 'sync');
  for (const page of [hers, his]) {
    const { heads, marks, binned, changed_by } = await call(page, 'entry', revision.entry);
    assert.deepEqual([heads, marks, binned, changed_by], [[left.id, right.id], ['changed_apart'], false, PEOPLE.mother.id]);
  }
});

test('a long time without a line goes in lots of a hundred, the first logged first', async () => {
  const page = await phone('mother');
  const all = some(250);
  await call(page, 'keep', all);
  const lots = [];
  page.on('request', (asked) => { if (asked.method() === 'POST') lots.push(asked.postDataJSON().revisions.length); });
  const { outcome, sent, got } = await call(page, 'sync');
  assert.deepEqual([outcome, sent, got], ['done', 250, 250]);
  assert.deepEqual(lots, [100, 100, 50]);
  assert.deepEqual(server.ids(), ids(all));
});

test('two tabs that send at once send nothing twice', async () => {
  const page = await phone('mother');
  const tab = await wake(await page.context().newPage(), server);
  const all = some(120);
  await call(page, 'keep', all);
  const told = await Promise.all([page, tab, page, tab].map((one) => call(one, 'sync')));
  assert.deepEqual(told.map(({ outcome }) => outcome), Array(4).fill('done'));
  assert.equal(told.reduce((sum, { sent }) => sum + sent, 0), 120);
  each(server.pushes().flat(), all);
});

test('where the browser has no locks two tabs may send the same, and it is there once', async () => {
  const page = await phone('mother');
  const tab = await wake(await page.context().newPage(), server);
  const all = some(120);
  await call(page, 'keep', all);
  await Promise.all([page, tab, page, tab].map((one) => call(one, 'sync', null)));
  each(server.ids(), all);
  assert.deepEqual(await waiting(page), []);
  assert.equal((await call(tab, 'recent', 0)).length, 120);
});

test('a page that is closed between saving and sending has lost nothing', async () => {
  const page = await phone('mother');
  const all = some(3);
  await call(page, 'keep', all);
  const next = await page.context().newPage();
  await page.close();
  await wake(next, server);
  assert.equal((await call(next, 'sync')).sent, 3);
  each(server.ids(), all);
});

test('a page that is closed while it sends has lost nothing', async () => {
  const page = await phone('mother');
  const all = some(3);
  await call(page, 'keep', all);
  const next = await page.context().newPage();
  const arrived = new Promise((on) => { page.route(PUSH, async (route) => { await route.fetch(); on(); }); });
  call(page, 'push').catch(() => {});
  await arrived;
  await page.close();
  await wake(next, server);
  assert.deepEqual(await waiting(next), ids(all));
  assert.equal((await call(next, 'sync')).outcome, 'done');
  each(server.ids(), all);
  assert.deepEqual(await waiting(next), []);
});

test('an answer that is lost after the server took it is no loss: it is sent again and there once', async () => {
  const page = await phone('mother');
  const all = some(5);
  await call(page, 'keep', all);
  await page.route(PUSH, async (route) => { await route.fetch(); await route.abort(); }, { times: 1 });
  assert.equal((await call(page, 'sync')).outcome, 'no_answer');
  assert.deepEqual([await waiting(page), server.ids().length], [ids(all), 5]);
  assert.equal((await call(page, 'sync')).outcome, 'done');
  assert.deepEqual(server.pushes().map((lot) => lot.length), [5, 5]);
  each(server.ids(), all);
  assert.deepEqual(await waiting(page), []);
});

test('what comes back with a pull need not be sent again', async () => {
  const page = await phone('mother');
  await call(page, 'keep', some(5));
  await page.route(PUSH, async (route) => { await route.fetch(); await route.abort(); }, { times: 1 });
  await call(page, 'push');
  await call(page, 'pull');
  assert.deepEqual(await waiting(page), []);
});

test('of a lot that arrives in half the other half is sent next', async () => {
  const page = await phone('mother');
  const all = some(7);
  await call(page, 'keep', all);
  await page.route(PUSH, async (route) => {
    const said = route.request().postDataJSON();
    const answer = await route.fetch({ postData: JSON.stringify({ ...said, revisions: said.revisions.slice(0, 4) }) });
    await route.fulfill({ response: answer });
  }, { times: 1 });
  const { outcome, sent } = await call(page, 'push');
  assert.deepEqual([outcome, sent], ['done', 7]);
  assert.deepEqual(server.pushes().map((lot) => lot.length), [4, 3]);
  each(server.ids(), all);
});

test('a server that speaks of other revisions than were sent makes none of ours go away, and is not asked for ever', async () => {
  const page = await phone('mother');
  const all = some(2);
  await call(page, 'keep', all);
  await page.route(PUSH, (route) => route.fulfill({ json: { now_ms: Date.now(), taken: ids(some(2)), refused: [] } }));
  assert.equal((await call(page, 'push')).outcome, 'odd_answer');
  assert.deepEqual(await waiting(page), ids(all));
});

test('a refused revision stays visible with its reason, holds up no other, and can be sent again', async () => {
  const page = await phone('helper');
  const [first, second] = some(2);
  const binned = change(first, { binned: true });
  await call(page, 'keep', [first, binned, second]);
  const { outcome, refused } = await call(page, 'sync');
  assert.deepEqual([outcome, ids(refused)], ['done', [binned.id]]);
  assert.ok(refused[0].why.length > 0);
  each(server.ids(), [first, second]);

  await wake(page, server);
  assert.deepEqual((await call(page, 'unsent')).map(({ id, why }) => [id, why]), [[binned.id, refused[0].why]]);
  const entry = await call(page, 'entry', first.entry);
  assert.deepEqual([entry.binned, entry.unsent], [true, refused]);
  await call(page, 'sync');
  assert.equal(server.pushes().flat().filter((id) => id === binned.id).length, 1);

  // She has become a parent since.
  await server.signIn(page.context(), 'father');
  await call(page, 'again', [binned.id]);
  assert.equal((await call(page, 'sync')).outcome, 'done');
  assert.deepEqual(await call(page, 'unsent'), []);
  each(server.ids(), [first, second, binned]);
});

test('what the server cannot read holds up no other and is tried again', async () => {
  const page = await phone('mother');
  const all = some(9);
  const newer = [2, 6].map((at) => (all[at] = feed(START_MS + at * MINUTE_MS, { content: { kind: 'yoga' } })));
  await call(page, 'keep', all);
  const { outcome, sent, stuck } = await call(page, 'push');
  assert.deepEqual([outcome, sent, stuck.toSorted()], ['stuck', 7, ids(newer).sort()]);
  assert.deepEqual(await waiting(page), ids(all).filter((id) => stuck.includes(id)));
  each(server.ids(), all.filter(({ id }) => !stuck.includes(id)));
  assert.equal((await call(page, 'sync')).got, 7);
});

test('signed out: nothing is lost, it is said, and goes once somebody has signed in', async () => {
  const page = await phone('mother');
  const all = some(3);
  await call(page, 'keep', all);
  await server.signOut(page.context());
  for (const what of ['push', 'pull', 'sync']) assert.equal((await call(page, what)).outcome, 'signed_out');
  assert.deepEqual([await waiting(page), (await call(page, 'recent', 0)).length], [ids(all), 3]);
  await server.signIn(page.context(), 'mother');
  assert.equal((await call(page, 'sync')).outcome, 'done');
  each(server.ids(), all);
});

test('nothing that answers in the place of the server makes anything go away', async () => {
  const page = await phone('mother');
  const all = some(3);
  await call(page, 'keep', all);
  const strangers = [
    ['odd_answer', { status: 200, contentType: 'text/html', body: '<h1>Welcome to the hotel</h1>' }],
    ['odd_answer', { status: 200, json: {} }],
    ['odd_answer', { status: 200, json: null }],
    ['odd_answer', { status: 200, json: { now_ms: 1, taken: ids(all) } }],
    ['odd_answer', { status: 500, body: 'ill' }],
    ['odd_answer', { status: 404 }],
    ['odd_answer', { status: 503, json: { now_ms: 1, taken: ids(all), refused: [] } }],
    ['shut_out', { status: 403 }],
    ['no_answer', { status: 302, headers: { location: '/' } }],
  ];
  let says;
  await page.route('**/record/p*', (route) => route.fulfill(says));
  for (const [outcome, said] of strangers) {
    says = said;
    for (const what of ['push', 'pull']) assert.equal((await call(page, what)).outcome, outcome, `${what} ${JSON.stringify(said)}`);
  }
  assert.deepEqual(await waiting(page), ids(all));
});

test('a pull that breaks off goes on where it was', async () => {
  const [hers, his] = [await phone('mother'), await phone('father')];
  const all = some(100);
  await call(hers, 'keep', all);
  await call(hers, 'push');
  let answers = 0;
  const asked = [];
  await his.route('**/record/pull?*', (route) => {
    asked.push(new URL(route.request().url()).searchParams.get('since'));
    answers += 1;
    return answers === 2 ? route.abort() : route.continue();
  });
  assert.equal((await call(his, 'pull')).outcome, 'no_answer');
  const { outcome, got } = await call(his, 'pull');
  assert.deepEqual([outcome, got, asked], ['done', 60, ['0', '40', '40', '80']]);
  assert.deepEqual(ids(await call(his, 'recent', 0)), entries(all).reverse());
});

test('a server that came back from an older copy is told again what it has lost', async () => {
  const [hers, his] = [await phone('mother'), await phone('father')];
  const [early, late, other] = [some(3), some(4), some(2)];
  await call(hers, 'keep', early);
  await call(hers, 'sync');
  await call(hers, 'keep', late);
  await call(his, 'keep', other);
  for (const page of [hers, his, hers]) await call(page, 'sync');
  server.restore(3);
  for (const page of [hers, his, hers]) assert.equal((await call(page, 'sync')).outcome, 'done');
  each(server.ids(), [...early, ...late, ...other]);
  for (const page of [hers, his]) {
    const recent = await call(page, 'recent', 0);
    assert.deepEqual([recent.length, await waiting(page)], [9, []]);
    // Each tells what is its own and nothing else: nobody's entry becomes another's.
    for (const { id, by } of recent) assert.equal(by, entries(other).includes(id) ? PEOPLE.father.id : PEOPLE.mother.id);
  }
});

/** A sign of the mother's own. */
const sign = (at, more = {}) => feed(START_MS + at * MINUTE_MS, { content: { subject: { parent: PEOPLE.mother.id }, kind: 'symptom', left_s: undefined, ...more } });
const held = async (page) => (await call(page, 'received')).map(({ revision }) => revision.id);

test('what was shared comes to a phone that has pulled past it, and what is taken back goes with the next sync', async () => {
  const [hers, his] = [await phone('mother'), await phone('father')];
  const [feeds, signs] = [some(60), Array.from({ length: 45 }, (_, at) => sign(at))];
  await call(hers, 'keep', feeds.flatMap((one, at) => [one, ...(signs[at] ? [signs[at]] : [])]));
  for (const page of [hers, his]) await call(page, 'sync');
  each(await held(his), feeds);
  server.share('mother', ['symptom']);
  const asked = [];
  his.on('request', (one) => asked.push(new URL(one.url()).search));
  await call(his, 'sync');
  each(await held(his), [...feeds, ...signs]);
  assert.deepEqual(asked, ['?since=105', '?since=0&whole=true', '?since=40&whole=true', '?since=80&whole=true'], 'it heard all of it again, once');
  // He changes one of hers without a line, and logs a feed: neither is lost when she takes back what she shared.
  const [changed, own] = [change(signs[0], { content: { ...signs[0].content, note: 'his' } }), feed(START_MS)];
  await call(his, 'keep', [changed, own]);
  await his.route(PUSH, (route) => route.fulfill({ json: { now_ms: Date.now(), taken: [], refused: [{ id: changed.id, why: 'role' }] } }), { times: 1 });
  await his.context().setOffline(true);
  server.share('mother', []);
  await call(his, 'sync');
  assert.equal((await held(his)).length, 107, 'without a line nothing goes');
  await his.context().setOffline(false);
  assert.equal((await call(his, 'sync')).outcome, 'done');
  each(await held(his), [...feeds, changed, own]);
  assert.deepEqual((await call(his, 'unsent')).map(({ id, why }) => [id, why]), [[changed.id, 'role']]);
  each(server.ids(), [...feeds, ...signs, own]);
  await call(hers, 'sync');
  each(await held(hers), [...feeds, ...signs, own]);
});

test('hearing all of it again may break off, and be overtaken: nothing goes before all has come, and then the right things go', async () => {
  const [hers, his] = [await phone('mother'), await phone('father')];
  const [moods, signs, feeds] = [[3, 4].map((at) => sign(at, { kind: 'mood', down: true })), [1, 2].map((at) => sign(at)), some(60)];
  server.share('mother', ['symptom']);
  await call(hers, 'keep', [...moods, ...signs, ...feeds]);
  for (const page of [hers, his]) await call(page, 'sync');
  each(await held(his), [...feeds, ...signs]);
  server.share('mother', []);
  let answers = 0;
  await his.route('**/record/pull?*', (route) => {
    answers += 1;
    // The second page of hearing all again is cut; of the next try she changes her mind between the pages.
    if (answers === 3) return route.abort();
    if (answers === 4) server.share('mother', ['mood']);
    return route.continue();
  });
  assert.equal((await call(his, 'pull')).outcome, 'no_answer');
  each(await held(his), [...feeds, ...signs]);
  await wake(his, server);
  assert.equal((await call(his, 'pull')).outcome, 'done');
  each(await held(his), [...feeds, ...moods]);
  assert.equal((await call(his, 'state')).scan, undefined);
});

test('who sees today only keeps of yesterday what is her own', async () => {
  const page = await phone('helper');
  const DAY_MS = 1_440 * MINUTE_MS;
  const [old, today] = [feed(Date.now() - DAY_MS - MINUTE_MS), feed(Date.now() - MINUTE_MS)];
  const own = feed(Date.now() - DAY_MS - MINUTE_MS);
  const at = (revision) => ({ revision, by: PEOPLE.mother.id, device: newId(), skew_ms: 0 });
  await call(page, 'took', { seq: 0, scope: '', revisions: [old, today].map((one, seq) => ({ seq, received: at(one) })) });
  await call(page, 'keep', [own]);
  await call(page, 'took', { seq: 0, scope: '', others_from_ms: Date.now() - DAY_MS, revisions: [] });
  each(await held(page), [today, own]);
});

test('whatever is logged, shared, taken back and cut, in the end each phone has what its person may see and nothing is lost', async () => {
  const seed = Number(process.env.MILKWAY_SEED ?? 20_261_126);
  const { draw } = chance(seed);
  const under = (most) => Math.floor(draw() * most);
  const phones = { mother: await phone('mother'), father: await phone('father') };
  const made = [];
  for (const page of Object.values(phones)) await page.route('**/record/p*', async (route) => {
    const fate = under(8);
    if (fate === 0) return route.abort();
    if (fate !== 1) return route.continue();
    await route.fetch();
    return route.abort();
  });
  const kinds = () => ['symptom', 'mood'].filter(() => under(2) === 0);
  for (let step = 0; step < 120; step += 1) {
    const [page, what] = [Object.values(phones)[under(2)], under(5)];
    if (what === 0) server.share('mother', kinds());
    else if (what < 3) {
      const lot = Array.from({ length: under(12) }, (_, at) => (under(2) ? feed(START_MS + at * MINUTE_MS) : sign(at, { kind: under(2) ? 'symptom' : 'mood' })));
      made.push(...lot);
      await call(page, 'keep', lot);
    } else await call(page, 'sync');
  }
  for (const [who, page] of Object.entries(phones)) {
    await page.unroute('**/record/p*');
    for (const _ of [1, 2]) assert.equal((await call(page, 'sync')).outcome, 'done', `seed ${seed}`);
    assert.deepEqual(await waiting(page), [], `seed ${seed}`);
    if (who === 'father') await call(phones.mother, 'sync');
  }
  each(server.ids(), made);
  for (const [who, page] of Object.entries(phones)) assert.deepEqual((await held(page)).sort(), server.seenBy(who).sort(), `${who}, seed ${seed}`);
});
