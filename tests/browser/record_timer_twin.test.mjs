/**
 * Timers, the last feed, presses, undo, and what the record tells the rules: the phone comes to what Rust comes to.
 *
 * The rows of `tests/cases/record_timer.ndjson` and `record_known.ndjson` are written by `crates/care/tests/record_home_twin`, which also fails
 * when they are old.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { startTwins } from './phone_twin.mjs';
import { checkOf, phoneIn } from './record_timer_judge.mjs';

const read = (name) => readFileSync(new URL(`../cases/${name}`, import.meta.url), 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line));
const rows = [...read('record_timer.ndjson'), ...read('record_known.ndjson')];
const BROWSER = new URL('../../browser/', import.meta.url);

let twins;
before(async () => { twins = await startTwins('--region', 'UK'); });
after(() => twins?.stop());

test('the phone comes to what Rust comes to', async (t) => {
  const phone = await phoneIn(BROWSER);
  for (const row of rows) {
    const { ask, said } = checkOf(row);
    assert.deepEqual(ask(phone, row, twins.book), said(row), JSON.stringify(row));
  }
  t.diagnostic(`${rows.length} rows, ${rows.filter(({ alarms }) => alarms?.length > 0).length} with an alarm`);
});

/** A name, a file, what stands there once, and what stands there instead. */
const MUTANTS = [
  ['a pause loses its seconds', 'record/timer.js', 'added(over_s(rest, side), seconds(since_ms, at_ms))', 'over_s(rest, side)'],
  ['time runs backwards', 'record/timer.js', 'Math.max(0, to_ms - from_ms)', '(to_ms - from_ms)'],
  ['an ended timer begins again', 'record/timer.js', 'if (!timed.open && !(fresh && what.start)) return timed;', ''],
  ['resume takes the left', 'record/timer.js', 'run(timed, timed.last_side ?? "left", at_ms)', 'run(timed, "left", at_ms)'],
  ['a swap forgets what runs', 'record/timer.js', '{ ...timed.running, side: other(timed.running.side) }', 'timed.running'],
  ['tomorrow is now', 'record/since.js', '&& one.at.at_ms <= now_ms + AHEAD_MS', ''],
  ['every bottle counts', 'record/since.js', 'count_bottles || !isBottleOnly(one)', 'true'],
  ['always from the start', 'record/since.js', 'since === "end" ? endOf(entry, now_ms) : entry.at.at_ms', 'entry.at.at_ms'],
  ['a wrong clock moves no end', 'record/since.js', 'end_ms + moved_ms', 'end_ms'],
  ['the running side is changed', 'record/next_side.js', 'last.running ? last.side : other(last.side)', 'other(last.side)'],
  ['what runs is not the present', 'record/next_side.js', 'running.length > 0 ? running : atBreast', 'atBreast'],
  ['a second feed', 'record/press.js', 'if (newest !== null) return [goOn(newest, press)];', ''],
  ['an old page swaps back', 'record/press.js', 'entry.heads.some((head) => shown.includes(head))', 'true'],
  ['the bin is pressed', 'record/press.js', 'before === null || entry.binned', 'before === null'],
  ['an old undo', 'record/undo.js', '|| !now.heads.includes(revision)', ''],
  ['the first saving stays', 'record/undo.js', 'before === null ? true : before.binned', 'before === null ? false : before.binned'],
  ['a mild reading takes back a fever', 'record/sayer.js', 'if (level <= levelOf(finding)) return false;', ''],
  ['yesterday is for ever', 'record/known.js', 'at_ms >= asked.now_ms - within_ms', 'true'],
  ['a lump of nothing', 'record/known.js', '&& milli(lump) !== 0n', ''],
  ['no painkiller', 'record/known.js', 'say.atLeast("antipyretic_6h", "yes")', 'null'],
  ['the first mood', 'record/known.js', 'isLater([one.at.at_ms, one.id], [best.at.at_ms, best.id]) ? one : best', 'isLater([one.at.at_ms, one.id], [best.at.at_ms, best.id]) ? best : one'],
  ['a birth weight stays on the server', 'record/known.js', '{ weight: Infinity, ', '{ '],
  ['a mood stays on the server', 'record/known.js', ', mood: MOOD_MS }', ' }'],
  ['a deadline that moves', 'record/known.js', 'return times.find(stood) ?? asked.now_ms;', 'return asked.now_ms;'],
  ['a loss is a gain', 'record/weight.js', '(beyond(birth, last)[0] * 100_000_000n)', '(beyond(last, birth)[0] * 100_000_000n)'],
  ['weights of one day', 'record/weight.js', 'last.at_ms - one.at_ms >= (last.age_days >= 5 ? 2 : 1) * DAY_MS', 'true'],
  ['slow is losing', 'record/weight.js', 'if (under(row[3]))', 'if (under(row[2]))'],
];

describe('the table would notice', () => {
  for (const [name, file, from, to] of MUTANTS) {
    test(name, async (t) => {
      const folder = await mkdtemp(join(tmpdir(), 'milkway-home-'));
      t.after(() => rm(folder, { recursive: true }));
      await cp(BROWSER, folder, { recursive: true });
      const text = await readFile(join(folder, file), 'utf8');
      assert.equal(text.split(from).length, 2, `${file} says it once: ${from}`);
      await writeFile(join(folder, file), text.replace(from, () => to));
      const phone = await phoneIn(pathToFileURL(`${folder}/`));
      const differs = (row) => {
        const { ask, said } = checkOf(row);
        try {
          assert.deepEqual(ask(phone, row, twins.book), said(row));
          return false;
        } catch {
          return true;
        }
      };
      assert.ok(rows.some(differs), 'no row tells the difference');
    });
  }
});
