/** The check of an article in a browser: pasted or opened, with and without script, in three colours, on a phone and on a wide screen. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axeOf, openPage, PHONE, startBrowser, WITH_AND_WITHOUT_SCRIPT } from './browser.mjs';
import { ARTICLE } from './article_page.mjs';
import { tooSmall, tooWide } from './measure.mjs';
import { startServer } from './server.mjs';

let server;
let browser;

before(async () => {
  server = await startServer('--region', 'UK');
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

/** The page with its form, reached as a reader reaches it. */
async function open(more = {}) {
  const page = await openPage(browser, more);
  await page.goto(`${server.url}/article`);
  await page.locator('main a[href="/article/check"]').click();
  await page.locator('textarea').waitFor();
  return page;
}

async function paste(page, text) {
  await page.locator('textarea').fill(text);
  await page.locator('form.bring .act').click();
  await page.locator('.text').waitFor();
}

/** Presses the key to the next claim until the top; where each press led. It is above the dock, and with a claim of some length in the lower half. */
async function onward(page) {
  const places = [];
  let key = page.locator('main > .next');
  while (places.at(-1) !== '#main' && places.length < 50) {
    const { y, height } = await key.boundingBox();
    const dock = await page.locator('.foot').boundingBox();
    assert.ok((y > PHONE.height / 2 || places.length >= 3) && y + height <= dock.y && height >= 48, `the key stands at ${y}`);
    await key.click();
    places.push(new URL(page.url()).hash);
    key = page.locator(`${places.at(-1)} .next`);
  }
  return places;
}

const file = (name, content) => ({ name, mimeType: 'text/html', buffer: Buffer.from(content) });

for (const [name, more] of WITH_AND_WITHOUT_SCRIPT) {
  test(`an article is pasted, its claims are found and each leads to its place and back, ${name}`, async () => {
    const page = await open(more);
    await paste(page, ARTICLE);
    assert.match(await page.locator('h1').innerText(), /^\d+ claims found, 3 harmful$/);
    const order = await page.$$eval('.claim', (claims) => claims.map((one) => [...one.classList].find((known) => known.startsWith('v-')) ?? 'v-unknown'));
    assert.deepEqual(order.slice(0, 3), ['v-harmful', 'v-harmful', 'v-harmful'], 'the worst first');
    assert.equal(await page.locator('.marked').count(), order.length, 'each has its mark');
    const seen = await onward(page);
    const shown = await page.$$eval('.claim', (claims) => claims.map(({ id }) => `#${id}`));
    assert.deepEqual(seen, [...shown, '#main'], 'one press after the other leads through all of them, the worst first');
    const line = await page.locator('.m-harmful').first().evaluate((one) => getComputedStyle(one).textDecorationStyle);
    assert.equal(line, 'double');
    await page.locator('.claim .nth').first().click();
    assert.match(new URL(page.url()).hash, /^#mark-\d+$/);
    await page.locator('.marked:target .nth').click();
    assert.match(new URL(page.url()).hash, /^#claim-\d+$/);
    assert.equal(new URL(page.url()).search, '', 'nothing of the article stands in an address');
    assert.ok(!server.said().includes('knuckles'), 'nothing of the article stands in the log');
    await page.context().close();
  });

  test(`a file is opened and read as the page it is, ${name}`, async () => {
    const page = await open(more);
    await page.locator('#file').setInputFiles(file('article.html', `<h1>Ducts</h1><p>Massage the lump as hard as you can.</p><script>document.title = 'run'</script>`));
    await page.locator('form.bring .act').click();
    await page.locator('.text').waitFor();
    assert.equal(await page.locator('h1').innerText(), '1 claim found, 1 harmful');
    assert.equal(await page.locator('.text .heading').innerText(), 'Ducts');
    await page.context().close();
  });
}

test('no script of an article runs, in its text, its markup or the name of its file', async () => {
  const page = await open();
  const said = [];
  page.on('dialog', (dialog) => {
    said.push(dialog.message());
    return dialog.dismiss();
  });
  const attack = '<script>alert(1)</script><img src=x onerror=alert(2)><svg onload=alert(3)></svg><a href="javascript:alert(4)">Massage the lump as hard as you can</a>';
  await paste(page, `Massage the lump as hard as you can "><script>alert(0)</script>. ${attack}`);
  await page.goto(`${server.url}/article/check`);
  await page.locator('#file').setInputFiles(file('<img src=x onerror=alert(5)>.html', `<p>Massage the lump as hard as you can &lt;script&gt;alert(6)&lt;/script&gt;</p>${attack}`));
  await page.locator('form.bring .act').click();
  await page.locator('.text').waitFor();
  assert.equal(await page.locator('main script, main img, main a[href^="javascript"]').count(), 0);
  assert.deepEqual(said, []);
  await page.context().close();
});

test('what cannot be read is told, with the form to try again; so is what is too large', async () => {
  const page = await open();
  for (const [name, content, says] of [['a.pdf', '%PDF-1.7 broken', /No text could be read/], ['a.txt', 'a '.repeat(6 << 20), /larger than 10 MB/], ['a.txt', ' ', /no words/]]) {
    await page.locator('#file').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });
    await page.locator('form.bring .act').click();
    await page.locator('[role=alert]', { hasText: says }).waitFor();
    assert.equal(await page.locator('textarea').count(), 1);
  }
  await page.context().close();
});

