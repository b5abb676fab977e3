/** When the phone tries again to reach the server. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextTry_ms } from '../../browser/record/retry.js';

test('tries come less and less often, and never stop', () => {
  assert.deepEqual([1, 2, 3, 4, 5, 6, 1000].map((failures) => nextTry_ms('no_answer', failures) / 1000), [5, 15, 60, 120, 300, 300, 300]);
  for (const outcome of ['odd_answer', 'stuck']) assert.equal(nextTry_ms(outcome, 1), 5_000);
});

test('a network that is there again is tried at once', () => {
  assert.equal(nextTry_ms('no_answer', 5, true), 0);
});

test('who has to sign in is not tried for, and neither is what is done', () => {
  for (const outcome of ['done', 'signed_out', 'shut_out']) assert.deepEqual([nextTry_ms(outcome, 1), nextTry_ms(outcome, 1, true)], [null, null]);
});
