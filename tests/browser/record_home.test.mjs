/**
 * Home with a record, by thumb: a feed is begun, switched, paused, ended and taken back, with and without scripts; it outlives the server; and
 * a second phone sees it without being touched.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { open } from '../../browser/phone/book.js';
import { handle } from '../../browser/phone/record/home.js';
import { axeOf, openPage, remember, startBrowser, WITH_AND_WITHOUT_SCRIPT } from './browser.mjs';
import { bring, household, press, withRecord } from './household.mjs';
import { tooSmall, tooWide } from './measure.mjs';
import { startServer } from './server.mjs';

const MINUTE_MS = 60_000;
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
/** The pages are the server's here: what the phone draws is held against them elsewhere. */
const THUMB = { hasTouch: true, isMobile: true, serviceWorkers: 'block' };

const ROWS = readFileSync(new URL('../cases/record_home.ndjson', import.meta.url), 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line));

let browser;
before(async () => { browser = await startBrowser(); });
after(() => browser?.close());

const heading = (page) => page.locator('h1').innerText();
const words = async (page, what) => (await page.locator(what).allInnerTexts()).join(' ').replace(/\s+/g, ' ').trim();
const act = (name) => `main button[name=act][value=${name}]`;
/** A window in which nothing lies under the foot that she would scroll away. */
const HIGH = { width: 360, height: 2_400 };
/** What axe finds, in short lines. The first screen is as high as its content here, or what follows it would lie under the foot at any height. */
async function faults(page) {
  await page.evaluate(() => document.querySelector('.first')?.style.setProperty('min-height', '0'));
  const { violations } = await axeOf(page).withTags(TAGS).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

/** What a phone of this server has. */
async function bookOf(url) {
  const version = /\/static\/([^/]+)\/app\.css/.exec(await (await fetch(url)).text())[1];
  return withRecord(open(await (await fetch(`${url}/phone/${version}/book.json`)).json(), version), url);
}
const UNDO = '[data-toast] button';

for (const [how, options] of WITH_AND_WITHOUT_SCRIPT) {
  describe(`a feed by thumb, ${how}`, () => {
    let home;
    let page;
    before(async () => {
      home = await startServer('--region', 'UK');
      page = await openPage(browser, { ...THUMB, ...options });
      await household(page, home.url, home);
    });
    after(() => Promise.all([page?.context().close(), home?.stop()]));

    test('before any feed no side is next', async () => {
      assert.match(await heading(page), /Noa, 19 days\. Last feed\s+No feed yet/);
      assert.equal(await page.locator('.side.now').count(), 0);
      assert.equal(await words(page, '.side.left'), 'Begin Left');
      assert.equal(await page.locator('main a[href="/check"]').first().isVisible(), true, 'the way to the check is in reach');
    });

    test('left, switch, pause, and each says what it did', async () => {
      await press(page, act('left'));
      assert.equal(await heading(page), 'Left side');
      assert.equal(await page.locator('.side.left').getAttribute('aria-pressed'), 'true');
      assert.equal(await words(page, '.side.right'), 'Switch to Right');
      assert.equal(await words(page, '[data-toast] span'), 'Feed runs: Left side');
      await press(page, act('right'));
      assert.equal(await heading(page), 'Right side');
      await press(page, act('pause'));
      assert.equal(await heading(page), 'Paused: Right side');
    });

    test('undo goes back one press, the other side is one press away', async () => {
      await press(page, UNDO);
      assert.equal(await heading(page), 'Right side');
      await press(page, act('swap'));
      assert.equal(await heading(page), 'Left side');
    });

    test('the server is killed while it runs: it runs on', async () => {
      await home.crash();
      await page.goto(home.url);
      assert.equal(await heading(page), 'Left side');
      assert.match(await words(page, '.began'), /^since \d\d:\d\d$/);
    });

    test('it is ended without a question, and the other side is next', async () => {
      await press(page, act('end'));
      assert.match(await heading(page), /Last feed\s+A moment ago/);
      assert.match(await words(page, '[data-toast] span'), /^Feed saved/);
      assert.match(await words(page, '.row-saved'), /Feed saved.*Undo/);
      assert.equal(await words(page, '.side.now'), 'Next side Right');
      assert.match(await words(page, '.counts'), /Today: 1 feed/);
    });

    test('ended by mistake: undo, and it runs', async () => {
      await press(page, UNDO);
      assert.equal(await heading(page), 'Left side');
      await press(page, act('end'));
    });

    test('begun by mistake: undo puts it into the bin, and undo takes it out again', async () => {
      await press(page, act('right'));
      await press(page, UNDO);
      assert.equal(await words(page, '[data-toast] span'), 'Taken back. It is in the bin');
      assert.match(await heading(page), /Last feed/);
      await press(page, UNDO);
      assert.equal(await heading(page), 'Right side');
      await press(page, act('end'));
    });

    test('the same start twice at once is one feed', async () => {
      const form = await page.locator('form.begin [name=baby]').getAttribute('value');
      const twice = () => page.context().request.post(`${home.url}/feed`, { form: { baby: form, act: 'left' }, headers: { origin: home.url }, maxRedirects: 0 });
      const answers = await Promise.all([twice(), twice(), twice()]);
      const places = new Set(answers.map((answer) => answer.headers().location));
      assert.equal(places.size, 1, [...places].join(' '));
      await page.goto(home.url);
      assert.match(await words(page, '.thumb'), /Feeding now Left/);
      await press(page, act('end'));
      assert.match(await words(page, '.counts'), /Today: 3 feeds/);
    });

    test('the pump runs beside a feed', async () => {
      await press(page, act('left'));
      await press(page, '.pump-begin button[value=right]');
      assert.equal(await heading(page), 'Left side');
      assert.match(await words(page, '.timer-strip h2'), /Pump: Right side/);
      await press(page, '.timer-strip button[value=end]');
      assert.equal(await page.locator('.timer-strip').count(), 0);
      await press(page, act('end'));
    });
  });
}

describe('two phones', () => {
  let home;
  let pages;
  before(async () => {
    home = await startServer('--region', 'UK');
    const first = await openPage(browser, THUMB);
    await household(first, home.url, home);
    const second = await openPage(browser, THUMB);
    await second.context().addCookies(await first.context().cookies());
    await second.goto(home.url);
    pages = [first, second];
  });
  after(() => Promise.all([...(pages ?? []).map((page) => page.context().close()), home?.stop()]));

  test('what one begins the other shows without being touched', async (t) => {
    const [first, second] = pages;
    let loads = 0;
    second.on('load', () => { loads += 1; });
    const news = second.locator('h1', { hasText: 'Left side' });
    const from_ms = Date.now();
    await Promise.all([news.waitFor(), press(first, act('left'))]);
    t.diagnostic(`${Date.now() - from_ms} ms`);
    assert.equal(loads, 0, 'nothing was loaded again');
    await Promise.all([second.locator('h1', { hasText: 'Last feed' }).waitFor(), press(first, act('end'))]);
  });

  test('while a finger holds the toast nothing moves under it', async () => {
    const [first, second] = pages;
    await press(second, act('right'));
    await second.locator(UNDO).focus();
    await second.locator('h1', { hasText: 'Right side' }).waitFor();
    const heard = second.waitForResponse((answer) => answer.url() === `${home.url}/`);
    await first.goto(home.url);
    await press(first, act('pause'));
    await heard;
    assert.equal(await heading(second), 'Right side');
    await second.locator(UNDO).blur();
    await second.locator('h1', { hasText: 'Paused: Right side' }).waitFor();
  });

  test('the ring counts by the clock', async () => {
    const [first] = pages;
    await first.goto(home.url);
    await press(first, act('resume'));
    await first.clock.install();
    await first.reload();
    await first.clock.fastForward('12:05');
    assert.match(await words(first, '[data-time]'), /^12:\d\d$/);
    assert.match(await first.locator('.ring .turn').getAttribute('stroke-dasharray'), /^\d{1,2} 720$/, 'a turn is twelve minutes');
    assert.equal(await first.locator('[data-refresh]').isVisible(), false);
  });
});

describe('to look at', () => {
  let home;
  let page;
  before(async () => {
    home = await startServer('--region', 'UK');
    page = await openPage(browser, THUMB);
    await household(page, home.url, home);
  });
  after(() => Promise.all([page?.context().close(), home?.stop()]));

  const ENDED = { kind: 'feed', ago_ms: 130 * MINUTE_MS, left_s: 1_080, first_side: 'left', last_side: 'left', end_ms: Date.now() - 112 * MINUTE_MS };
  const RUNS = { kind: 'feed', ago_ms: 14 * MINUTE_MS, left_s: 365, open: true, first_side: 'left', last_side: 'right', running: { side: 'right', since_ms: Date.now() - 522_000 } };
  const STATES = [
    ['never fed', [], /No feed yet/],
    ['fed', [ENDED, { kind: 'nappy', wet: true, ago_ms: MINUTE_MS }], /2 h 10 min ago/],
    ['running, beside the pump', [RUNS, { kind: 'pump', of: 'parent', ago_ms: MINUTE_MS, open: true, last_side: 'left', running: { side: 'left', since_ms: Date.now() - MINUTE_MS } }], /Right side/],
    ['with an alarm', [{ kind: 'temperature', ago_ms: MINUTE_MS, amount: { value: '38.6', unit: 'c' } }], /Right side/],
  ];
  for (const [name, entries, title] of STATES) {
    test(`${name}: in every theme, at every width, for every finger`, async () => {
      await bring(page, home.url, entries);
      for (const theme of ['day', 'dark', 'red']) {
        await remember(page, home.url, { theme });
        await page.setViewportSize(HIGH);
        await page.goto(home.url);
        assert.match((await heading(page)).replace(/\s+/g, ' '), title);
        assert.deepEqual(await faults(page), [], theme);
      }
      for (const width of [320, 360, 768, 1200]) {
        await page.setViewportSize({ width, height: 640 });
        assert.deepEqual(await tooSmall(page), [], `targets at ${width}`);
        assert.deepEqual(await tooWide(page), [], `width ${width}`);
      }
      await page.setViewportSize({ width: 360, height: 640 });
    });
  }

  test('every state that home tells apart: nothing is too small, too wide or out of reach of a reader', async () => {
    const book = await bookOf(home.url);
    for (const { state, record, now_ms, saved } of ROWS) {
      const visitor = { theme: 'red', region: 'UK', tone: null };
      const { body } = handle({ book, query: saved ? [['saved', saved]] : [], visitor, now_ms, record });
      await page.route(`${home.url}/`, (route) => route.fulfill({ body, contentType: 'text/html; charset=utf-8' }));
      await page.setViewportSize(HIGH);
      await page.goto(home.url);
      assert.deepEqual(await faults(page), [], state);
      for (const width of [320, 360]) {
        await page.setViewportSize({ width, height: 640 });
        assert.deepEqual([await tooSmall(page), await tooWide(page)], [[], []], `${state} at ${width}`);
      }
      await page.unroute(`${home.url}/`);
    }
  });

  test('the alarm says when, and leads into the check with what is known', async () => {
    await page.setViewportSize({ width: 360, height: 640 });
    await page.goto(home.url);
    assert.match(await words(page, '.alarm .banner'), /^Noa: Emergency, now Call 999/);
    await press(page, '.alarm button');
    assert.match(await words(page, 'main'), /Who worries you|Emergency|Right now/i);
    assert.match(await page.locator('[name=kept]').first().inputValue(), /f\.b_fever=/);
  });
});
