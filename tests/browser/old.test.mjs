/** A result that was left open says so when it has grown old. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openPage, remember, startBrowser } from './browser.mjs';
import { CheckPage } from './check_page.mjs';
import { startServer } from './server.mjs';

const HOUR_MS = 60 * 60 * 1000;

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

test('an emergency is old after two hours, and not before', async () => {
  const page = await openPage(browser);
  await page.clock.install();
  await remember(page, server.url, { region: 'UK' });
  const check = await new CheckPage(page, server.url).open();
  await check.answer('who', 'parent');
  await check.tick('confused.0');
  await check.goOn();
  assert.equal(await check.at(), 'result');
  const note = page.locator('[data-old-from]');
  await page.clock.fastForward(1.9 * HOUR_MS);
  assert.equal(await note.isVisible(), false);
  await page.clock.fastForward(0.2 * HOUR_MS);
  assert.equal(await note.isVisible(), true);
  assert.equal(await note.locator('a[href="/check"]').count(), 1);
  await page.context().close();
});
