/** People of a household in two browsers: invited by a link, seen at what they log, removed at once; every page of them in every theme. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axeOf, openPage, PHONE, startBrowser } from './browser.mjs';
import { tooSmall, tooWide } from './measure.mjs';
import { startServer } from './server.mjs';

const PASSWORD = 'a-very-long-night';
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
const CODE = /first owner: (\S+)/;

let server;
let browser;
let large;
let owner;

before(async () => {
  server = await startServer('--region', 'UK');
  browser = await startBrowser();
  large = await startBrowser({ textPercent: 200 });
  owner = await openPage(browser);
  await begin(owner);
});
after(async () => {
  await large?.close();
  await browser?.close();
  await server?.stop();
});

/** Clicks on what leads to another page, and is back when that page is there. */
async function follow(page, what) {
  const there = page.waitForEvent('load');
  await what.click();
  await there;
}
const press = (page, name) => follow(page, page.getByRole('button', { name, exact: true }));

/** The first owner with a baby, past her codes. */
async function begin(page) {
  await page.goto(`${server.url}/keep`);
  await page.getByLabel('Code of this server').fill(CODE.exec(server.said())[1]);
  await page.getByLabel('What the others call you').fill('Ana');
  await page.getByLabel('Name or email to sign in with').fill('ana');
  await page.getByLabel(/^Password/).fill(PASSWORD);
  await page.getByLabel('Baby’s name').fill('Noa');
  await page.getByLabel('Day of birth').fill('2026-11-01');
  await press(page, 'Begin the record');
  await page.locator('.codes').waitFor();
  assert.equal(await page.locator('.codes li').count(), 8);
}

/** The owner asks for a link for somebody: what the page shows once. */
async function invite(name, role) {
  await owner.goto(`${server.url}/people/invite`);
  await owner.getByLabel('Name', { exact: true }).fill(name);
  await owner.locator('label', { hasText: role }).click();
  await press(owner, 'Make the invitation');
  return owner.locator('.once').innerText();
}

/** What a phone sends when a nappy is logged. */
function push(page, baby) {
  return page.evaluate(async (subject) => {
    const id = () => { const hex = [...crypto.getRandomValues(new Uint8Array(16))].map((one) => one.toString(16).padStart(2, '0')).join(''); return `01990000-${hex.slice(0, 4)}-7${hex.slice(4, 7)}-8${hex.slice(7, 10)}-${hex.slice(10, 22)}`; };
    const now = Date.now();
    const content = { subject: { baby: subject }, at: { at_ms: now, zone: 'UTC', offset_s: 0 }, kind: 'nappy', wet: true };
    const lot = { device: id(), sent_at_ms: now, revisions: [{ id: id(), entry: id(), made_at_ms: now, content }] };
    const answer = await fetch('/record/push', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(lot) });
    return { status: answer.status, said: await answer.json() };
  }, baby);
}

const pull = (page) => page.evaluate(() => fetch('/record/pull?since=0').then((answer) => answer.json()));

test('a helper joins by a link, logs, is seen by name, is removed, and her next page is the sign-in', async () => {
  const link = await invite('Sam', 'Helper');
  const helper = await openPage(browser);
  await helper.goto(link);
  assert.equal(await helper.getByLabel('What the others call you').inputValue(), 'Sam');
  await helper.locator('form', { hasText: 'I am new here' }).getByLabel('Name or email to sign in with').fill('sam');
  await helper.getByLabel('Password, 10 letters or more').fill(PASSWORD);
  await press(helper, 'Join');
  await follow(helper, helper.getByRole('link', { name: 'I have them: go on' }));
  const { household } = await pull(helper);
  const { status, said } = await push(helper, household.babies[0].id);
  assert.equal(status, 200);
  assert.equal(said.taken.length, 1);

  const seen = await pull(owner);
  const by = seen.revisions.at(-1).received.by;
  assert.equal(seen.household.people.find(({ id }) => id === by).name, 'Sam');

  await owner.goto(`${server.url}/people`);
  await follow(owner, owner.getByRole('link', { name: /^Sam/ }));
  await follow(owner, owner.getByRole('link', { name: 'Remove from this record' }));
  await press(owner, 'Remove Sam');
  assert.match(await owner.locator('main').innerText(), /No longer here\s+Sam/);

  await helper.goto(`${server.url}/household`);
  assert.equal(new URL(helper.url()).pathname, '/sign-in');
  assert.equal((await push(helper, household.babies[0].id)).status, 401);
  await helper.goto(link);
  assert.equal(await helper.locator('h1').innerText(), 'This invitation is over');
  await helper.context().close();
});

