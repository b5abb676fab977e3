/** The ledger in a browser: search as you type, which asks nobody; the same search without script; and what is for clinicians only once asked for. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openPage, startBrowser } from './browser.mjs';
import { turn } from './relief_page.mjs';
import { startServer } from './server.mjs';

let server;
let browser;

before(async () => {
  server = await startServer('--region', 'UK');
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

const TYPED = ['massge', 'deep massage', 'clogged duct', 'antibotics', 'every 4 hours', 'zebra'];

/** Where the found rows lead, in order. */
const found = (page) => page.$$eval('[data-found] .way', (rows) => rows.map((row) => row.getAttribute('href') ?? row.getAttribute('formaction')));

/** The page with its search, and what it asks for from then on. */
async function open(more = {}) {
  const page = await openPage(browser, more);
  await page.goto(`${server.url}/evidence`);
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  return { page, asked };
}

test('what is typed is found at once, as the server finds it, and nobody is asked', async () => {
  const [typing, plain] = [await open(), await open({ javaScriptEnabled: false })];
  for (const typed of TYPED) {
    await typing.page.locator('#typed').fill(typed);
    await plain.page.locator('#typed').fill(typed);
    await plain.page.locator('.find button').click();
    const rows = await found(plain.page);
    assert.deepEqual(await found(typing.page), rows, typed);
    assert.equal(rows.length > 0, typed !== 'zebra', typed);
  }
  await typing.page.locator('#typed').press('Enter');
  // The icon of the tab may come at any time.
  assert.deepEqual(typing.asked.filter((url) => !url.endsWith('/icon.svg')), [], 'nothing is sent');
  assert.equal(new URL(plain.page.url()).search, '', 'nothing typed stands in an address');
  await typing.page.locator('#typed').fill('');
  assert.deepEqual(await found(typing.page), []);
  assert.match(await plain.page.locator('[data-found]').innerText(), /Nothing found/);
});

test('a found statement opens, says how sure it is, and leads on to its source and to what rests on it', async () => {
  const { page } = await open();
  await page.locator('#typed').fill('cold');
  await page.locator('[data-found] a[href="/evidence/cold-relief"]').click();
  await page.locator('text=How sure').waitFor();
  await page.locator('a.source-name').first().click();
  await page.locator('a[rel=noreferrer].btn').waitFor();
  assert.match(new URL(page.url()).pathname, /^\/source\//);
  await page.locator('a[href="/evidence/cold-relief"]').first().click();
  await page.locator('a[href="/rests/relief/cold_pack"]').first().click();
  await page.locator('main a[href="/relief/cold_pack"]').click();
  assert.equal(new URL(page.url()).pathname, '/relief/cold_pack');
  await page.locator('a[href="/rests/relief/cold_pack"]').waitFor();
});

for (const [name, more] of [['with script', {}], ['without script', { javaScriptEnabled: false }]]) {
  test(`a clinician asks and is shown, ${name}, from page to page and through the colours; nothing keeps it`, async () => {
    const { page } = await open(more);
    await page.goto(`${server.url}/evidence/antibiotic-first-line`);
    assert.ok(!/cillin/.test(await page.locator('main').innerText()));
    const shown = page.locator('h1', { hasText: /flucloxacillin/i });
    await page.locator('main button[name=clinician]').click();
    await shown.waitFor();
    await turn(page, () => page.locator('header form button:visible').first().click());
    await shown.waitFor();
    await page.locator('.source-name.way').first().click();
    await page.locator('main', { hasText: 'What is written for clinicians is shown' }).waitFor();
    const cookies = await page.context().cookies();
    assert.deepEqual(cookies.map((cookie) => cookie.name), ['theme']);
    await page.goto(`${server.url}/evidence/antibiotic-first-line`);
    assert.ok(!/cillin/.test(await page.locator('main').innerText()));
  });
}
