/** Text at 200 % on a small phone, from left to right and from right to left: nothing scrolls sideways, no words are cut, and every control can be hit. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openPage, startBrowser } from './browser.mjs';
import { KINDS, openKind } from './kinds.mjs';
import { tooWide } from './measure.mjs';
import { startServer } from './server.mjs';
import { cutOff, outOfReach, PARTS } from './text_measure.mjs';

let browser;

before(async () => {
  browser = await startBrowser({ textPercent: 200 });
});

after(() => browser?.close());

for (const language of ['en', 'ar-XB']) {
  describe(`text at 200 %, ${language}`, () => {
    let server;
    let page;
    before(async () => {
      server = await startServer('--region', 'UK', '--language', language);
      page = await openPage(browser);
    });
    after(async () => {
      await page?.context().close();
      await server?.stop();
    });

    for (const kind of PARTS) {
      test(kind, async () => {
        await openKind(page, server.url, KINDS.find(([name]) => name === kind)[1]);
        assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize), '32px');
        assert.deepEqual(await tooWide(page), [], 'stands out');
        assert.deepEqual(await cutOff(page), [], 'cut off');
        assert.deepEqual(await outOfReach(page), [], 'out of reach');
      });
    }
  });
}
