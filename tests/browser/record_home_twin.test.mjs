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
import { withRecord } from './household.mjs';

const rows = readFileSync(new URL('../cases/record_home.ndjson', import.meta.url), 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line));
const TIME = /<time datetime="[^"]*">[^<]*<\/time>/g;
/** Each element on a line, so that a difference can be read. What the machine's own zone decides is left out. */
const plain = (page) => page.replace(/\n/g, '').replace(TIME, '<time></time>').replace(/></g, '>\n<').trim().split('\n');

let twins;
let book;
before(async () => {
  twins = await startTwins('--region', 'UK');
  book = await withRecord(twins.book, twins.server.url);
});
after(() => twins?.stop());

/** The phone's page, from its content to the dock. */
function drawn({ record, now_ms, saved }) {
  const query = saved ? [['saved', saved]] : [];
  const { body } = handle({ book, query, visitor: { theme: null, region: 'UK', tone: null }, now_ms, record });
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

test('what waits on the phone is told once it has waited, and what was refused at once', () => {
  const row = rows.find(({ state }) => state === 'fed once');
  const [entry] = row.record.entries;
  const said = (more) => /<p class="waits[^]*?<\/p>(?=<div class="first">)/.exec(drawn({ ...row, record: { ...row.record, ...more } }))?.[0].replace(/<[^>]+>/g, '').trim() ?? '';
  assert.equal(said({ waiting: [] }), '');
  assert.match(said({ waiting: [entry.id] }), /^Not on the server yet\. 1 entry waits on this phone\. The check works\.$/);
  assert.match(said({ refused: [entry.id] }), /^The server did not take 1 entry\. It is safe here\.$/);
  assert.match(said({ waiting: [], is_out: true }), /You are signed out\. What you log is safe here\. Sign in to send it$/);
  const now = rows.find(({ state }) => state === 'toast of a feed that runs').record;
  assert.equal(said({ entries: now.entries, waiting: now.entries.map(({ id }) => id) }), '', 'a press that is on its way is not told');
});
