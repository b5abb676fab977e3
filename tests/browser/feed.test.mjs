/** The feed timer: two sides, honest minutes, nothing kept elsewhere, and what it offers when it is over. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openPage, startBrowser, WITH_AND_WITHOUT_SCRIPT } from './browser.mjs';
import { AFTER_LOSS, SORE, withFindings } from './cases.mjs';
import { answers, earlier, go, nowS, ReliefPage, TOUCHED, turn, way } from './relief_page.mjs';
import { startServer } from './server.mjs';

const TIMER = '/feed-timer';
const LIGHT_TOUCH = '/session/light_touch';

let server;
let browser;
const kept = {};

before(async () => {
  server = await startServer('--region', 'UK');
  browser = await startBrowser();
  const page = await openPage(browser);
  const people = {
    sore: SORE,
    fever: withFindings(SORE, { temp: 'fever', fever_hours: 'lt12' }),
    loss: AFTER_LOSS,
  };
  for (const [name, person] of Object.entries(people)) kept[name] = await answers(page, server.url, person);
  // The check does not ask for the age; whoever has said it need not say it again.
  kept.adult = `${kept.sore};c.age_years=30`;
  await page.context().close();
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

describe('with script', () => {
  let page;
  let relief;
  let sent;

  const minute = (count) => page.clock.runFor(count * 60_000);
  const text = (selector) => page.locator(selector).innerText();
  const sides = () => text('[data-sides]');
  const pressed = async () => [await page.locator('.side.left').getAttribute('aria-pressed'), await page.locator('.side.right').getAttribute('aria-pressed')];

  /** A timer on a phone whose time stands still. */
  async function open(fields) {
    page = await openPage(browser, TOUCHED);
    await page.clock.install();
    relief = await new ReliefPage(page, server.url).open('/about');
    await page.clock.pauseAt(Date.now() + 60_000);
    if (fields) await relief.arrive(TIMER, fields);
    else await relief.open(TIMER);
    await page.waitForLoadState('load');
    sent = [];
    // The icon of the tab may come late.
    page.on('request', (request) => request.url().includes('/static/') || sent.push(request.url()));
  }

  async function close() {
    await page.context().close();
  }

  test('left, switch, stop: the minutes of each side are right, and one press never counts twice', async () => {
    await open();
    assert.equal(await page.locator('[data-feed-stop]').isDisabled(), true);
    await relief.tap('.side.left');
    await relief.tap('.side.left');
    assert.deepEqual(await pressed(), ['true', 'false']);
    assert.deepEqual([await text('.side.left [data-word]'), await text('.side.right [data-word]')], ['Running now', 'Switch to']);
    await minute(7);
    assert.deepEqual([await text('.timer'), await sides()], ['7:00', 'Left 7 min, right 0 min']);
    await relief.tap('.side.right');
    assert.deepEqual(await pressed(), ['false', 'true']);
    await minute(3);
    assert.deepEqual([await text('.timer'), await sides()], ['3:00', 'Left 7 min, right 3 min']);
    await relief.tap('.side.left');
    await minute(2);
    assert.deepEqual([await text('.timer'), await sides()], ['9:00', 'Left 9 min, right 3 min']);
    await relief.tap('[data-feed-stop]');
    await minute(30);
    assert.deepEqual([await text('.timer'), await sides()], ['12:00', 'Left 9 min, right 3 min']);
    assert.equal(await page.locator('[data-after]').isVisible(), true);
    await close();
  });

  test('the ring turns once in 12 minutes and begins again', async () => {
    await open();
    const drawn = () => page.evaluate(() => Number.parseFloat(getComputedStyle(document.querySelector('.feed .turn')).strokeDasharray));
    assert.equal(await drawn(), 0);
    await relief.tap('.side.left');
    for (const [minutes, share] of [[3, 25], [3, 50], [5, 91.6667], [1, 0], [3, 25]]) {
      await minute(minutes);
      assert.ok(Math.abs((await drawn()) - share) < 0.5, `${await drawn()} instead of ${share}`);
    }
    await close();
  });

  test('it goes on while the page is away or loaded again', async () => {
    await open();
    await relief.tap('.side.right');
    await minute(4);
    await page.reload();
    assert.equal(await sides(), 'Left 0 min, right 4 min');
    await relief.open('/about');
    await page.clock.fastForward(6 * 60_000);
    await relief.open(TIMER);
    assert.deepEqual([await text('.timer'), await sides()], ['10:00', 'Left 0 min, right 10 min']);
    assert.deepEqual(await pressed(), ['false', 'true']);
    await close();
  });

  test('what was stopped long ago is another feed: the next press begins at nought', async () => {
    await open();
    await relief.tap('.side.left');
    await minute(9);
    await relief.tap('[data-feed-stop]');
    await minute(50);
    assert.equal(await sides(), 'Left 9 min, right 0 min');
    await minute(11);
    await relief.tap('.side.right');
    await minute(2);
    assert.equal(await sides(), 'Left 0 min, right 2 min');
    await relief.tap('[data-feed-stop]');
    await relief.open('/about');
    await page.clock.fastForward(61 * 60_000);
    await relief.open(TIMER);
    assert.deepEqual([await sides(), await text('.timer')], ['Left 0 min, right 0 min', '0:00']);
    await close();
  });

  test('start over forgets all, here and on this phone', async () => {
    await open();
    await relief.tap('.side.right');
    await minute(4);
    await relief.tap('[data-feed-again]');
    assert.equal(await sides(), 'Left 0 min, right 0 min');
    await page.reload();
    assert.deepEqual([await sides(), await text('.timer')], ['Left 0 min, right 0 min', '0:00']);
    await close();
  });

  test('nothing about the feed goes over the wire', async () => {
    await open({ kept: kept.adult });
    await relief.tap('.side.left');
    await minute(5);
    await relief.tap('.side.right');
    await minute(5);
    await relief.tap('[data-feed-stop]');
    await minute(1);
    assert.deepEqual(sent, []);
    const bodies = [];
    page.on('request', (request) => bodies.push(request.postData() ?? ''));
    await relief.follow(way(LIGHT_TOUCH));
    assert.ok(bodies.some((body) => body.includes('kept=')), 'the answers are sent along');
    assert.ok(bodies.every((body) => !/feed=.|left%40|right%40/.test(body)), bodies.join('\n'));
    await close();
  });

  test('after the feed light touch is offered where its gate is open, and only then', async () => {
    await open({ kept: kept.adult });
    assert.equal(await page.locator(way(LIGHT_TOUCH)).first().isVisible(), false, 'not before the feed');
    await relief.tap('.side.left');
    await minute(5);
    assert.equal(await page.locator(way(LIGHT_TOUCH)).first().isVisible(), false, 'not during the feed');
    await relief.tap('[data-feed-stop]');
    assert.match(await relief.shown(), /After the feed If it is comfortable, light strokes for 5 minutes\. Comfort only: not proven\. Light touch/);
    await relief.follow(`[data-open] ${way(LIGHT_TOUCH)}`);
    assert.equal(await relief.heading(), 'Light touch after a feed');
    await close();
  });

  test('an offer grows old with the answers behind it: after 12 hours it asks first', async () => {
    await open({ kept: earlier(kept.adult, 11) });
    await relief.tap('.side.left');
    await minute(5);
    await relief.tap('[data-feed-stop]');
    assert.equal(await page.locator('[data-open]').isVisible(), true);
    await minute(60);
    assert.equal(await page.locator('[data-open]').isVisible(), false);
    assert.match(await relief.shown(), /A few things are asked first\./);
    await close();
  });
});

