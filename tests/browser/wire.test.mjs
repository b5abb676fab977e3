/** What goes over the wire: to nobody else, not in an address, not into a cache, not into a log. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openPage, startBrowser } from './browser.mjs';
import { SORE, withFindings } from './cases.mjs';
import { CheckPage } from './check_page.mjs';
import { namesOfAnswers } from './protocol.mjs';
import { go, nowS, ReliefPage, way } from './relief_page.mjs';
import { startServer } from './server.mjs';
import { hurry } from './walk.mjs';

let server;
let browser;

before(async () => {
  server = await startServer();
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

/** Goes through the pages of relief: a session from its card to its end, vibration up to its choice, the feed timer, the milk, something to read. */
async function relieve(check) {
  const relief = new ReliefPage(check.page, check.url);
  const page = relief.page;
  const kept = await check.kept();
  const passed = () => ({ kept, pass: `${nowS()} none old`, side: 'left' });
  await check.turn(() => page.locator(way('/relief/light_touch')).first().click());
  await check.turn(() => page.locator(way('/session/light_touch')).click());
  for (const answer of ['left', 'old']) await check.turn(() => page.locator(go(answer)).click());
  await page.locator('label[for=p3]').click();
  await check.turn(() => page.locator(go('before')).click());
  for (const key of ['voice', 'pause', 'pause', 'skip', 'back']) await page.locator(`[data-${key}]`).click();
  await check.turn(() => page.locator(go('stop')).click());
  await page.locator('label[for=p6]').click();
  await check.turn(() => page.locator(go('after')).click());
  await relief.openCarried('/relief/vibration');
  await relief.arrive('/session/vibration', { kept, go: 'left' });
  await check.turn(() => page.locator('[data-choose]').click());
  await relief.arrive('/session/vibration', { ...passed(), go: 'before', score: '2' });
  await relief.openCarried('/feed-timer');
  for (const key of ['.side.left', '.side.right', '[data-feed-stop]']) await page.locator(key).click();
  await relief.openCarried('/milk');
  await check.turn(() => page.locator('[name=tick][form]').first().click());
  await check.turn(() => page.locator(go('none')).click());
  for (const path of ['/more', '/relief', '/condition/abscess', '/read/massage', '/read/milk_storage', '/read/mood']) await relief.openCarried(path);
  await check.turn(() => page.locator('.foot .help-now').click());
  await check.turn(() => page.locator(`main ${go('again')}`).click());
  await relief.openCarried('/relief');
  await check.turn(() => page.locator('button[name=tone][value="2"]').click());
}

/** Does all that a visitor can do, and notes what went over the wire. */
async function visit() {
  const page = await openPage(browser);
  const seen = { requests: [], pages: [], console: [], violations: 0 };
  page.on('request', (request) => seen.requests.push(request));
  page.on('response', (response) => {
    if (response.request().resourceType() === 'document') seen.pages.push(response.allHeaders().then((headers) => ({ response, headers })));
  });
  page.on('console', (message) => seen.console.push(message.text()));
  page.on('pageerror', (fault) => seen.console.push(String(fault)));
  await page.exposeFunction('noteViolation', (what) => seen.console.push(what));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => globalThis.noteViolation(`policy: ${event.violatedDirective}`));
  });
  for (const path of ['/', '/help', '/about', '/no-such-page']) await page.goto(server.url + path);
  const check = await new CheckPage(page, server.url).open();
  await hurry(check, withFindings(SORE, { temp: 'fever', fever_hours: 'gt24', confused: 'unsure', heart: 'very_fast' }));
  await check.turn(() => page.locator('.head button[name=theme]:visible').click());
  await check.open();
  await hurry(check, SORE, (at) => at === 'last_day');
  await check.tick('temp.0');
  await check.goOn();
  await page.locator('[data-step="1"]').click();
  await check.type('38,5');
  await check.back();
  await check.open();
  await hurry(check, SORE);
  await relieve(check);
  seen.pages = await Promise.all(seen.pages);
  await page.context().close();
  return seen;
}

test('no request leaves the house, breaks the policy, carries an answer in its address, or is kept or logged', async () => {
  const seen = await visit();
  assert.ok(seen.requests.length > 100 && seen.pages.length > 70, 'the visit is a whole one');

  const away = seen.requests.map((request) => request.url()).filter((url) => new URL(url).origin !== server.url);
  assert.deepEqual(away, [], 'other hosts');

  const faults = seen.console.filter((line) => !line.includes('404 (Not Found)'));
  assert.deepEqual(faults, [], 'console and policy');

  const withQuery = seen.requests.map((request) => new URL(request.url())).filter((url) => !url.pathname.startsWith('/static/') && url.search !== '');
  assert.deepEqual(withQuery, [], 'answers in an address');

  // A page that sends on to another says nothing itself.
  for (const { response, headers } of seen.pages.filter(({ response }) => response.status() < 300 || response.status() >= 400)) {
    assert.match(headers['content-security-policy'], /^default-src 'none';/, response.url());
    assert.doesNotMatch(headers['content-security-policy'], /unsafe|https?:|\*/, response.url());
    assert.equal(headers['cache-control'], 'no-store', response.url());
  }

  const spoken = [...namesOfAnswers(), 'S-A@', 'left@', 'light_touch', 'vibration'];
  const logged = spoken.filter((name) => server.said().includes(name));
  assert.deepEqual(logged, [], 'answers in the log');
});

test('trouble, too, is neither kept nor logged', async () => {
  const answer = await fetch(`${server.url}/check`, {
    method: 'POST',
    body: new URLSearchParams({ kept: 'f.no_such_finding=very_fast', at: 'parent_now' }),
  });
  assert.equal(answer.status, 400);
  assert.equal(answer.headers.get('cache-control'), 'no-store');
  assert.ok(!server.said().includes('no_such_finding') && !server.said().includes('very_fast'));
});

test('the policy is obeyed: a script that is not ours does not run', async () => {
  const page = await openPage(browser);
  const blocked = [];
  page.on('console', (message) => blocked.push(message.text()));
  await page.goto(server.url);
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "not ours"';
    document.body.append(script);
  });
  assert.notEqual(await page.title(), 'not ours');
  assert.match(blocked.join('\n'), /Content Security Policy/);
  await page.context().close();
});
