/** Logging with a thumb on a small phone, with scripts and without: two taps for a nappy, and everything can be corrected and taken back. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { axeOf, openPage, startBrowser, WITH_AND_WITHOUT_SCRIPT } from './browser.mjs';
import { startHome } from './household.mjs';
import { tooSmall, tooWide } from './measure.mjs';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

let home;
let browser;

before(async () => {
  home = await startHome();
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
  await home?.stop();
});

/** A phone of the owner: touched, and drawn by the server. */
async function phone(more = {}) {
  const page = await openPage(browser, { hasTouch: true, isMobile: true, serviceWorkers: 'block', ...more });
  await home.signIn(page.context());
  return page;
}
/** Presses what leads to another page, and waits for it. */
const tap = (page, name, role = 'button') => Promise.all([page.waitForNavigation(), page.getByRole(role, { name, exact: true }).first().tap()]);
/** The entry that was saved, from where the form led. */
const saved = async (page) => {
  await page.waitForURL(/saved=/);
  return new URL(page.url()).searchParams.get('saved');
};

for (const [how, more] of WITH_AND_WITHOUT_SCRIPT) {
  describe(how, () => {
    let page;
    before(async () => {
      page = await phone(more);
    });

    test('a nappy takes two taps', async () => {
      await page.goto(`${home.url}/log`);
      await tap(page, 'Nappy', 'link');
      await tap(page, 'Wet and dirty');
      await page.goto(`${home.url}/entry/${await saved(page)}`);
      assert.match(await page.locator('h1').innerText(), /Nappy, wet and dirty/);
    });

    test('a bottle, with its milk and unit as they were chosen', async () => {
      await page.goto(`${home.url}/log/bottle`);
      await page.getByRole('textbox', { name: 'How much from the bottle' }).fill('3,5');
      await page.getByText('oz', { exact: true }).tap();
      await page.getByText('Donor milk', { exact: true }).tap();
      await tap(page, 'Save');
      await page.goto(`${home.url}/entry/${await saved(page)}`);
      assert.match(await page.locator('h1').innerText(), /3,5\soz \(104\sml\), donor milk/);
    });

    test('a place on the breast is pressed as in a mirror, and read back as it was meant', async () => {
      await page.goto(`${home.url}/log/symptom`);
      const ring = page.locator('.ring');
      assert.ok(!(await ring.isVisible()), 'first the side');
      for (const [side, picture, words] of [['Left', 10, 'upper outer'], ['Right', 2, 'upper outer'], ['Right', 10, 'upper inner']]) {
        await page.locator('.two-sides').getByText(side, { exact: true }).tap();
        await page.locator(`.s${picture} label`).tap();
        assert.match(await page.locator(`.s${picture} label`).innerText(), new RegExp(`${side}, ${words}`));
      }
      await page.locator('.two-sides').getByText('Left', { exact: true }).tap();
      await page.locator('.score label', { hasText: /^4$/ }).tap();
      await tap(page, 'Save');
      await page.goto(`${home.url}/entry/${await saved(page)}`);
      assert.match(await page.locator('h1').innerText(), /upper outer, toward the armpit/);
      assert.ok(await page.locator('input[value="10"][name="place:place"]').isChecked());
      assert.match(await page.locator('main').innerText(), /Pain 4/);
    });

    test('a slip is asked back, and what was meant is one tap away', async () => {
      await page.goto(`${home.url}/log/temperature`);
      if (more.javaScriptEnabled !== false) {
        await page.getByRole('button', { name: '0.1 higher' }).click();
        await page.getByRole('button', { name: '0.1 higher' }).click();
        await page.getByRole('button', { name: '0.1 lower' }).click();
        assert.equal(await page.getByRole('textbox', { name: 'Temperature' }).inputValue(), '37.0');
      }
      await page.getByRole('textbox', { name: 'Temperature' }).fill('380');
      await tap(page, 'Save');
      assert.match(await page.getByRole('alert').innerText(), /380\s°C is outside what a thermometer shows\.\s+Did you mean 38\.0\s°C/);
      assert.equal(await page.getByRole('textbox', { name: 'Temperature' }).inputValue(), '380', 'nothing is lost');
      await tap(page, 'Save what was meant');
      await page.goto(`${home.url}/entry/${await saved(page)}`);
      assert.match(await page.locator('h1').innerText(), /38\.0\s°C, you/);
    });

    test('a feed is corrected, put into the bin and taken out again', async () => {
      await page.goto(`${home.url}/log/feed`);
      await page.getByLabel('Left, minutes').fill('18');
      await tap(page, 'Save');
      const id = await saved(page);
      await page.goto(`${home.url}/entry/${id}`);
      await tap(page, 'Swap left and right');
      assert.equal(await page.getByLabel('Right, minutes').inputValue(), '18');
      await page.getByLabel('Right, minutes').fill('9:30');
      await tap(page, 'Save the change');
      await saved(page);
      assert.match(await page.getByRole('status').filter({ hasText: 'Saved' }).innerText(), /right 9 min/);
      await page.goto(`${home.url}/entry/${id}`);
      assert.match(await page.locator('details.after').textContent(), /18 min/, 'what it was before is there');
      await tap(page, 'Put in the bin');
      assert.match(await page.locator('.saved').innerText(), /^In the bin: Feed/);
      await tap(page, 'Undo');
      assert.match(await page.locator('.saved').innerText(), /^Saved: Feed, right 9 min/);
      assert.equal(await page.locator(`a[href="/entry/${id}"]`).count(), 1, 'it is on its day again');
      await tap(page, 'Undo');
      assert.match(await page.locator('.saved').innerText(), /^In the bin: Feed/, 'an undo can be undone');
      await page.goto(`${home.url}/day`);
      assert.equal(await page.locator(`a[href="/entry/${id}"]`).count(), 0);
      await page.goto(`${home.url}/bin`);
      await tap(page, 'Take out of the bin');
      await page.goto(`${home.url}/day`);
      assert.equal(await page.locator(`a[href="/entry/${id}"]`).count(), 1);
    });

    test('the day has what was logged, one kind alone, and finds a note without an address that tells', async () => {
      await page.goto(`${home.url}/log/note`);
      await page.getByRole('radio', { name: 'You' }).check({ force: true });
      await page.getByLabel('Note').fill(`remember the ${how} pump`);
      await tap(page, 'Save');
      await saved(page);
      await page.goto(`${home.url}/day`);
      assert.match(await page.locator('.day').innerText(), /Nappy, wet and dirty/);
      await page.locator('summary', { hasText: 'Show only' }).tap();
      await Promise.all([page.waitForNavigation(), page.locator('.only').getByText('Nappy').tap()]);
      assert.doesNotMatch(await page.locator('.day').innerText(), /°C/);
      await page.getByRole('searchbox').fill(`${how} PUMP`);
      await tap(page, 'Search');
      assert.match(await page.locator('.help').innerText(), /1 found/);
      assert.equal(new URL(page.url()).search, '');
    });
  });
}

