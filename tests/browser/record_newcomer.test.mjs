/** A newcomer's first evening: a household, a feed, a pump and a nappy, the side corrected, the day looked at; by thumb, then all of it again without a network. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openPage, startBrowser } from './browser.mjs';
import { household, pulled, settled } from './household.mjs';
import { startServer } from './server.mjs';
import { startTap } from './wire_tap.mjs';

let browser;
let server;
let tap;
let page;

before(async () => {
  browser = await startBrowser();
  server = await startServer('--region', 'UK');
  tap = await startTap(server.url);
  page = await openPage(browser, { hasTouch: true, serviceWorkers: 'allow' });
  await household(page, tap.url, server);
  await settled(page);
});
after(async () => {
  await browser?.close();
  await tap?.stop();
  await server?.stop();
});

const press = (name, role = 'button') => Promise.all([page.waitForNavigation(), page.getByRole(role, { name, exact: true }).first().tap()]);
const rows = () => page.locator('ol.day a[href^="/entry/"]').count();

/** A feed on the left that was on the right, a nappy, a pump: nothing typed but one amount. */
async function evening() {
  await page.goto(`${tap.url}/`);
  await Promise.all([page.waitForNavigation(), page.locator('.side.left').tap()]);
  await press('End feed');
  await press('It was the other side');
  await page.goto(`${tap.url}/log/nappy`);
  await press('Wet and dirty');
  await page.goto(`${tap.url}/log/pump`);
  await page.locator('input[name^="left.value"], input[name^="left"][inputmode=decimal]').first().fill('40');
  await press('Save');
  await page.goto(`${tap.url}/day`);
}

test('with a network', async () => {
  await evening();
  assert.equal(await rows(), 3);
});

test('and without one: the same, and all of it reaches the server when there is one', async () => {
  tap.cut();
  await evening();
  assert.equal(await rows(), 6);
  assert.match(await page.locator('main').innerText(), /waits for network/);
  tap.mend();
  await page.goto(`${tap.url}/`);
  await page.evaluate(async () => {
    const entries = async () => new Set((await (await fetch('/record/pull?since=0')).json()).revisions.map(({ received }) => received.revision.entry)).size;
    while ((await entries()) < 6) await new Promise((later) => setTimeout(later, 50));
  });
  const feeds = (await pulled(page)).revisions.map(({ received }) => received.revision).filter(({ content }) => content.kind === 'feed');
  assert.equal(feeds.at(-1).content.last_side, 'right', 'the corrected side is what the server has');
});
