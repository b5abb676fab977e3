/** How much must arrive before the first question can be answered, or the first act begins, on the worst connection of the night. */
import assert from 'node:assert/strict';
import { get } from 'node:http';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { startServer } from './server.mjs';

const BYTES_MAX = 40 * 1024;

let server;

before(async () => {
  server = await startServer();
});

after(() => server?.stop());

/** The body as it is sent, still packed, and its length. */
function fetchPacked(path) {
  return new Promise((done, failed) => {
    const request = get(server.url + path, { headers: { 'accept-encoding': 'gzip' } }, (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('end', () => done({ headers: answer.headers, status: answer.statusCode, bytes: Buffer.concat(parts).length }));
    });
    request.on('error', failed);
  });
}

/** What a page loads before it can be used: its style sheets and its scripts. */
async function needs(path) {
  const page = await (await fetch(server.url + path)).text();
  return [...page.matchAll(/<(?:link rel="stylesheet" href|script [^>]*src)="([^"]+)"/g)].map((found) => found[1]);
}

test('the first question weighs at most 40 KB on the wire, with its styles and scripts', async () => {
  const paths = ['/check', ...(await needs('/check'))];
  assert.ok(paths.length >= 3, 'the style sheet and the scripts are found');
  let all = 0;
  for (const path of paths) {
    const { headers, status, bytes } = await fetchPacked(path);
    assert.equal(status, 200, path);
    assert.equal(headers['content-encoding'], 'gzip', path);
    console.log(`${String(bytes).padStart(6)} ${path.split('?')[0]}`);
    all += bytes;
  }
  console.log(`${String(all).padStart(6)} bytes until the first question can be answered`);
  assert.ok(all <= BYTES_MAX, `${all} bytes`);
});

/** Every page of relief that can be opened by its address, and the acts of the longest session. */
const RELIEF = ['/relief', '/relief/light_touch', '/session/hand_express', '/feed-timer', '/milk', '/more', '/read/milk_storage', '/condition/abscess'];

for (const path of RELIEF) {
  test(`${path} weighs at most 40 KB on the wire, with its styles and scripts`, async () => {
    let all = 0;
    for (const one of [path, ...(await needs(path))]) {
      const { status, bytes } = await fetchPacked(one);
      assert.equal(status, 200, one);
      all += bytes;
    }
    console.log(`${String(all).padStart(6)} ${path}`);
    assert.ok(all <= BYTES_MAX, `${all} bytes`);
  });
}

test('the acts of a session, with all their pictures, weigh at most 40 KB on the wire, with their styles and scripts', async () => {
  const pass = `${Math.floor(Date.now() / 1000)} none old`;
  const path = '/session/hand_express';
  const answer = await fetch(server.url + path, { method: 'POST', body: new URLSearchParams({ pass, go: 'start' }), headers: { 'accept-encoding': 'identity' } });
  const page = await answer.text();
  assert.match(page, /class="moves"/);
  const loads = [...page.matchAll(/<(?:link rel="stylesheet" href|script [^>]*src)="([^"]+)"/g)].map((found) => found[1]);
  let all = gzipSync(page).length;
  for (const one of loads) all += (await fetchPacked(one)).bytes;
  console.log(`${String(all).padStart(6)} ${path}, running`);
  assert.ok(all <= BYTES_MAX, `${all} bytes`);
});
