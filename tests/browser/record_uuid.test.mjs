/** Ids that a phone makes by itself: in the form of UUIDv7, in the order of time, each once. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RANDOM_BYTES, uuid, uuids } from '../../browser/record/uuid.js';

const FORM = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const bytes = (value) => new Uint8Array(RANDOM_BYTES).fill(value);
const random = (fill) => crypto.getRandomValues(fill);

test('the example of the standard comes out as it stands there', () => {
  // RFC 9562, A.6: 2022-02-22 19:22:22 UTC, rand_a = 0xcc3, rand_b = 0x18c4dc0c0c07398f.
  const counter = (0xcc3n << 62n) | 0x18c4dc0c0c07398fn;
  // Its first bit of chance is set, which ours leaves free: it is reached by counting on from the id before it.
  const asId = (number) => {
    const [a, b] = [number >> 62n, number & ((1n << 62n) - 1n)];
    const low = ((2n << 62n) | b).toString(16).padStart(16, '0');
    return `017f22e2-79b0-7${a.toString(16).padStart(3, '0')}-${low.slice(0, 4)}-${low.slice(4)}`;
  };
  assert.equal(uuid(0x017f22e279b0, bytes(0), asId(counter - 1n)), '017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
});

test('each has the form, says its millisecond, and is made of all the chance it was given', () => {
  for (const now_ms of [0, 1, 1_795_403_540_123, 2 ** 48 - 1]) {
    for (const value of [0, 1, 127, 255]) {
      const id = uuid(now_ms, bytes(value));
      assert.match(id, FORM);
      assert.equal(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16), now_ms);
    }
  }
  assert.match(uuid(-5, bytes(255)), FORM);
  assert.match(uuid(2 ** 50, bytes(255)), FORM);
  const one = bytes(0);
  for (let at = 0; at < RANDOM_BYTES; at += 1) {
    one[at] = 1;
    // Eighty bits come in, seventy-three are used: those of the first byte are the surplus.
    if (at > 0) assert.notEqual(uuid(9, one), uuid(9, bytes(0)), `byte ${at}`);
    one[at] = 0;
  }
});

test('within one millisecond each is larger than the one before, over every carry', () => {
  let last = null;
  for (const start of ['00000000-0009-7000-bfff-ffffffffffff', '00000000-0009-7123-bfff-fffffffffffe', '00000000-0009-7123-8000-0000ffffffff']) {
    const next = uuid(9, bytes(0), start);
    assert.match(next, FORM);
    assert.ok(next > start, `${next} after ${start}`);
  }
  const next = uuids(() => 1_795_403_540_123, random);
  for (let made = 0; made < 2_000; made += 1) {
    const id = next();
    assert.match(id, FORM);
    assert.ok(last === null || id > last);
    last = id;
  }
});

test('a later millisecond is a later id, and a clock that was set back is believed', () => {
  const early = uuid(1_000, bytes(255));
  assert.ok(uuid(1_001, bytes(0), early) > early);
  assert.ok(uuid(999, bytes(255), early) < early);
});

test('two phones in the same millisecond make different ids', () => {
  const all = new Set();
  for (let phone = 0; phone < 500; phone += 1) {
    const next = uuids(() => 7, random);
    for (let made = 0; made < 4; made += 1) all.add(next());
  }
  assert.equal(all.size, 2_000);
});
