/** The least that must hold: the server starts, and its first page is a page. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openPage, startBrowser } from './browser.mjs';
import { startServer } from './server.mjs';

let server;
let browser;

before(async () => {
  server = await startServer();
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

test('the first page answers', async () => {
  const answer = await fetch(server.url);
  assert.equal(answer.status, 200);
  assert.match(answer.headers.get('content-type'), /^text\/html/);
});

test('the first page has a name and a language', async () => {
  const page = await openPage(browser);
  await page.goto(server.url);
  assert.notEqual(await page.title(), '');
  assert.notEqual(await page.getAttribute('html', 'lang'), null);
});
