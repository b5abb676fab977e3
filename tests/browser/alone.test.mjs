/** The phone on its own: nothing that was answered goes over the wire, everything works without one, an update waits, and it says what is missing. */
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { openPage, PHONE, remember, startBrowser } from './browser.mjs';
import { SORE, withFindings } from './cases.mjs';
import { CheckPage } from './check_page.mjs';
import { PainkillersPage } from './painkillers_page.mjs';
import { namesOfAnswers } from './protocol.mjs';
import { go, ReliefPage, way } from './relief_page.mjs';
import { readResult } from './result_page.mjs';
import { startServer } from './server.mjs';
import { hurry } from './walk.mjs';
import { startTap } from './wire_tap.mjs';

/** What a phone may tell the server: the look of pages and the region, one field and nothing else. */
const TOLD = ['/theme', '/tone', '/region'];

let server;
let browser;
let tap;
let page;

before(async () => {
  server = await startServer();
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});
beforeEach(async () => {
  tap = await startTap(server.url);
  page = await openPage(browser, { hasTouch: true, serviceWorkers: 'allow' });
});
afterEach(async () => {
  await page.context().close();
  await tap.stop();
});

/** Waits until the phone can work alone, and a page that it has made stands there. */
async function visitOnce(path = '/') {
  await page.goto(tap.url + path);
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    if (active.state !== 'activated') await new Promise((ready) => active.addEventListener('statechange', ready, { once: true }));
  });
}

/** The page that stands there came from this phone. */
async function madeHere(path) {
  const answer = await page.goto(tap.url + path);
  assert.ok(answer.fromServiceWorker(), `${path} was not made on the phone`);
  assert.equal(answer.status(), 200, path);
}

async function wholeCheck(person = SORE) {
  const check = await new CheckPage(page, tap.url).open();
  await hurry(check, person);
  return check;
}

async function lightTouch(check) {
  const relief = new ReliefPage(page, tap.url);
  await check.turn(() => page.locator(way('/relief/light_touch')).first().click());
  await check.turn(() => page.locator(way('/session/light_touch')).click());
  for (const answer of ['left', 'old']) await check.turn(() => page.locator(go(answer)).click());
  await page.locator('label[for=p3]').click();
  await check.turn(() => page.locator(go('before')).click());
  await check.turn(() => page.locator(go('stop')).click());
  await page.locator('label[for=p2]').click();
  await check.turn(() => page.locator(go('after')).click());
  return relief.heading();
}

test('with a script no answer goes over the wire, from the first screen of a first visit on', async () => {
  // No waiting: she begins while the phone is still fetching what it needs.
  const check = await wholeCheck(withFindings(SORE, { temp: 'fever', fever_hours: 'gt24' }));
  assert.equal(await check.at(), 'result');
  await wholeCheck();
  await lightTouch(check);
  for (const path of ['/relief', '/painkillers', '/feed-timer', '/milk', '/more', '/condition/abscess']) await new ReliefPage(page, tap.url).openCarried(path);
  await check.turn(() => page.locator('.foot .help-now').click());
  await wholeCheck(withFindings(SORE, { rigors: 'shaking' }));
  await check.turn(() => page.locator('.head button[name=theme]:visible').click());

  const names = [...namesOfAnswers(), 'kept', 'began', 'S-A', 'score'];
  for (const { method, path, body } of tap.sent) {
    assert.ok(method === 'GET' || TOLD.includes(path), `${method} ${path} went over the wire`);
    assert.ok(body === '' || /^(theme|tone|region)=[\w-]+$/.test(body), `${path}: ${body}`);
    const said = new URL(path, tap.url);
    assert.equal(said.search, '', path);
    // Files are named for what they do, not for what she said.
    if (!path.startsWith('/static/')) assert.deepEqual(names.filter((name) => path.includes(name)), [], path);
  }
  assert.ok(tap.sent.some(({ body }) => body.startsWith('theme=')), 'the server learns of the colours');
});

