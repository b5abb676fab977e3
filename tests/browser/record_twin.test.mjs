/**
 * The phone's half of the record comes to what Rust comes to: amounts, moments, entries of savings that crossed, and what they add to a day.
 *
 * The rows of `tests/cases/record.ndjson` are written by `crates/care/tests/record_twin`, which also fails when they are old.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { milli } from '../../browser/record/amount.js';
import { fold } from '../../browser/record/fold.js';
import { day, inZone, later, onTheWall } from '../../browser/record/moment.js';
import { addedBy } from '../../browser/record/sum.js';
import { openPage, startBrowser } from './browser.mjs';
import { CHECKS } from './record_judge.mjs';
import { MUTANTS, mutant } from './record_mutants.mjs';
import { startRecordServer } from './record_server.mjs';

const rows = readFileSync(new URL('../cases/record.ndjson', import.meta.url), 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line));
const phone = { milli, fold, day, inZone, later, onTheWall, addedBy };
const of = (what) => rows.filter((row) => what in row);

for (const [what, { ask, said }] of Object.entries(CHECKS)) {
  test(`${what}: the phone comes to what Rust comes to`, (t) => {
    for (const row of of(what)) assert.deepEqual(ask(phone, row), said(row), JSON.stringify(row));
    t.diagnostic(`${of(what).length} rows`);
  });
}

test('so does the browser, whose zones are its own', async (t) => {
  const [server, browser] = [await startRecordServer(), await startBrowser()];
  t.after(() => Promise.all([server.stop(), browser.close()]));
  const page = await openPage(browser);
  await page.goto(`${server.url}/`);
  for (const [what, { ask, said }] of Object.entries(CHECKS)) {
    const answers = await page.evaluate(async ([modules, text, asked]) => {
      const names = ['amount', 'fold', 'moment', 'sum'];
      const all = Object.assign({}, ...(await Promise.all(names.map((name) => import(`${modules}/${name}.js`)))));
      // A function from its text: how else would the same question get there.
      const question = await import(URL.createObjectURL(new Blob([`export default ${text}`], { type: 'text/javascript' })));
      return asked.map((row) => question.default(all, row));
    }, [server.modules, ask.toString(), of(what)]);
    for (const [at, row] of of(what).entries()) assert.deepEqual(answers[at], said(row), JSON.stringify(row));
  }
});

test('the rows meet everything that can come of savings that crossed', () => {
  const entries = of('received').filter(({ entry }) => entry !== null).map(({ entry }) => entry);
  const many = (holds) => assert.ok(entries.filter(holds).length > 30, String(holds));
  many(({ heads }) => heads.length === 1);
  many(({ heads }) => heads.length === 2);
  many(({ heads }) => heads.length > 2);
  many(({ binned }) => binned);
  many(({ binned, heads }) => !binned && heads.length > 1);
  many(({ changed_by }) => changed_by !== null);
  many(({ marks }) => marks.some((mark) => mark.clock?.ahead_ms > 0));
  many(({ marks }) => marks.some((mark) => mark.clock?.ahead_ms < 0));
  many(({ marks }) => marks.includes('changed_apart'));
  many(({ at, content }) => at.offset_s !== content.at.offset_s);
  const isRing = ({ received }) => {
    const named = new Set(received.flatMap(({ revision }) => revision.bases ?? []));
    return received.length > 0 && received.every(({ revision }) => named.has(revision.id));
  };
  assert.ok(of('received').some((row) => isRing(row) && row.entry !== null), 'who only replace each other are not lost');
  const added = new Set(of('received').flatMap((row) => row.added.map(([name]) => name)));
  assert.equal(added.size, 11);
  assert.ok(of('amount').filter(({ milli }) => milli === null).length > 300);
});

test('the order in which savings come does not matter, nor how often', () => {
  for (const { received, entry } of of('received')) {
    const orders = [received.slice().reverse(), [...received, ...received], [...received.slice(2), ...received.slice(0, 2)]];
    for (const order of orders) assert.deepEqual(fold(order), entry);
  }
});

test(`each of ${MUTANTS.length} faults in the phone's half is told from Rust`, async (t) => {
  for (const [name, file, from, to] of MUTANTS) {
    const faulty = { ...phone, ...(await mutant(t, file, from, to)) };
    const differs = ([what, { ask, said }]) => of(what).some((row) => {
      try {
        assert.deepEqual(ask(faulty, row), said(row));
        return false;
      } catch {
        return true;
      }
    });
    assert.ok(Object.entries(CHECKS).some(differs), `${name}: none of ${rows.length} rows tells`);
  }
});
