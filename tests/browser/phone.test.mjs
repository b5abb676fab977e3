/** The phone on its own answers as the server does: pages that need no answers. */
import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, before, test } from 'node:test';
import { startTwins } from './phone_twin.mjs';

let twins;
before(async () => { twins = await startTwins(); });
after(() => twins?.stop());

const THEMES = [null, 'day', 'dark', 'red'];
const TONES = [null, '1', '5'];

test('home, about and trouble are the same in every colour, tone and region', async () => {
  for (const path of ['/', '/about', '/no-such-page', '/relief/no/such']) {
    for (const theme of THEMES) await twins.same({ method: 'GET', path, visitor: { theme, region: null, tone: null } });
    for (const tone of TONES) await twins.same({ method: 'GET', path, visitor: { theme: null, region: null, tone } });
    for (const region of twins.book.regions.keys()) await twins.same({ method: 'GET', path, visitor: { theme: null, region, tone: null } });
  }
});

test('what is asked in the wrong way is refused', async () => {
  await twins.same({ method: 'POST', path: '/about', fields: [] });
});

test('what a phone is handed works as what stands here', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'milkway-shelf-'));
  t.after(() => rm(folder, { recursive: true }));
  // What draws the pages of the ledger is handed to the worker alone, as it stands here.
  await cp(fileURLToPath(new URL('../../browser', import.meta.url)), folder, { recursive: true });
  const { version } = twins.book;
  const files = await (await fetch(`${twins.server.url}/phone/${version}/shelf.json`)).json();
  for (const { name, text } of [...files, { name: 'package.json', text: '{"type":"module"}' }]) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  const handed = await import(join(folder, 'phone/respond.js'));
  const { open } = await import(join(folder, 'phone/book.js'));
  const book = open(twins.fetched, version);
  const visitor = { theme: null, region: 'UK', tone: null };
  const paths = ['/', '/about', '/check', '/help', '/relief', '/more', '/painkillers', '/feed-timer', '/milk', ...[...book.pages.keys()].map((id) => `/read/${id}`), ...[...book.sessions.keys()].map((id) => `/session/${id}`)];
  for (const path of paths) {
    const request = { method: 'GET', path, visitor, now_s: twins.now_s };
    const { status, body } = handed.respond(book, request);
    const here = twins.shown({ ...request, at_s: twins.now_s });
    assert.equal(status, here.status, path);
    assert.equal(String(body), here.raw, path);
  }
});
