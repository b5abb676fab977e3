/** From the check to the end of a session, by thumb; and how a session runs, holds and ends. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openPage, startBrowser, WITH_AND_WITHOUT_SCRIPT } from './browser.mjs';
import { SORE } from './cases.mjs';
import { CheckPage } from './check_page.mjs';
import { answers, go, nowS, ReliefPage, TOUCHED, turn, way } from './relief_page.mjs';
import { startServer } from './server.mjs';
import { walk } from './walk.mjs';

const LIGHT_TOUCH = '/session/light_touch';
/** Seconds of each act of light touch, as f.4 has them: steps 2 to 9. */
const ACTS_S = [20, 30, 30, 30, 60, 60, 20, 30];

let server;
let browser;
let kept;

before(async () => {
  server = await startServer('--region', 'UK');
  browser = await startBrowser();
  const page = await openPage(browser);
  kept = await answers(page, server.url, SORE);
  await page.context().close();
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

/** The check, touched instead of clicked. */
class TouchedCheck extends CheckPage {
  click(selector) {
    return new ReliefPage(this.page, this.url).tap(selector);
  }
}

for (const [how, options] of WITH_AND_WITHOUT_SCRIPT) {
  test(`the way from the check to light touch, its stop rule and the cold pack, by thumb, ${how}`, async () => {
    const script = options.javaScriptEnabled !== false;
    const page = await openPage(browser, { ...TOUCHED, ...options });
    if (script) await page.clock.install();
    const relief = new ReliefPage(page, server.url);
    const check = await new TouchedCheck(page, server.url).open();
    await walk(check, SORE);
    assert.equal(await check.at(), 'result');

    await relief.follow(way('/relief/light_touch'));
    assert.equal(await relief.heading(), 'Light strokes, no harder than petting a cat');
    assert.equal(await page.locator('.place').innerText(), 'If you like');
    await relief.follow(way(LIGHT_TOUCH));
    assert.equal(await relief.heading(), 'Light touch after a feed');
    await relief.follow(go('left'));
    assert.equal(await relief.heading(), 'Are you 16 or older?');
    await relief.follow(go('old'));
    assert.equal(await relief.heading(), 'How strong is the pain now?');
    await relief.score(3, 'before');

    const acts = page.locator('.move:visible');
    assert.equal(await page.locator('.move').count(), ACTS_S.length);
    assert.match(await page.locator('.stop-if').innerText(), /^Stop if pain is up by 2 points; .*shivering; bleeding; the baby needs you\.$/);
    if (script) {
      assert.equal(await acts.count(), 1, 'one act at a time');
      await turn(page, () => page.clock.runFor(1000 * (ACTS_S.reduce((sum, s) => sum + s) + ACTS_S.length)));
    } else {
      assert.equal(await acts.count(), ACTS_S.length, 'a list of acts');
      assert.equal(await page.locator('.move .picture svg[role=img]:visible').count(), ACTS_S.length, 'each with its picture');
      assert.equal(await page.locator('.move .left-time:visible').count(), ACTS_S.length, 'and its time');
      await relief.follow(go('end'));
    }

    assert.equal(await relief.heading(), 'And the pain now?');
    await relief.score(5, 'after');
    assert.equal(await relief.heading(), 'Stop. Pain is up.');
    assert.match(await relief.shown(), /Cool it for 10 minutes, over cloth\. Then do the check again\./);
    if (script) await page.waitForSelector('#answers:not([data-unread])');
    await relief.follow(way('/session/cold_pack'));
    assert.equal(await relief.heading(), 'Cold pack');
    await relief.follow(go('start'));
    assert.equal(await relief.heading(), 'Any of these now?');
    await relief.follow(go('none'));
    assert.equal(await acts.first().locator('h2').innerText(), 'Wrap the pack in cloth');
    await page.context().close();
  });
}

test('a second press on the score does not pass over the stop rule', async () => {
  const page = await openPage(browser, TOUCHED);
  await page.clock.install();
  const relief = await new ReliefPage(page, server.url).open('/about');
  await page.clock.pauseAt(Date.now() + 60_000);
  await relief.arrive(LIGHT_TOUCH, { kept, before: 3, ended: 1, go: 'after', score: 5 });
  await page.waitForSelector('#answers[data-unread]');
  const sent = [];
  page.on('request', (request) => request.url().includes('/static/') || sent.push(request.url()));
  await relief.tap(way('/session/cold_pack'));
  await relief.tap('main a[href="/check"], main [formaction="/check"]');
  assert.deepEqual([sent, await relief.heading()], [[], 'Stop. Pain is up.']);
  await page.clock.runFor(600);
  await relief.follow(way('/session/cold_pack'));
  assert.equal(await relief.heading(), 'Cold pack');
  await page.context().close();
});

test('pain that is up by one, the same or less does not stop; up by two or more does', async () => {
  const page = await openPage(browser);
  const relief = await new ReliefPage(page, server.url).open('/about');
  for (const [score, stops] of [[0, false], [3, false], [4, false], [5, true], [10, true]]) {
    await relief.arrive(LIGHT_TOUCH, { kept, before: 3, ended: 1, go: 'after', score });
    assert.equal(await relief.heading(), stops ? 'Stop. Pain is up.' : 'Done', `3, then ${score}`);
  }
  await page.context().close();
});

describe('a session that runs', () => {
  let page;
  let relief;

  const text = (selector) => page.locator(selector).innerText();
  const act = () => text('.move:visible h2');
  const left = () => text('.move:visible [data-left]');
  const called = (name) => page.evaluate((which) => globalThis.called[which], name);
  const after_s = (seconds) => page.clock.runFor(1000 * seconds);
  /** The share of the ring that is drawn, as the eye sees it. */
  const ring = () => page.evaluate(() => {
    const shown = [...document.querySelectorAll('.move .turn')].find((one) => one.checkVisibility());
    return Number.parseFloat(getComputedStyle(shown).strokeDasharray);
  });

  /** Opens the acts of a session on a phone whose devices note what is asked of them, with time that stands still. */
  async function run(where = LIGHT_TOUCH, fields = {}, options = {}) {
    page = await openPage(browser, { ...TOUCHED, ...options });
    await page.addInitScript(() => {
      const called = { pulses: [], wakes: [], said: [] };
      globalThis.called = called;
      navigator.vibrate = (ms) => called.pulses.push(ms);
      const lock = { request: async (kind) => { called.wakes.push(kind); return new EventTarget(); } };
      Object.defineProperty(navigator, 'wakeLock', { value: lock });
      Object.defineProperty(globalThis, 'speechSynthesis', { value: { speak: (one) => called.said.push(one.text), cancel() {} } });
    });
    await page.clock.install();
    relief = await new ReliefPage(page, server.url).open('/about');
    await page.clock.pauseAt(Date.now() + 60_000);
    await relief.arrive(where, { kept, pass: `${nowS()} none old`, side: 'left', go: 'before', score: 3, ...fields });
    await page.waitForLoadState('load');
    return relief;
  }

  async function close() {
    await page.context().close();
  }

  test('seconds and ring run down together, and at nought the next act begins by itself', async () => {
    await run();
    assert.deepEqual([await act(), await left(), await ring()], ['Wash hands, lean back', '0:20', 100]);
    assert.equal(await text('[data-step]'), 'step 2 of 10');
    await after_s(5);
    assert.deepEqual([await left(), await ring()], ['0:15', 75]);
    await after_s(14);
    assert.deepEqual([await left(), await ring()], ['0:01', 5]);
    await after_s(1);
    assert.deepEqual([await act(), await left(), await ring()], ['Three slow breaths', '0:30', 100]);
    assert.equal(await text('[data-step]'), 'step 3 of 10');
    await close();
  });

  test('pause holds the time, and the same button goes on with it', async () => {
    await run();
    await after_s(5);
    await relief.tap('[data-pause]');
    assert.equal(await text('[data-pause]'), 'Go on');
    assert.equal(await page.locator('[data-pause] svg').isVisible(), false, 'the sign for pause is not on it');
    assert.equal(await page.locator('[data-said]').textContent(), 'Paused');
    await after_s(600);
    assert.deepEqual([await act(), await left()], ['Wash hands, lean back', '0:15']);
    await relief.tap('[data-pause]');
    assert.equal(await text('[data-pause]'), 'Pause');
    await after_s(3);
    assert.equal(await left(), '0:12');
    await close();
  });

  test('skip and back go one act on and one act back, with its whole time; the first has no way back', async () => {
    await run();
    assert.equal(await page.locator('[data-back]').isDisabled(), true);
    await relief.tap('[data-skip]');
    await relief.tap('[data-skip]');
    assert.equal(await act(), 'Circles above the collarbone');
    await after_s(10);
    await relief.tap('[data-back]');
    assert.deepEqual([await act(), await left()], ['Three slow breaths', '0:30']);
    await close();
  });

  test('the focus goes to each act, and nothing is under the foot', async () => {
    await run();
    for (let at = 0; at < ACTS_S.length; at += 1) {
      const shown = await page.evaluate(() => {
        const foot = document.querySelector('.foot').getBoundingClientRect().top;
        const last = [...document.querySelectorAll('[data-current] .how')].at(-1).getBoundingClientRect().bottom;
        return { focus: document.activeElement.textContent, room: foot - last };
      });
      assert.equal(shown.focus, await act());
      assert.ok(shown.room >= 0, `${shown.focus}: the words are ${-shown.room} px under the foot`);
      if (at < ACTS_S.length - 1) await relief.tap('[data-skip]');
    }
    await close();
  });

  test('the last act leads to the pain score', async () => {
    await run();
    for (let at = 1; at < ACTS_S.length; at += 1) await relief.tap('[data-skip]');
    assert.equal(await text('[data-step]'), 'step 9 of 10');
    await turn(page, () => after_s(ACTS_S.at(-1) + 1));
    assert.equal(await relief.heading(), 'And the pain now?');
    await close();
  });

  test('stop asks for the pain at once, and offers cold', async () => {
    await run();
    await relief.follow(go('stop'));
    assert.equal(await relief.heading(), 'And the pain now?');
    assert.match(await relief.shown(), /Stopped\. Take the hands away\./);
    await relief.score(3, 'after');
    assert.equal(await relief.heading(), 'Stopped');
    assert.equal(await relief.count(way('/session/cold_pack')), 1);
    await close();
  });

  test('one short pulse for each act, and none between', async () => {
    await run();
    assert.equal((await called('pulses')).length, 1);
    await after_s(19);
    assert.equal((await called('pulses')).length, 1);
    await after_s(2);
    assert.equal((await called('pulses')).length, 2);
    assert.ok((await called('pulses')).every((ms) => ms > 0 && ms <= 200), 'short');
    await close();
  });

  test('the voice is silent until it is pressed, then says each act, and is silent again', async () => {
    await run();
    await after_s(21);
    assert.deepEqual(await called('said'), []);
    await relief.tap('[data-voice]');
    assert.match((await called('said')).join(), /^Three slow breaths\. Let the shoulders sink/);
    await after_s(31);
    assert.equal((await called('said')).length, 2);
    assert.match((await called('said'))[1], /^Circles above the collarbone\. Flat fingers of the right hand/);
    await relief.tap('[data-voice]');
    await after_s(31);
    assert.equal((await called('said')).length, 2);
    await close();
  });

  test('the screen is asked to stay awake', async () => {
    await run();
    assert.deepEqual(await called('wakes'), ['screen']);
    await close();
  });

  test('with reduced motion nothing moves', async () => {
    await run(LIGHT_TOUCH, {}, { reducedMotion: 'reduce' });
    for (let at = 0; at < ACTS_S.length; at += 1) {
      assert.equal(await page.evaluate(() => document.getAnimations().length), 0, await act());
      if (at < ACTS_S.length - 1) await relief.tap('[data-skip]');
    }
    await close();
  });

  test('without reduced motion the shown picture moves, only it, and stands still when paused', async () => {
    await run(LIGHT_TOUCH, {}, { reducedMotion: 'no-preference' });
    for (let at = 0; at < 4; at += 1) await relief.tap('[data-skip]');
    assert.equal(await act(), 'Strokes, areola to armpit');
    // What was asked to stand still or to move does so from the next picture on: `ready` is when it does.
    const moving = () => page.evaluate(async () => {
      const all = document.getAnimations().filter((one) => one.animationName?.startsWith('mv-'));
      await Promise.all(all.map((one) => one.ready));
      return all.map((one) => ({ here: one.effect.target.closest('[data-current]') !== null, state: one.playState, ms: one.currentTime }));
    });
    const first = await moving();
    assert.ok(first.length > 0 && first.every(({ here, state }) => here && state === 'running'), JSON.stringify(first));
    await page.waitForFunction((ms) => document.getAnimations().some((one) => one.animationName?.startsWith('mv-') && one.currentTime > ms), first[0].ms);
    await relief.tap('[data-pause]');
    const held = await moving();
    assert.ok(held.every(({ state }) => state === 'paused'), JSON.stringify(held));
    assert.deepEqual(await moving(), held);
    await close();
  });

  test('a page that is loaded again goes on where it was', async () => {
    await run();
    await after_s(25);
    await page.reload();
    assert.deepEqual([await act(), await left()], ['Three slow breaths', '0:25']);
    await close();
  });

  test('other colours in the midst lose neither the act nor its seconds', async () => {
    await run();
    await after_s(25);
    await relief.follow('.head button[name=theme]:visible');
    assert.equal(await page.getAttribute('html', 'data-theme'), 'dark');
    if (await page.locator('.foot [name=go][value=left]').count()) await relief.follow(go('left'));
    assert.deepEqual([await act(), await left()], ['Three slow breaths', '0:25']);
    assert.deepEqual(await relief.kept('milkway.sessions'), []);
    await close();
  });

  test('a session that is left in its midst counts: the next has to wait', async () => {
    await run();
    await after_s(70);
    await relief.open('/');
    assert.deepEqual((await relief.kept('milkway.sessions')).map(({ code, left: so }) => [code, so]), [['S-A', true]]);
    await relief.openCarried(LIGHT_TOUCH);
    for (const answer of ['left', 'old']) {
      if (await relief.count(go(answer))) await relief.follow(go(answer));
    }
    assert.match(await relief.heading(), /^Not before \w+day \d/);
    await close();
  });

  test('a session is noted once, with both scores, however often its end is loaded', async () => {
    await run();
    await after_s(70);
    await relief.follow(go('stop'));
    await relief.score(2, 'after');
    await page.reload();
    const noted = await relief.kept('milkway.sessions');
    assert.deepEqual(noted.map(({ code, before, after: now }) => [code, before, now]), [['S-A', 3, 2]]);
    await close();
  });

  describe('vibration', () => {
    let mark;

    before(async () => {
      const other = await openPage(browser);
      const card = await new ReliefPage(other, server.url).open('/about');
      await card.arrive('/session/vibration', { kept, go: 'left' });
      mark = await card.field('mark');
      await other.context().close();
    });

    test('lasts 2 minutes, has no way back into it, and ends by itself', async () => {
      await run('/session/vibration', { chosen: mark });
      assert.equal(await act(), 'Cloth, lowest setting');
      await after_s(21);
      assert.deepEqual([await act(), await left()], ['Beside the sore area', '1:59']);
      assert.equal(await page.locator('[data-back]').isVisible(), false);
      await turn(page, () => after_s(120));
      assert.equal(await relief.heading(), 'And the pain now?');
      await close();
    });

    test('cannot be made longer: not by pausing, not by loading the page again', async () => {
      await run('/session/vibration', { chosen: mark });
      await after_s(51);
      assert.equal(await left(), '1:29');
      await relief.tap('[data-pause]');
      await after_s(300);
      await relief.tap('[data-pause]');
      assert.equal(await left(), '1:29');
      await page.reload();
      assert.deepEqual([await act(), await left()], ['Beside the sore area', '1:29']);
      await turn(page, () => after_s(91));
      assert.equal(await relief.heading(), 'And the pain now?');
      await close();
    });
  });
});
