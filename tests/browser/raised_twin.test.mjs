/**
 * Rules that a clinician has raised for one person count on the phone as on the server: a row a rule, written by Rust
 * (`crates/exchange/tests/rules/raised.rs`), and nothing is milder for whatever was set.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { evaluate, prepare } from '../../browser/evaluate.js';
import { forEverybody, forHer, isUnlocked } from '../../browser/phone/for_her.js';
import { milkway } from './binary.mjs';

const protocol = JSON.parse(milkway(['protocol', 'export']));
const book = { protocol, rules: prepare(protocol) };
const rows = readFileSync(new URL('../cases/raised.ndjson', import.meta.url), 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line));
const raise = (rule, to, made_ms = 1, by_name = 'Doc') => ({ what: 'raise', rule, to, by_name, made_ms, until_ms: null, at: 'then' });
const hers = (...set) => ({ name: 'Ana', set });
const told = (one) => one && { level: one.level, days: one.days };

test('every rule that is raised decides on the phone as in Rust', () => {
  assert.equal(rows.length, protocol.rules.length);
  for (const row of rows) {
    const raised = forHer(book, hers(raise(row.rule, row.to)));
    const after = evaluate(raised.rules, row.case);
    const found = { parent: told(after.parent), baby: told(after.baby), could_reach: after.couldReach };
    assert.deepEqual(found, { parent: row.parent, baby: row.baby, could_reach: row.could_reach }, `${row.rule} to ${row.to}`);
    const before = evaluate(book.rules, row.case);
    for (const patient of ['parent', 'baby']) assert.ok((after[patient]?.level ?? 0) >= (before[patient]?.level ?? 0), `${row.rule}: ${patient}`);
    assert.deepEqual(after.fired.map(({ id }) => id), before.fired.map(({ id }) => id), `${row.rule}: the same rules fire`);
  }
});

test('any raise over any level is never less, and of several the highest counts, of those the newest', () => {
  for (const rule of protocol.rules) {
    for (let to = 0; to <= 200; to += to < 7 ? 1 : 193) {
      const after = forHer(book, hers(raise(rule.id, to))).protocol.rules.find(({ id }) => id === rule.id);
      assert.ok(after.level >= rule.level && after.level <= 6 && after.level >= Math.min(to, 6), `${rule.id} to ${to}: ${after.level}`);
      assert.equal(after.raised !== undefined, after.level > rule.level);
    }
  }
  const [rule] = protocol.rules.filter(({ level }) => level < 4);
  const several = forHer(book, hers(raise(rule.id, 6, 5, 'Eve'), raise(rule.id, 6, 3), raise(rule.id, 5, 9, 'Max')));
  const { level, raised } = several.protocol.rules.find(({ id }) => id === rule.id);
  assert.deepEqual([level, raised.by_name], [6, 'Eve']);
  assert.deepEqual(protocol.rules.find(({ id }) => id === rule.id).raised, undefined, 'the rules of everybody are as they were');
});

test('without anything set, or of rules that are not there, the book is that of everybody', () => {
  assert.equal(forHer(book, null), book);
  assert.equal(forHer(book, hers()), book);
  const unknown = forHer(book, hers(raise('X99', 6)));
  assert.equal(unknown.rules, book.rules);
  assert.equal(forEverybody(unknown), book);
});

test('an unlock counts for its session and its card alone, until it ends', () => {
  const session = { id: 'vibration', unlock: 'vibration-device', card: 'vibration-device:1' };
  const unlock = (more = {}) => ({ what: 'unlock', session: 'vibration', card: session.card, by_name: 'Doc', made_ms: 1, at: 'then', until_ms: 5_000, ...more });
  const is = (one, now_s, of = session) => isUnlocked(forHer(book, hers(one)), of, BigInt(now_s));
  assert.ok(is(unlock(), 4));
  assert.ok(!is(unlock(), 5), 'who set it no longer reads');
  assert.ok(is(unlock({ until_ms: null }), 99));
  assert.ok(!is(unlock({ card: 'vibration-device:0' }), 4), 'the card has changed');
  assert.ok(!is(unlock(), 4, { ...session, id: 'light_touch' }));
  assert.ok(!is(unlock(), 4, { ...session, unlock: null }));
  assert.ok(!is(raise('D01', 6), 4));
  assert.ok(!isUnlocked(book, session, 4n), 'nobody is signed in');
});