/** What axe finds, in short lines. */
async function faults(axe) {
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 120)} ${node.failureSummary?.split('\n')[1] ?? ''}`));
}

test('every page can be read, hit and reached in three themes', async () => {
  const page = await phone();
  await page.goto(`${home.url}/day`);
  const entry = await page.locator('.day a.head-of').first().getAttribute('href');
  const forms = ['nappy', 'feed', 'bottle', 'pump', 'symptom', 'temperature', 'medicine', 'sleep', 'stock', 'mood', 'note'];
  for (const path of ['/log', ...forms.map((name) => `/log/${name}`), '/day', entry, '/bin']) {
    await page.goto(home.url + path);
    for (const details of await page.locator('details:not([open]) > summary').all()) await details.tap();
    const left = page.locator('.two-sides').first().getByText('Left', { exact: true });
    if (path === '/log/symptom') await left.tap();
    assert.deepEqual(await tooSmall(page), [], `${path}: targets`);
    // At the end of the page the foot hides nothing that a thumb could not reach.
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    for (const theme of ['day', 'dark', 'red']) {
      await page.evaluate((chosen) => (document.documentElement.dataset.theme = chosen), theme);
      const axe = axeOf(page);
      const chosen = theme === 'day' ? axe.withTags(TAGS) : axe.withRules(['color-contrast', 'link-in-text-block']);
      assert.deepEqual(await faults(chosen), [], `${path} ${theme}`);
    }
    for (const width of [320, 360, 768, 1200]) {
      await page.setViewportSize({ width, height: 640 });
      assert.deepEqual(await tooWide(page), [], `${path}: ${width} wide`);
    }
    await page.setViewportSize({ width: 360, height: 640 });
  }
});

test('an entry that is not there and one of another household are told alike', async () => {
  const other = await (await fetch(`${home.url}/entry/01990000-0000-7000-8000-000000000001`, { headers: { cookie: home.cookie } })).text();
  const none = await (await fetch(`${home.url}/entry/nothing`, { headers: { cookie: home.cookie } })).text();
  assert.equal(other, none);
  const out = await fetch(`${home.url}/day`, { redirect: 'manual' });
  assert.deepEqual([out.status, out.headers.get('location')], [303, '/sign-in']);
});
