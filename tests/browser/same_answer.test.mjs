/** One set of answers, three doors: the page, the terminal and the batch. All must say the same. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { assess } from './binary.mjs';
import { openPage, remember, startBrowser } from './browser.mjs';
import { CheckPage } from './check_page.mjs';
import { levelOfHead, SCREENS } from './protocol.mjs';
import { readResult } from './result_page.mjs';
import { startServer } from './server.mjs';
import { headlines, interview } from './terminal.mjs';
import { hurry } from './walk.mjs';

const text = readFileSync(new URL('../cases/shared.ndjson', import.meta.url), 'utf8');
const cases = text.trimEnd().split('\n').map((line) => JSON.parse(line));
const results = assess(cases);
const both = cases.map((one, at) => [one, results[at]]);
const complete = both.filter(([, result]) => result.complete);
const partial = both.filter(([, result]) => !result.complete);

let server;
let browser;
let page;

before(async () => {
  server = await startServer();
  browser = await startBrowser();
  page = await openPage(browser);
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

/** What the batch says, in the form of the page: the worse patient first, each rule's sentence, each condition's sentence. */
function expected(result, { context }) {
  // Of a baby that a unit watches, and of whom nothing was said, page and terminal are silent.
  const silent = context.baby === 'in_hospital' && result.baby?.level === 0;
  // In an emergency nothing stands beside the call: no banner for a patient of whom nothing can be told yet.
  const told = (patient) => patient !== null && (result.level !== 6 || patient.level !== null);
  const patients = [result.parent, silent ? null : result.baby].filter(told);
  const grave = (patient) => patient.level ?? -1;
  const sentences = (rules) => rules.map((rule) => rule.text);
  return {
    levels: [...patients].sort((one, other) => grave(other) - grave(one)).map((patient) => patient.level),
    rules: patients.flatMap((patient) => patient.reasons.map((rule) => rule.rule)),
    reasons: patients.flatMap((patient) => sentences(patient.reasons)),
    also: patients.flatMap((patient) => sentences(patient.also)),
    conditions: result.conditions.map((condition) => condition.text),
  };
}

/** The reasons of the page may add in brackets what was ticked. */
function withoutWhatWasSaid(reasons, wanted) {
  return reasons.map((reason, at) => (reason.startsWith(`${wanted[at]} (`) ? wanted[at] : reason));
}

function agrees(shown, result, one) {
  const { id } = one;
  const wanted = expected(result, one);
  assert.deepEqual(shown.banners.map((banner) => banner.level), wanted.levels, `${id}: urgency`);
  assert.deepEqual(shown.rules, wanted.rules, `${id}: rules`);
  assert.deepEqual(withoutWhatWasSaid(shown.reasons, wanted.reasons), wanted.reasons, `${id}: sentences of the rules`);
  assert.deepEqual(shown.also, wanted.also, `${id}: further rules`);
  assert.deepEqual(shown.conditions, wanted.conditions, `${id}: conditions`);
  const baby = shown.banners.find((banner) => banner.word.startsWith('The baby:'));
  if (baby !== undefined) assert.equal(baby.level, result.baby.level, `${id}: the baby's own banner`);
}

async function openCheck(one) {
  await remember(page, server.url, { region: one.context.region });
  return new CheckPage(page, server.url).open();
}

test('the cases reach every level of the parent and every level that the rules have for a baby', () => {
  const levels = (patient) => [...new Set(complete.map(([, result]) => result[patient]?.level))].filter((one) => one >= 0).sort();
  assert.deepEqual(levels('parent'), [0, 1, 2, 3, 4, 5, 6]);
  assert.deepEqual(levels('baby'), [0, 2, 3, 4, 5, 6], 'care at home has no rule for a baby');
  assert.ok(results.some((result) => result.notes.some((note) => note.id === 'raised_temp')), 'a masked fever');
  assert.ok(partial.some(([, result]) => result.interim) && partial.some(([, result]) => result.level === null));
});

for (const [one, result] of complete) {
  test(`page and batch agree: ${one.id}`, async () => {
    const check = await openCheck(one);
    await hurry(check, one);
    agrees(await readResult(page), result, one);
  });
}

for (const [one, result] of partial) {
  test(`page and batch agree so far: ${one.id}`, async () => {
    const check = await openCheck(one);
    const answered = (at) => SCREENS.get(at).kind.list?.every((id) => id in one.findings) ?? at === 'who';
    await hurry(check, one, (at) => at === 'result' || !answered(at));
    const shown = await readResult(page);
    if (result.level === 6) {
      assert.equal(await check.at(), 'result');
      agrees(shown, result, one);
      assert.match(await check.words(), /So far\. Some questions are open/);
    } else {
      assert.notEqual(await check.at(), 'result');
      assert.deepEqual(shown.banners.map((banner) => banner.level), result.level === null ? [] : [result.level]);
    }
  });
}

test('terminal and batch agree on every headline', async () => {
  for (const [one, result] of complete) {
    const printed = await interview(one);
    const levels = headlines(printed).map(({ head }) => levelOfHead(head));
    assert.deepEqual(levels, expected(result, one).levels, `${one.id}: ${printed.slice(0, 400)}`);
  }
});
