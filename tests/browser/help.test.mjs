/** *Help now* in mid-check: it knows what the check knows, and gives everything back. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openPage, remember, startBrowser, WITH_AND_WITHOUT_SCRIPT } from './browser.mjs';
import { CheckPage } from './check_page.mjs';
import { startServer } from './server.mjs';

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

for (const [how, options] of WITH_AND_WITHOUT_SCRIPT) {
  describe(how, () => {
    let page;
    let check;

    before(async () => {
      page = await openPage(browser, options);
      await remember(page, server.url, { region: 'UK' });
      check = new CheckPage(page, server.url);
    });

    after(() => page.context().close());

    test('names no baby where there is none', async () => {
      await check.open();
      await check.answer('who', 'alone');
      await check.turn(() => page.locator('.foot .help-now').click());
      assert.equal(await check.heading(), 'Help now');
      assert.doesNotMatch(await check.words(), /\bbab(y|ies)\b/i);
      assert.ok((await page.locator('main a[href="tel:999"]').count()) > 0);
    });

    test('leads back to the same question, with every answer and every tick', async () => {
      await check.open();
      await check.answer('who', 'both');
      await check.tick('faint.0');
      await check.turn(() => page.locator('.foot .help-now').click());
      await check.turn(() => page.locator('main [name=go][value=again]').click());
      assert.equal(await check.at(), 'parent_now');
      assert.deepEqual(await check.ticked(), ['faint.0']);
      assert.match(await check.kept(), /who=both/);
    });
  });
}
