/** What travels with her from the check to every page of relief, and what is left of it when she goes. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openPage, startBrowser, WITH_AND_WITHOUT_SCRIPT } from './browser.mjs';
import { AFTER_LOSS, SORE } from './cases.mjs';
import { answers, go, MORE, nowS, ReliefPage, TOUCHED, turn, way } from './relief_page.mjs';
import { startServer } from './server.mjs';

const LIGHT_TOUCH = '/session/light_touch';
/** Words that nobody without a baby is to read. */
const OF_A_BABY = /\b(baby|babies|infants?|newborns?|feed|feeds|feeding|feeder|breastfe\w+|chestfe\w+|nursing|nappy|nappies|diapers?|latch\w*)\b/i;
/** More pages than there are. */
const PAGES_MAX = 200;

let server;
let browser;
let sore;
let loss;

before(async () => {
  server = await startServer('--region', 'UK');
  browser = await startBrowser();
  const page = await openPage(browser);
  sore = await answers(page, server.url, SORE);
  loss = await answers(page, server.url, AFTER_LOSS);
  await page.context().close();
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

/** A tab in which a check has just ended. */
async function tab(kept = sore, options = {}) {
  const page = await openPage(browser, { ...TOUCHED, ...options });
  const relief = await new ReliefPage(page, server.url).open('/about');
  await relief.arrive('/check', { kept, go: 'on' });
  return relief;
}

/** Touches a link and waits for the page that its answers open. */
async function follow(relief, selector) {
  await relief.follow(selector);
  await relief.page.waitForLoadState('load');
}

test('plain links take the answers along: result, home, more, relief, card, session, condition, short page, milk, feed timer', async () => {
  const relief = await tab();
  await follow(relief, '.mark');
  assert.equal(await relief.path(), '/');
  for (const [link, heading] of [
    [MORE, 'More'],
    [way('/relief'), 'Relief'],
    [way('/relief/cold_pack'), 'Cold pack over cloth, 10 minutes'],
    [way('/session/cold_pack'), 'Cold pack'],
    [MORE, 'More'],
    [way('/condition/duct_narrowing'), 'Narrowed duct (“clogged” or “plugged” duct)'],
    [MORE, 'More'],
    [way('/read/massage'), 'Massage after a feed: what is known'],
    [MORE, 'More'],
    [way('/milk'), 'May the baby drink this milk?'],
    [MORE, 'More'],
    [way('/feed-timer'), 'Feed timer'],
  ]) {
    await follow(relief, link);
    assert.equal(await relief.heading(), heading);
    assert.equal(await relief.field('kept'), sore, heading);
    assert.equal(await relief.carried(), sore, heading);
  }
  await relief.page.context().close();
});

test('a page of relief that is opened by its address fetches the answers of this tab', async () => {
  const relief = await tab();
  for (const path of ['/relief', '/relief/light_touch', LIGHT_TOUCH, '/feed-timer', '/milk', '/more']) {
    await relief.openCarried(path);
    assert.equal(await relief.field('kept'), sore, path);
  }
  await relief.page.context().close();
});

test('pages that need no answers are not sent any', async () => {
  const relief = await tab();
  const bodies = [];
  relief.page.on('request', (request) => bodies.push([request.url(), request.postData() ?? '']));
  for (const path of ['/', '/about', '/help']) await relief.open(path);
  assert.ok(bodies.every(([, body]) => !body.includes('kept')), JSON.stringify(bodies));
  await relief.page.context().close();
});

test('the way back with the browser asks nothing, and loses no answers', async () => {
  const relief = await tab();
  const page = relief.page;
  await relief.openCarried('/more');
  const links = [way('/relief'), way('/relief/light_touch'), way(LIGHT_TOUCH)];
  const headings = [await relief.heading()];
  for (const link of links) {
    await follow(relief, link);
    headings.push(await relief.heading());
  }
  for (const heading of headings.slice(0, -1).reverse()) {
    await page.goBack();
    await page.waitForFunction(() => document.querySelector('#answers [name=kept]') !== null);
    assert.deepEqual([await relief.heading(), await relief.field('kept')], [heading, sore]);
  }
  await page.reload();
  await page.waitForFunction(() => document.querySelector('#answers [name=kept]') !== null);
  assert.deepEqual([await relief.heading(), await relief.field('kept')], ['More', sore]);
  await page.context().close();
});

test('another tab knows nothing', async () => {
  const relief = await tab();
  const other = await new ReliefPage(await relief.page.context().newPage(), server.url).open('/relief');
  assert.match(await other.shown(), /The check tells what fits\. Without it/);
  await relief.page.context().close();
});

test('Leave empties the memory of the tab, but not the timer of the feed', async () => {
  const relief = await tab();
  await relief.openCarried('/more');
  await relief.page.evaluate(() => localStorage.setItem('milkway.feed', 'left@1'));
  // The neutral page is somebody else's: it is not fetched here.
  await relief.page.route((url) => url.origin !== server.url, (route) => route.fulfill({ body: 'weather' }));
  await turn(relief.page, () => relief.page.locator('a[data-leave]').tap());
  assert.notEqual(new URL(relief.page.url()).origin, server.url);
  await relief.open('/relief');
  assert.equal(await relief.carried(), null);
  assert.match(await relief.shown(), /The check tells what fits\. Without it/);
  assert.equal(await relief.page.evaluate(() => localStorage.getItem('milkway.feed')), 'left@1');
  await relief.page.context().close();
});

describe('answers of other questions', () => {
  for (const [name, rubbish] of [['rubbish', 'f.no_such_finding=yes'], ['no answers at all', '<b>&"; %00'], ['far too much', 'x'.repeat(20_000)]]) {
    test(`${name}: by a link they lead to a page that says so, and are forgotten`, async () => {
      const relief = await tab();
      await relief.open('/about');
      await relief.page.evaluate((line) => sessionStorage.setItem('milkway.check', line), rubbish);
      await follow(relief, MORE);
      assert.match(await relief.shown(), /Fault 400/);
      assert.equal(await relief.count('main a[href="/check"]'), 1, 'and to a way on');
      assert.equal(await relief.carried(), null);
      await follow(relief, MORE);
      assert.equal(await relief.heading(), 'More');
      await relief.page.context().close();
    });

    test(`${name}: by an address they do the same`, async () => {
      const relief = await tab();
      await relief.open('/about');
      await relief.page.evaluate((line) => sessionStorage.setItem('milkway.check', line), rubbish);
      await relief.open('/relief');
      await relief.page.waitForFunction(() => document.querySelector('main').textContent.includes('Fault 400'));
      await relief.page.waitForLoadState('load');
      assert.equal(await relief.carried(), null);
      await relief.open('/relief');
      assert.equal(await relief.heading(), 'Relief');
      await relief.page.context().close();
    });
  }
});

test('a page that is not there for her loses no answers', async () => {
  const relief = await tab(loss);
  await relief.arrive('/milk', { kept: loss });
  await relief.page.waitForLoadState('load');
  assert.match(await relief.shown(), /Fault 404/);
  assert.equal(await relief.carried(), loss);
  await relief.page.context().close();
});

test('a server that is gone for a moment costs no answers', async () => {
  const relief = await tab();
  await relief.open('/');
  await relief.page.route('**/more', (route) => route.abort());
  await relief.page.locator(MORE).tap();
  await relief.page.waitForURL('chrome-error://**', { waitUntil: 'commit' }).catch(() => {});
  await relief.page.unroute('**/more');
  await relief.open('/');
  assert.equal(await relief.carried(), sore);
  await follow(relief, MORE);
  assert.equal(await relief.field('kept'), sore);
  await relief.page.context().close();
});

for (const [how, options] of WITH_AND_WITHOUT_SCRIPT) {
  describe(how, () => {
    test('other colours or another skin on a page with answers lose nothing', async () => {
      const relief = await tab(sore, options);
      for (const path of ['/relief', '/relief/cold_pack', '/more', LIGHT_TOUCH, '/condition/duct_narrowing', '/feed-timer', '/milk']) {
        await relief.arrive(path, { kept: sore, done: `S-E@${nowS() - 4000}` });
        const heading = await relief.heading();
        await relief.follow('.head button[name=theme]:visible');
        assert.deepEqual([await relief.path(), await relief.heading(), await relief.field('kept')], [path, heading, sore]);
        assert.match(await relief.field('done'), /^S-E@/, path);
      }
      await relief.arrive('/relief', { kept: sore, done: `S-E@${nowS() - 4000}` });
      await relief.follow('button[name=tone][value="5"]');
      assert.equal(await relief.page.getAttribute('html', 'data-tone'), '5');
      assert.deepEqual([await relief.path(), await relief.field('kept')], ['/relief', sore]);
      assert.match(await relief.field('done'), /^S-E@/);
      await relief.page.context().close();
    });

    test('Help now leads back to the page it was pressed on, with every answer', async () => {
      const relief = await tab(sore, options);
      for (const path of ['/relief', '/relief/cold_pack', '/more', LIGHT_TOUCH, '/condition/duct_narrowing', '/read/massage', '/feed-timer', '/milk']) {
        await relief.arrive(path, { kept: sore, done: `S-E@${nowS() - 4000}` });
        const heading = await relief.heading();
        await relief.follow('.foot .help-now');
        assert.equal(await relief.heading(), 'Help now');
        await relief.follow(`main ${go('again')}`);
        assert.deepEqual([await relief.path(), await relief.heading(), await relief.field('kept')], [path, heading, sore]);
        assert.match(await relief.field('done'), /^S-E@/, path);
      }
      await relief.page.context().close();
    });
  });
}

test('after a loss no page on the way names a baby, a feed or a nappy', async () => {
  const page = await openPage(browser, { ...TOUCHED, javaScriptEnabled: false });
  const relief = await new ReliefPage(page, server.url).open('/about');
  const queue = ['/more'];
  const seen = new Set(queue);
  const faults = [];
  const look = async (where, fields) => {
    await relief.arrive(where, { kept: loss, ...fields });
    // The names of sources are those of their authors; a report tells of one.
    const words = await page.evaluate(() => {
      const copy = document.querySelector('main').cloneNode(true);
      copy.querySelectorAll('.sources').forEach((names) => names.remove());
      return copy.textContent.replace(/\s+/g, ' ').trim();
    });
    const named = OF_A_BABY.exec(words);
    if (named) faults.push(`${where} ${JSON.stringify(fields ?? {})}: …${words.slice(Math.max(0, named.index - 60), named.index + 60)}…`);
    if (/Fault \d/.test(words)) faults.push(`${where}: ${words}`);
  };
  while (queue.length > 0) {
    assert.ok(seen.size < PAGES_MAX, 'an end');
    const where = queue.shift();
    await look(where);
    const onward = await page.evaluate(() => [...document.querySelectorAll('main [formaction], main a[href]')]
      .filter((one) => one.formAction ? true : one.origin === location.origin)
      .map((one) => new URL(one.getAttribute('formaction') ?? one.href, location.href).pathname));
    for (const path of onward) {
      // The check itself is walked in another test; painkillers have their own, and so have the ledger, page by page, and the record.
      if (!seen.has(path) && !/^\/(evidence|source|rests|article|household)\b/.test(path) && !['/check', '/about', '/help', '/painkillers'].includes(path)) {
        seen.add(path);
        queue.push(path);
      }
    }
  }
  const sessions = [...seen].filter((path) => path.startsWith('/session/'));
  assert.ok(seen.size > 40 && sessions.length >= 5, [...seen].join(' '));
  const passed = { pass: `${nowS()} none old`, side: 'left' };
  for (const where of [...sessions, '/session/vibration']) {
    for (const stage of [{ go: 'left' }, { ...passed, go: 'start' }, { ...passed, go: 'old' }, { ...passed, go: 'before', score: 3 },
      { ...passed, before: 3, go: 'stop' }, { ...passed, before: 3, ended: 1, go: 'after', score: 3 }, { ...passed, before: 3, ended: 1, go: 'after', score: 9 }]) {
      await look(where, stage);
    }
  }
  await look('/help', { from: '/relief' });
  assert.deepEqual(faults, []);
  await page.context().close();
});
