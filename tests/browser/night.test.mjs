/** Red night: no pixel of a drawing has green or blue above 40 % of its red, so that eyes stay used to the dark. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openPage, remember, startBrowser } from './browser.mjs';
import { KINDS, openKind } from './kinds.mjs';
import { startServer } from './server.mjs';

const SHARE_MAX = 0.4;
/** Nearly black is black: rounding at an edge is no light. */
const STEPS_FREE = 3;

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

/** Pixels of a picture that are too green or too blue, and how many there are in all. */
async function count(page, png) {
  return page.evaluate(async ([data, share, free]) => {
    const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
    const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
    canvas.drawImage(image, 0, 0);
    const { data: bytes } = canvas.getImageData(0, 0, image.width, image.height);
    let bad = 0;
    let lit = 0;
    for (let at = 0; at < bytes.length; at += 4) {
      if (bytes[at] > 100) lit += 1;
      if (Math.max(bytes[at + 1], bytes[at + 2]) > share * bytes[at] + free) bad += 1;
    }
    return { bad, lit, all: bytes.length / 4 };
  }, [png.toString('base64'), SHARE_MAX, STEPS_FREE]);
}

for (const tone of ['', '1', '5']) {
  for (const kind of ['session before its start', 'session running', 'session running without a clock', 'feed running', 'session stop rule']) {
    test(`${kind}${tone && `, skin ${tone}`}`, async () => {
      const page = await openPage(browser);
      await remember(page, server.url, { theme: 'red', ...(tone && { tone }) });
      const [, open] = KINDS.find(([name]) => name === kind);
      await openKind(page, server.url, open);
      await page.waitForLoadState('load');
      assert.equal(await page.getAttribute('html', 'data-theme'), 'red');
      const shot = await page.screenshot();
      const blank = await browser.newPage();
      const { bad, lit, all } = await count(blank, shot);
      await blank.close();
      assert.ok(lit > 1000, 'something is shown');
      assert.equal(bad, 0, `${bad} of ${all} pixels`);
      await page.context().close();
    });
  }
}