for (const [how, options] of WITH_AND_WITHOUT_SCRIPT) {
  describe(`when it is over, ${how}`, () => {
    let page;
    let relief;

    before(async () => {
      page = await openPage(browser, { ...TOUCHED, ...options });
      relief = await new ReliefPage(page, server.url).open('/about');
    });

    after(() => page.context().close());

    /** A feed that ended a minute ago, in a tab of its own. */
    const over = async (person, more) => {
      if (options.javaScriptEnabled !== false) await page.evaluate(() => sessionStorage.clear());
      return relief.arrive(TIMER, { ...(person && { kept: kept[person] }), feed: `left@${nowS() - 600} stop@${nowS() - 60}`, ...more });
    };

    test('a closed gate says why, and offers nothing', async () => {
      await over('fever');
      assert.match(await relief.shown(), /No light touch now: There may be a fever/);
      assert.equal(await relief.count(way(LIGHT_TOUCH)), 0);
    });

    test('without a check it asks for the check', async () => {
      await over(null);
      assert.match(await relief.shown(), /Sore\? The check comes first\. It tells if light touch is safe\./);
      assert.equal(await relief.count('main a[href="/check"]'), 1);
      assert.equal(await relief.count(way(LIGHT_TOUCH)), 0);
    });

    test('what the check left open is asked first', async () => {
      await over('sore');
      assert.match(await relief.shown(), /Light touch may be possible\. A few things are asked first\./);
      await relief.follow(way(LIGHT_TOUCH));
      assert.equal(await relief.heading(), 'Light touch after a feed');
    });

    test('a short while after light touch it says from when on', async () => {
      await over('adult', { done: `S-A@${nowS() - 600}` });
      assert.match(await relief.shown(), /Not before \w+day \d/);
      assert.equal(await relief.count(way(LIGHT_TOUCH)), 0);
    });

    test('after a loss it is a timer for expressing, and names no baby and no feed', async () => {
      await over('loss');
      assert.equal(await relief.heading(), 'Milk timer');
      assert.doesNotMatch(await relief.words(), /\b(baby|babies|feed|feeds|feeding|nappy|nappies)\b/i);
      assert.match(await relief.shown(), /After expressing/);
    });
  });
}