test('aeroplane mode: a fresh phone that visited once does a whole check, a session and a dose', async () => {
  await visitOnce();
  tap.cut();
  await madeHere('/');
  const check = await wholeCheck();
  assert.equal(await check.at(), 'result');
  const { banners, rules } = await readResult(page);
  assert.ok(banners.length > 0 && rules.length > 0);
  assert.ok((await lightTouch(check)).length > 0);

  const painkillers = new PainkillersPage(page, tap.url);
  await painkillers.openWithAnswers();
  await painkillers.none('ibuprofen');
  await painkillers.log({ what: 'medicine.ibuprofen_uk', amount: '400', when: 5 });
  assert.equal((await painkillers.doses()).length, 1);

  await page.evaluate(() => sessionStorage.clear());
  for (const path of ['/help', '/about', '/more', '/read/massage', '/condition/abscess', '/feed-timer']) await madeHere(path);
  const unknown = await page.goto(`${tap.url}/no-such-page`);
  assert.equal(unknown.status(), 503);
  assert.match(await page.locator('h1').innerText(), /no network/);
});

test('an emergency is told without a network, with the number of the region', async () => {
  await remember(page, tap.url, { region: 'UK' });
  await visitOnce();
  tap.cut();
  const check = await new CheckPage(page, tap.url).open();
  await hurry(check, withFindings(SORE, { confused: 'yes' }), (at) => at === 'result');
  assert.deepEqual((await readResult(page)).banners.map((one) => one.level), [6]);
  assert.equal(await page.locator('.foot .call').getAttribute('href'), 'tel:999');
});

test('a phone that got only half starts nothing, sends nothing, and asks before the server may answer', async () => {
  tap.spoil((path) => path.endsWith('/phone/respond.js') || path.endsWith('/evaluate.js'));
  const check = await new CheckPage(page, tap.url).open();
  await page.locator('[name=who][value=parent]').click();
  await page.locator('[data-alone] button').click();
  await page.waitForFunction(() => document.querySelector('[name=at]')?.value !== 'who');
  assert.notEqual(await check.at(), 'who');
  const posts = tap.sent.filter(({ method }) => method === 'POST');
  assert.equal(posts.length, 1, 'only after she said so');
});

test('an update waits: a check goes on with the version it began with, and the new one is offered where nothing is lost', async () => {
  const newer = await startServer('--leave', 'https://example.org/');
  try {
    await visitOnce();
    const check = await new CheckPage(page, tap.url).open();
    await hurry(check, SORE, (at) => at === 'last_day');
    const before = await check.kept();
    const file = () => page.locator('script[src*="carry.js"]').getAttribute('src');
    const old = await file();
    tap.turn(newer.url);
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
    await page.waitForFunction(() => /newer version/.test(document.querySelector('[data-alone]').textContent));
    assert.equal(await page.locator('[data-alone] button').count(), 0, 'not in the middle of answers');
    await hurry(check, SORE);
    assert.equal(await check.at(), 'result');
    assert.ok((await check.kept()).startsWith(before.split(';')[0]));
    assert.equal(await file(), old);

    await page.evaluate(() => sessionStorage.clear());
    await page.goto(tap.url);
    const loaded = page.waitForEvent('load');
    await page.locator('[data-alone] button').click();
    await loaded;
    await page.waitForFunction(() => document.querySelector('[data-leave]').href === 'https://example.org/');
    assert.notEqual(await file(), old);
    await wholeCheck();
    assert.equal(await check.at(), 'result');
  } finally {
    await newer.stop();
  }
});

test('at an address that is not secure the page says what is missing and how to get it, and the check works', async () => {
  const home = await startBrowser({ more: ['--host-resolver-rules=MAP milkway.home 127.0.0.1'] });
  try {
    const other = await openPage(home, { viewport: PHONE });
    const url = `http://milkway.home:${tap.port}`;
    await other.goto(`${url}/check`);
    assert.equal(await other.evaluate(() => isSecureContext), false);
    assert.match(await other.locator('[data-alone]').innerText(), /need a network/);
    await other.locator('[data-alone] a').click();
    await other.waitForURL(/about#alone/);
    assert.match(await other.locator('#alone ~ p').allInnerTexts().then((all) => all.join(' ')), /https/);
    const check = await new CheckPage(other, url).open();
    await hurry(check, SORE);
    assert.equal(await check.at(), 'result');
  } finally {
    await home.close();
  }
});
