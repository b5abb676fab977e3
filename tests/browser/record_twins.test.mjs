/** Two babies by thumb: one press begins both, puts both right, ends both, and one tap takes it back for both; also on a phone without a network. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openPage, startBrowser, WITH_AND_WITHOUT_SCRIPT } from './browser.mjs';
import { household, press, settled } from './household.mjs';
import { startServer } from './server.mjs';
import { startTap } from './wire_tap.mjs';

const UNDO = '[data-toast] button';
const act = (name) => `main button[name=act][value=${name}]`;
const text = async (page, what) => (await page.locator(what).first().innerText()).replace(/\s+/g, ' ').trim();
const born = new Date(Date.now() - 19 * 86_400_000).toISOString().slice(0, 10);

const WAYS = [
  ...WITH_AND_WITHOUT_SCRIPT.map(([how, options]) => [how, { serviceWorkers: 'block', ...options }, false]),
  ['on a phone without a network', { serviceWorkers: 'allow' }, true],
];

let browser;
before(async () => { browser = await startBrowser(); });
after(() => browser?.close());

for (const [how, options, alone] of WAYS) {
  describe(`two babies, ${how}`, () => {
    let server;
    let tap;
    let page;
    before(async () => {
      server = await startServer('--region', 'UK');
      tap = await startTap(server.url);
      page = await openPage(browser, { hasTouch: true, isMobile: true, ...options });
      await household(page, tap.url, server);
      const added = await page.context().request.post(`${tap.url}/babies`, { form: { name: 'Ada', born, state: 'home' }, headers: { origin: tap.url } });
      assert.ok(added.ok(), `${added.status()}`);
      await page.goto(tap.url);
      if (alone) {
        await settled(page);
        await page.goto(tap.url);
        tap.cut();
      }
    });
    after(async () => {
      await page?.context().close();
      await tap?.stop();
      await server?.stop();
    });

    test('one press begins both, and says so', async () => {
      await page.locator('.whom label').last().tap();
      await press(page, act('left'));
      assert.equal(await text(page, 'h1'), 'Left side · Noa, Ada');
      assert.equal(await text(page, '[data-toast] span'), 'Feed runs: Left side · Noa, Ada');
    });

    test('begun by mistake: one tap takes both back, and the next one brings both again', async () => {
      await press(page, UNDO);
      assert.match(await text(page, '[data-toast] span'), /^Taken back\. It is in the bin · Noa, Ada$/);
      assert.equal(await page.locator('.running').count(), 0, 'neither runs');
      await press(page, UNDO);
      assert.equal(await text(page, 'h1'), 'Left side · Noa, Ada');
    });

    test('the other side: both', async () => {
      await press(page, act('swap'));
      assert.equal(await text(page, 'h1'), 'Right side · Noa, Ada');
    });

    test('ended for both, and taken back for both, from the row that stays', async () => {
      await press(page, act('end'));
      assert.equal(await page.locator('.running, .timer-strip').count(), 0);
      await page.goto(tap.url);
      assert.match(await text(page, '.row-saved p'), /^Feed saved.* · Noa, Ada$/);
      await press(page, '.row-saved form[action="/undo"] button');
      assert.equal(await text(page, 'h1'), 'Right side · Noa, Ada');
    });

    test('the sides of what is over are swapped for both', async () => {
      await press(page, act('end'));
      await page.goto(tap.url);
      assert.equal(await text(page, '.side.now b'), 'Left');
      await press(page, '.row-saved button[value=swap]');
      await page.goto(tap.url);
      assert.match(await text(page, '.row-saved p'), /^Feed saved.* · Noa, Ada$/, 'still the two of one press');
      assert.equal(await text(page, '.side.now b'), 'Right');
    });
  });
}
