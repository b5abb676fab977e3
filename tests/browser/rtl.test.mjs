/** Pages that are written from right to left, in the test language: nothing stands out, nothing is left untranslated, and left stays left. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { axeOf, openPage, remember, startBrowser } from './browser.mjs';
import { KINDS, openKind } from './kinds.mjs';
import { tooWide } from './measure.mjs';
import { startServer } from './server.mjs';
import { cutOff, latin, mirrored, PARTS, places } from './text_measure.mjs';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
/** Where colour says something that shape must say too. */
const COLOURED = ['result 6', 'feed running', 'painkillers with doses'];

let server;
let browser;

before(async () => {
  server = await startServer('--region', 'UK', '--language', 'ar-XB');
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

const wayTo = (kind) => KINDS.find(([name]) => name === kind)[1];

async function faults(axe) {
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 120)}`));
}

/** A page of its own, opened at a kind. */
async function opened(kind) {
  const page = await openPage(browser);
  await openKind(page, server.url, wayTo(kind));
  return page;
}

describe('from right to left', () => {
  let page;
  before(async () => {
    page = await openPage(browser);
  });

  for (const kind of PARTS) {
    test(kind, async () => {
      await openKind(page, server.url, wayTo(kind));
      assert.equal(await page.evaluate(() => getComputedStyle(document.body).direction), 'rtl');
      assert.deepEqual(await tooWide(page), [], 'stands out');
      assert.deepEqual(await cutOff(page), [], 'cut off');
      assert.deepEqual(await latin(page), [], 'untranslated');
      // At the end of the page the foot hides nothing that a thumb could not reach.
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      assert.deepEqual(await faults(axeOf(page).withTags(TAGS)), []);
      for (const theme of COLOURED.includes(kind) ? ['dark', 'red'] : []) {
        await page.evaluate((chosen) => (document.documentElement.dataset.theme = chosen), theme);
        assert.deepEqual(await faults(axeOf(page).withRules(['color-contrast'])), [], theme);
      }
    });
  }
});

test('her left is on the left, wherever a side is chosen', async () => {
  for (const [kind, left, right] of [['feed running', '.side.left', '.side.right'], ['session before its start', '[value=left]', '[value=right]']]) {
    const page = await opened(kind);
    const [one, other] = await Promise.all([left, right].map((side) => page.locator(side).boundingBox()));
    assert.ok(one.x + one.width <= other.x, kind);
    await page.context().close();
  }
});

test('bodies and clocks are not mirrored, arrows and progress are', async () => {
  const page = await opened('session running');
  // One side is drawn as the mirror image of the other, in every language.
  const flipped = await page.locator('[data-current] .drawing').evaluate((one) => one.matches('.flip'));
  assert.equal(await mirrored(page, '[data-current] .drawing'), flipped);
  assert.equal(await mirrored(page, '[data-current] .ring'), false);
  assert.equal(await mirrored(page, 'use[href="#i-skip"]'), true);
  assert.equal(await mirrored(page, 'use[href="#i-pause"]'), false);
  assert.equal(await mirrored(page, '[data-back] use'), true);
  const [line, node] = await Promise.all(['.progress > svg', '.progress .node'].map((part) => page.locator(part).boundingBox()));
  assert.ok(node.x > line.x + line.width / 2, 'progress begins on the right');
  await page.context().close();
});

test('numbers keep their order among the letters', async () => {
  const page = await openPage(browser);
  for (const [region, path, number] of [['UK', '/help', '116 123'], ['US', '/help', '1-833-852-6262'], ['UK', '/read/milk_storage', '-18 °C'], ['UK', '/', '4']]) {
    await remember(page, server.url, { region });
    await page.goto(server.url + path);
    const found = await places(page, number);
    assert.equal(found.length, number.length, `${number} is shown`);
    assert.deepEqual(found, found.toSorted((one, other) => one - other), number);
  }
  await page.context().close();
});
