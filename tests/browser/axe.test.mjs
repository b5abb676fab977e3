/** Every kind of page: accessible in every theme, never too wide, never too small to hit, and wholly in reach of the keyboard. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { axeOf, openPage, PHONE, remember, startBrowser } from './browser.mjs';
import { KINDS, openKind } from './kinds.mjs';
import { focused, markReachable, tooSmall, tooWide } from './measure.mjs';
import { startServer } from './server.mjs';

const WIDTHS = [320, 360, 768, 1200];
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

let server;
let browser;
let large;

before(async () => {
  server = await startServer('--region', 'UK');
  browser = await startBrowser();
  large = await startBrowser({ textPercent: 200 });
});

after(async () => {
  await large?.close();
  await browser?.close();
  await server?.stop();
});

/** What axe finds, in short lines. */
async function faults(axe) {
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 120)} ${node.failureSummary?.split('\n')[1] ?? ''}`));
}

/** Presses Tab through the whole page and once around. */
async function tabAround(page) {
  const count = await markReachable(page);
  const reached = new Set();
  for (let press = 0; press < count + 4 && reached.size < count; press += 1) {
    await page.keyboard.press('Tab');
    const here = await focused(page);
    if (here === null) continue;
    reached.add(here.wanted);
    assert.ok(here.visible, `the focus cannot be seen: ${here.name}`);
    assert.ok(!here.under, `the focus is under the foot: ${here.name}`);
  }
  assert.equal(reached.size, count, `Tab reaches ${reached.size} of ${count}`);
}

describe('a page on a phone', () => {
  let page;
  before(async () => {
    page = await openPage(browser);
  });

  for (const [name, go] of KINDS) {
    test(name, async () => {
      await page.setViewportSize(PHONE);
      await openKind(page, server.url, go);
      assert.deepEqual(await tooSmall(page), [], 'targets');
      await tabAround(page);
      // At the end of the page the foot hides nothing that a thumb could not reach.
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      for (const theme of ['day', 'dark', 'red']) {
        await page.evaluate((chosen) => (document.documentElement.dataset.theme = chosen), theme);
        const axe = axeOf(page);
        const chosen = theme === 'day' ? axe.withTags(TAGS) : axe.withRules(['color-contrast', 'link-in-text-block']);
        assert.deepEqual(await faults(chosen), [], theme);
      }
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: PHONE.height });
        assert.deepEqual(await tooWide(page), [], `${width} wide`);
      }
    });
  }
});

describe('a page with text at 200 %', () => {
  let page;
  before(async () => {
    page = await openPage(large);
  });

  for (const [name, go] of KINDS) {
    test(name, async () => {
      await page.setViewportSize(PHONE);
      await openKind(page, server.url, go);
      assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize), '32px');
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: PHONE.height });
        assert.deepEqual(await tooWide(page), [], `${width} wide`);
      }
    });
  }
});

test('the theme that was chosen before is there in the first byte', async () => {
  const page = await openPage(browser);
  await remember(page, server.url, { theme: 'red' });
  await page.goto(server.url);
  assert.equal(await page.getAttribute('html', 'data-theme'), 'red');
  await page.context().close();
});