test('the picture of the link is dark on white in every theme, so that a camera reads it', async () => {
  await invite('Kim', 'Parent');
  for (const theme of ['day', 'dark', 'red']) {
    await owner.evaluate((chosen) => (document.documentElement.dataset.theme = chosen), theme);
    const colours = await owner.locator('.qr path').evaluateAll((all) => all.map((one) => getComputedStyle(one).fill));
    assert.deepEqual(colours, ['rgb(255, 255, 255)', 'rgb(0, 0, 0)'], theme);
  }
});

/** Each page of these, and how the owner comes to it. */
const at = (path) => async (page) => page.goto(server.url + path);
const first = (path, start) => async (page) => {
  await page.goto(server.url + path);
  await follow(page, page.locator(`main a[href^="${start}"]`).first());
};
const PAGES = [
  ['household', at('/household')], ['people', at('/people')], ['invite', at('/people/invite')], ['babies', at('/babies')],
  ['a baby more', at('/babies/add')], ['privacy', at('/privacy')], ['browsers', at('/sessions')], ['password', at('/password')],
  ['new codes', at('/codes')], ['settings', at('/settings')], ['deletion', at('/household/delete')], ['records', at('/households')],
  ['recovery', at('/recover')], ['sign-in', at('/sign-in')], ['after a loss', at('/loss')], ['an invitation that is over', at('/join/0')],
  ['a person', first('/people', '/people/0')], ['a baby', first('/babies', '/babies/0')],
  ['removal', async (page) => { await first('/people', '/people/0')(page); await follow(page, page.locator('main a[href$="/remove"]')); }],
  ['a death', async (page) => { await first('/babies', '/babies/0')(page); await follow(page, page.locator('main a[href$="/died"]')); }],
  ['an invitation', async (page) => page.goto(await invite('Mia', 'Helper'))],
  ['a fault', async (page) => { await page.goto(`${server.url}/password`); await page.getByLabel('Your password now').fill('x'); await page.getByLabel(/^New password/).fill('a-new-long-night'); await press(page, 'Save'); }],
];

async function faults(axe) {
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`));
}

for (const [name, go] of PAGES) {
  test(`${name}: read by everybody, hit by a thumb, never too wide`, async () => {
    await owner.setViewportSize(PHONE);
    await go(owner);
    assert.deepEqual(await tooSmall(owner), [], 'targets');
    // At the end of the page the foot hides nothing that a thumb could not reach.
    await owner.evaluate(() => scrollTo(0, document.body.scrollHeight));
    for (const theme of ['day', 'dark', 'red']) {
      await owner.evaluate((chosen) => (document.documentElement.dataset.theme = chosen), theme);
      const axe = axeOf(owner);
      assert.deepEqual(await faults(theme === 'day' ? axe.withTags(TAGS) : axe.withRules(['color-contrast', 'link-in-text-block'])), [], theme);
    }
    for (const width of [320, 360, 768, 1200]) {
      await owner.setViewportSize({ width, height: PHONE.height });
      assert.deepEqual(await tooWide(owner), [], `${width} wide`);
    }
  });
}

test('with text at 200 % nothing stands out of a page', async () => {
  const page = await openPage(large, { storageState: await owner.context().storageState() });
  for (const [name, go] of PAGES.filter(([one]) => !['an invitation', 'a fault'].includes(one))) {
    await go(page);
    for (const width of [320, 360]) {
      await page.setViewportSize({ width, height: PHONE.height });
      assert.deepEqual(await tooWide(page), [], `${name}, ${width} wide`);
    }
    await page.setViewportSize(PHONE);
  }
  await page.context().close();
});
