/** The painkiller page as the phone draws it, in a browser: its script finds what it needs, and makes the same card as from the server's page. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openPage, startBrowser } from './browser.mjs';
import { startTwins } from './phone_twin.mjs';

let twins;
let browser;
before(async () => {
  twins = await startTwins('--region', 'UK');
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
  await twins?.stop();
});

const request = (findings) => ({ method: 'POST', path: '/painkillers', fields: [['kept', `who=parent;c.region=UK;${findings}`]] });

/** What stands in the card and in its foot, once the script has drawn them from a page. */
async function drawn(body, act = async () => {}) {
  const page = await openPage(browser);
  await page.route('**/painkillers', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }));
  await page.goto(`${twins.server.url}/painkillers`);
  await page.waitForSelector('[data-card][data-ready]');
  await act(page);
  const words = await page.evaluate(() => ['[data-card]', '[data-action]', '[data-plain]'].map((one) => document.querySelector(one)?.innerText ?? null));
  await page.context().close();
  return words;
}

test('the card is the same from either page', async () => {
  for (const findings of ['f.nsaid_caution=no;f.paracetamol_caution=no', 'f.nsaid_caution=yes;f.paracetamol_caution=no', 'f.pregnant=unsure?;f.paracetamol_caution=unsure?']) {
    const [there, here] = [(await twins.served(request(findings))).raw, twins.shown(request(findings)).raw];
    const cards = [await drawn(there), await drawn(here)];
    assert.deepEqual(cards[1], cards[0], findings);
    assert.ok(cards[1][0].length > 200);
    assert.equal(cards[1][2], null, 'the plain page is gone');
  }
});

test('the log opens and closes', async () => {
  const press = async (page) => {
    await page.locator('[data-log]').click();
    await page.waitForSelector('[data-card][data-view=form]');
  };
  const findings = 'f.nsaid_caution=no';
  const [there, here] = [(await twins.served(request(findings))).raw, twins.shown(request(findings)).raw];
  assert.deepEqual((await drawn(here, press)).slice(0, 2), (await drawn(there, press)).slice(0, 2));
});
