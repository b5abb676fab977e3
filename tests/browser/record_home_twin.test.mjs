/**
 * Home with a record is the same on the phone as on the server: households in every state, drawn by both and compared whole.
 *
 * The rows of `tests/cases/record_home.ndjson` are written by the server's own drawing (`crates/web/src/fill/record_home/tests.rs`), which also
 * fails when they are old.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { handle } from '../../browser/phone/record/home.js';
import { startTwins } from './phone_twin.mjs';

const rows = readFileSync(new URL('../cases/record_home.ndjson', import.meta.url), 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line));
const TIME = /<time datetime="[^"]*">[^<]*<\/time>/g;
/** Each element on a line, so that a difference can be read. What the machine's own zone decides is left out. */
const plain = (page) => page.replace(/\n/g, '').replace(TIME, '<time></time>').replace(/></g, '>\n<').trim().split('\n');

let twins;
before(async () => { twins = await startTwins('--region', 'UK'); });
after(() => twins?.stop());

/** The phone's page, from its content to the dock. */
function drawn({ record, now_ms, saved }) {
  const query = saved ? [['saved', saved]] : [];
  const { body } = handle({ book: twins.book, query, visitor: { theme: null, region: 'UK', tone: null }, now_ms, record });
  return body.slice(body.indexOf('<div class="record"'), body.indexOf('<nav class="dock"'));
}

for (const row of rows) {
  test(`${row.state}: the phone draws what the server draws`, () => {
    assert.deepEqual(plain(drawn(row)), plain(row.drawn));
  });
}

test('the table has every state that home tells apart', () => {
  const states = rows.map(({ state }) => state).join('; ');
  for (const state of ['never fed', 'fed once', 'running left', 'paused', 'ended', 'two timers', 'two babies', 'without a baby', 'the baby that died', 'a helper', 'toast', 'fever']) assert.ok(states.includes(state), state);
});