test('the page and what it finds are accessible in every colour, fit a phone and a wide screen, and can be hit', async () => {
  const page = await open();
  const states = [['form', async () => {}], ['found', () => paste(page, ARTICLE)], ['refused', async () => {
    await page.goto(`${server.url}/article/check`);
    await page.locator('form.bring .act').click();
    await page.locator('[role=alert]').waitFor();
  }]];
  for (const [name, go] of states) {
    await go();
    assert.deepEqual(await tooSmall(page), [], name);
    for (const theme of ['day', 'dark', 'red']) {
      await page.evaluate((chosen) => (document.documentElement.dataset.theme = chosen), theme);
      const { violations } = await axeOf(page).analyze();
      assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 120)}`), [], `${name}, ${theme}`);
    }
    for (const width of [320, 360, 768, 1200]) {
      await page.setViewportSize({ width, height: PHONE.height });
      assert.deepEqual(await tooWide(page), [], `${name}, ${width} wide`);
    }
    await page.setViewportSize(PHONE);
  }
  await page.context().close();
});

test('on a wide screen the article stands beside its claims, on a phone below them', async () => {
  const page = await open();
  await paste(page, ARTICLE);
  const places = () => page.$$eval('.checked > section', (sections) => sections.map((one) => one.getBoundingClientRect().toJSON()));
  const [list, text] = await places();
  assert.ok(text.top >= list.bottom && text.left === list.left);
  await page.setViewportSize({ width: 1200, height: 800 });
  const [left, right] = await places();
  assert.ok(right.left >= left.right && Math.abs(right.top - left.top) < 2);
  await page.context().close();
});

test('a phone that works by itself leaves this page to the server, and says so without a network', async () => {
  const page = await openPage(browser);
  await page.goto(server.url);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.goto(`${server.url}/article/check`);
  await paste(page, ARTICLE);
  assert.match(await page.locator('h1').innerText(), /3 harmful/);
  await page.goto(`${server.url}/article/check`);
  await page.locator('#file').setInputFiles(file('article.html', '<p>Massage the lump as hard as you can.</p>'));
  await page.locator('form.bring .act').click();
  await page.locator('h1', { hasText: '1 claim found, 1 harmful' }).waitFor();
  await page.goto(`${server.url}/article/check`);
  await page.locator('textarea').fill(ARTICLE);
  await page.context().setOffline(true);
  await page.locator('form.bring .act').click();
  await page.locator('h1', { hasText: /network/i }).waitFor();
  await page.context().close();
});