describe('without script', () => {
  test('the same by forms: left, switch, stop, start over, with the minutes that the page was sent', async () => {
    const page = await openPage(browser, { ...TOUCHED, javaScriptEnabled: false });
    const relief = await new ReliefPage(page, server.url).open(TIMER);
    const sides = () => page.locator('[data-sides]').innerText();
    /** As if the presses so far had been so many minutes earlier. */
    const earlierBy = (minutes) => page.evaluate((m) => {
      for (const field of document.querySelectorAll('#answers [name=feed]')) field.value = field.value.replace(/@(\d+)/g, (_, at) => `@${at - m * 60}`);
    }, minutes);
    await relief.follow('.side.left');
    assert.equal(await page.locator('.side.left').getAttribute('aria-pressed'), 'true');
    await earlierBy(7);
    await relief.follow('.side.left');
    assert.equal(await sides(), 'Left 7 min, right 0 min', 'a second press changes nothing');
    await relief.follow('.side.right');
    await earlierBy(3);
    await relief.follow(go('stop'));
    assert.equal(await sides(), 'Left 7 min, right 3 min');
    assert.equal(await page.locator('[data-after]').isVisible(), true);
    assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll('.side')].map((one) => one.getAttribute('aria-pressed'))), [null, null]);
    await relief.follow(go('again'));
    assert.equal(await sides(), 'Left 0 min, right 0 min');
    await page.context().close();
  });

  test('other colours in the midst of a feed lose no press', async () => {
    const page = await openPage(browser, { ...TOUCHED, javaScriptEnabled: false });
    const relief = await new ReliefPage(page, server.url).open('/about');
    await relief.arrive(TIMER, { kept: kept.sore, feed: `left@${nowS() - 420}` });
    await turn(page, () => page.locator('.head button[name=theme]:visible').tap());
    assert.equal(await page.locator('[data-sides]').innerText(), 'Left 7 min, right 0 min');
    assert.equal(await relief.field('kept'), kept.sore);
    await page.context().close();
  });
});
