/** Every gate, every exclusion, every answer: the page with and without its scripts and `milkway check` stand where the table says. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { assess } from './binary.mjs';
import { openPage, startBrowser } from './browser.mjs';
import { FINDINGS, UNSURE } from './protocol.mjs';
import { startServer } from './server.mjs';

const rows = (await readFile(new URL('../cases/gates.ndjson', import.meta.url), 'utf8')).trimEnd().split('\n').map((line) => JSON.parse(line));

/** A session behind the gate `massage` alone. */
const SESSION = '/session/light_touch';

let server;
let browser;

before(async () => {
  server = await startServer('--region', 'UK');
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

/** The findings of a row: everything denied, but for what it says. */
function findings({ said }) {
  const all = new Map([...FINDINGS.values()].map((one) => [one.id, one.levels[0]]));
  for (const [id, level] of Object.entries(said)) level === null ? all.delete(id) : all.set(id, level);
  return all;
}

/** The same as the line that travels in a form, given this moment. */
function kept(row) {
  const answers = [...findings(row)].map(([id, level]) => `f.${id}=${level === UNSURE ? `${UNSURE}?` : level}`);
  return ['who=parent', `began=${Math.floor(Date.now() / 1000)}`, 'c.age_years=30', ...answers].join(';');
}

/** What a page of a session stands for. */
const STANDS = { held: 'closed', score: 'open', list: 'ask', check: 'ask', age: 'ask' };

test('the table is a whole one', () => {
  assert.ok(rows.length > 100);
  for (const stand of ['open', 'ask', 'closed']) assert.ok(rows.filter((row) => row.stands.massage === stand).length > 10, stand);
});

test('milkway check', () => {
  const results = assess(rows.map((row) => ({ id: row.id, context: { age_years: 30 }, findings: Object.fromEntries(findings(row)) })));
  for (const [at, row] of rows.entries()) {
    const stands = Object.fromEntries(results[at].gates.map(({ gate, stand }) => [gate, stand]));
    assert.deepEqual(stands, row.stands, row.id);
    for (const { stand, because } of results[at].gates) assert.equal(because.length > 0, stand === 'closed', row.id);
  }
});

test('the plain form', async () => {
  for (const row of rows) {
    const answer = await fetch(server.url + SESSION, { method: 'POST', body: new URLSearchParams({ kept: kept(row), go: 'left' }) });
    const page = await answer.text();
    const stage = /data-stage="(\w+)"/.exec(page)?.[1];
    assert.equal(STANDS[stage], row.stands.massage, `${row.id}: ${stage}`);
    assert.ok(!page.includes('class="moves"'), `${row.id}: no act before the score`);
  }
});

test('the page with its scripts', async () => {
  const page = await openPage(browser);
  await page.goto(`${server.url}/more`);
  for (const row of rows) {
    // As a phone does it: the answers lie in this tab, and a link leads on.
    await page.evaluate((line) => sessionStorage.setItem('milkway.check', line), kept(row));
    await Promise.all([page.waitForNavigation(), page.evaluate((to) => {
      const link = Object.assign(document.createElement('a'), { href: to });
      document.body.append(link);
      link.click();
    }, SESSION)]);
    let stage = await page.locator('form[data-stage]').getAttribute('data-stage');
    if (stage === 'intro') {
      await Promise.all([page.waitForNavigation(), page.locator('[name=go][value=left]').click()]);
      stage = await page.locator('form[data-stage]').getAttribute('data-stage');
    }
    assert.equal(STANDS[stage], row.stands.massage, `${row.id}: ${stage}`);
  }
  await page.context().close();
});
