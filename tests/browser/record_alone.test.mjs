/** A record on phones without a network: what is logged is on the phone at once, waits there, and reaches the server and the other phone. */
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { openPage, startBrowser } from './browser.mjs';
import { client, join } from './clients.mjs';
import { household, pulled, settled, signIn } from './household.mjs';
import { newId } from './record_phone.mjs';
import { startServer } from './server.mjs';
import { startTap } from './wire_tap.mjs';

let browser;
let server;
let tap;
let page;

before(async () => { browser = await startBrowser(); });
after(() => browser?.close());
beforeEach(async () => {
  server = await startServer('--region', 'UK');
  tap = await startTap(server.url);
  page = await openPage(browser, { hasTouch: true, serviceWorkers: 'allow' });
});
afterEach(async () => {
  await page.context().close();
  await tap.stop();
  await server.stop();
});

const feedsOf = async (phone) => (await pulled(phone)).revisions.filter(({ received }) => received.revision.content.kind === 'feed');

test('a feed that is begun and ended without a network is kept, and the server has it when there is one', async () => {
  await household(page, tap.url, server);
  await settled(page);
  const home = await page.goto(`${tap.url}/`);
  assert.ok(home.fromServiceWorker(), 'home is drawn by the phone');

  tap.cut();
  await page.locator('.side.left').tap();
  await page.getByRole('button', { name: /End feed/ }).waitFor();
  await page.reload();
  await page.getByRole('button', { name: /End feed/ }).tap();
  await page.locator('[data-toast]').waitFor();
  const { waiting } = await page.evaluate(() => new Promise((done) => {
    const asked = indexedDB.open('milkway-record');
    asked.onsuccess = () => {
      const count = asked.result.transaction('waiting').objectStore('waiting').count();
      count.onsuccess = () => done({ waiting: count.result });
    };
  }));
  assert.equal(waiting, 2, 'both savings wait on the phone');

  tap.mend();
  await page.goto(`${tap.url}/`);
  await page.evaluate(async () => {
    const many = async () => (await (await fetch('/record/pull?since=0')).json()).revisions.length;
    while ((await many()) < 2) await new Promise((later) => setTimeout(later, 50));
  });
  const feeds = await feedsOf(page);
  assert.equal(feeds.length, 2);
  assert.equal(new Set(feeds.map(({ received }) => received.revision.entry)).size, 1, 'one feed');
  assert.equal(feeds.at(-1).received.revision.content.open ?? false, false, 'and it has ended');
});

test('what one phone logs stands on the open page of the other without anybody asking', async () => {
  const { login, password } = await household(page, tap.url, server);
  await settled(page);
  const other = await openPage(browser, { hasTouch: true, serviceWorkers: 'allow' });
  try {
    await signIn(other, server.url, login, password);
    await settled(other);
    await other.goto(`${server.url}/`);
    await page.goto(`${tap.url}/`);
    await page.locator('.side.right').tap();
    await other.getByRole('button', { name: /End feed/ }).waitFor({ timeout: 2_000 });
  } finally {
    await other.context().close();
  }
});

test('nobody signs out of entries that the server does not have', async () => {
  await household(page, tap.url, server);
  await settled(page);
  await page.goto(`${tap.url}/`);
  tap.cut();
  await page.locator('.side.left').tap();
  await page.getByRole('button', { name: /End feed/ }).waitFor();
  const post = () => page.evaluate(() => {
    const form = Object.assign(document.createElement('form'), { method: 'post', action: '/sign-out' });
    document.body.append(form);
    form.submit();
  });
  await post();
  await page.getByText(/have not reached the server/).waitFor();
  tap.mend();
  await page.goto(`${tap.url}/`);
  await page.getByRole('button', { name: /End feed/ }).waitFor();
  await post();
  await page.getByRole('link', { name: /Start the check/ }).waitFor();
  assert.equal((await page.goto(`${tap.url}/record/pull`)).status(), 401, 'signed out');
  const left = await page.evaluate(() => new Promise((done) => {
    const asked = indexedDB.open('milkway-record');
    asked.onsuccess = () => {
      const count = asked.result.transaction('revision').objectStore('revision').count();
      count.onsuccess = () => done(count.result);
    };
  }));
  assert.equal(left, 0, 'nothing of the record is left on the phone');
});

test('a rule that a clinician has raised counts on her phone without a network: at home, and in the check that begins there', async () => {
  await household(page, tap.url, server);
  await settled(page);
  const [{ value }] = (await page.context().cookies()).filter(({ name }) => name === 'session');
  const ana = client(server.url, `session=${value}`);
  const doc = await join(ana, { name: 'Doc', role: 'clinician', until: '2099-01-01' });
  const { person, household: home } = await ana.pull();
  for (const rule of ['T01', 'D01']) assert.equal((await doc.post(`/care/${person}/raise`, { rule, to: 'urgent_call_now' })).status, 303);
  const at_ms = Date.now() - 60_000;
  const content = { subject: { parent: person }, at: { at_ms, zone: home.settings.zone, offset_s: 0 }, kind: 'temperature', amount: { value: '38.2', unit: 'c' } };
  await ana.json('/record/push', { device: newId(), sent_at_ms: Date.now(), revisions: [{ id: newId(), entry: newId(), made_at_ms: at_ms, content }] });
  // The phone hears of it with a page, and has it on its disk with the next.
  await page.evaluate(() => new Promise((done) => {
    const look = () => {
      const asked = indexedDB.open('milkway-record');
      asked.onsuccess = () => {
        const found = asked.result.transaction('state').objectStore('state').get('for_her');
        found.onsuccess = () => { asked.result.close(); if (found.result?.length === 2) done(); else { navigator.serviceWorker.controller.postMessage({ record: 'refresh' }); setTimeout(look, 100); } };
      };
    };
    look();
  }));

  tap.cut();
  const answer = await page.goto(`${tap.url}/`);
  assert.ok(answer.fromServiceWorker());
  assert.match(await page.locator('.alarm .banner.u5').innerText(), /Doc, a clinician, made this more urgent for Ana \(/);
  await page.locator('.alarm button').tap();
  await page.waitForURL('**/check');
  assert.match(await page.locator('.banner.u5').innerText(), /Doc, a clinician, made this more urgent for Ana \(/);
});
