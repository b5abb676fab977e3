/** The painkiller card in a hand at night: touch, a warning before saving, a log that stays on the phone and goes nowhere. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { openPage, PHONE, startBrowser } from './browser.mjs';
import { KEY, PainkillersPage } from './painkillers_page.mjs';
import { startServer } from './server.mjs';

const NIGHT = '2026-11-23T03:12:00Z';
const at = (time) => Date.parse(time) / 1000;
const HOUR_S = 3600;

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

/** A phone with touch, in London, with British clock times. */
async function phone(more = {}) {
  const page = await openPage(browser, { viewport: PHONE, hasTouch: true, isMobile: true, timezoneId: 'Europe/London', locale: 'en-GB', ...more });
  const faults = [];
  page.on('pageerror', (fault) => faults.push(String(fault)));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  const it = new PainkillersPage(page, server.url);
  await it.clock(NIGHT);
  return { page, it, faults };
}

/** Does something that opens another page, and waits for it. */
async function turn(page, act) {
  const opened = page.waitForEvent('domcontentloaded');
  await Promise.all([opened, act()]);
}

describe('on a phone', () => {
  let page;
  let it;
  let faults;

  beforeEach(async () => {
    await page?.context().close();
    ({ page, it, faults } = await phone());
    await it.open();
  });

  after(() => page?.context().close());

  test('the cautions come first, and no time is shown before they are answered', async () => {
    const words = await it.words();
    assert.match(words, /Ibuprofen: any of these\?.*None of these 12.*Paracetamol \(acetaminophen\): any of these\?.*None of these 3/);
    assert.doesNotMatch(words, /up to|From \d|Allowed/);
    await it.none('ibuprofen');
    assert.deepEqual(await it.card('Ibuprofen 200 mg').then(({ tag, figure }) => [tag, figure]), ['Allowed', 'Now, up to 400 mg']);
    assert.match((await it.card('Paracetamol')).words, /any of these/);
    await it.some('paracetamol');
    const held = await it.card('Paracetamol 500 mg');
    assert.deepEqual([held.tag, held.figure], [null, 'Ask first']);
    assert.doesNotMatch(held.words, /up to|From \d/);
    await it.tap('#again-paracetamol');
    await it.none('paracetamol');
    assert.equal((await it.card('Paracetamol 500 mg')).figure, 'Now, up to 1,000 mg');
    assert.deepEqual(faults, []);
  });

  test('they are asked again after a day, and when the clock was set back behind the answer', async () => {
    await it.keep([], { now: NIGHT });
    assert.equal((await it.card('Ibuprofen 200 mg')).tag, 'Allowed');
    for (const time of ['2026-11-24T03:11:01Z', '2026-11-23T03:10:00Z']) {
      await it.clock(time);
      await it.reload();
      assert.match((await it.card('Ibuprofen')).words, /any of these/, time);
    }
  });

  test('doses are logged by touch, the next time is said first, and a reload keeps them', async () => {
    await it.none('ibuprofen');
    await it.none('paracetamol');
    await it.log({ what: 'medicine.ibuprofen_uk', amount: 400, when: '20:30' });
    const allowed = await it.card('Ibuprofen 200 mg');
    assert.deepEqual([allowed.tag, allowed.figure, allowed.percent], ['Allowed', 'Now, up to 400 mg', '33.3%']);
    assert.match(allowed.words, /Last 400 mg at 20:30\. Gap 6 h\. 400 of 1,200 mg in 24 h/);

    await it.log({ what: 'other.paracetamol', amount: 650, when: 152 });
    const wait = await it.card('Paracetamol 500 mg');
    assert.deepEqual([wait.tag, wait.figure], ['Wait', 'From 04:40']);
    assert.match(wait.words, /In 1 h 28 min, up to 1,000 mg\. Last 650 mg at 00:40\..*650 of 4,000 mg in 24 h/);

    const before = await it.doses();
    assert.deepEqual(before.map(({ id, ...dose }) => dose), [
      { medicine: 'ibuprofen_uk', amount_mg: 400, at: at('2026-11-22T20:30:00Z') },
      { other: 'paracetamol', amount_mg: 650, at: at('2026-11-23T00:40:00Z') },
    ]);
    await it.reload();
    assert.deepEqual(await it.doses(), before);
    assert.equal((await it.card('Paracetamol 500 mg')).figure, 'From 04:40');
    assert.deepEqual(faults, []);
  });

  test('the warning comes before an exceeding dose is saved, with two honest ways on', async () => {
    const taken = [20, 13, 7].map((hours) => ({ medicine: 'ibuprofen_uk', amount_mg: 400, at: at(NIGHT) - hours * HOUR_S }));
    await it.keep(taken, { now: NIGHT });
    assert.equal((await it.card('Ibuprofen 200 mg')).figure, 'From 07:13');
    await it.log({ what: 'medicine.ibuprofen_uk', amount: 400 });
    const warning = await it.warning();
    assert.match(warning, /That makes 1,600 mg in 24 hours\. The label limit is 1,200 mg\./);
    assert.match(warning, /Over the limit: call 111\. If unwell, call 999\./);
    assert.match(warning, /Wait until 07:13 I took it: save it/);
    assert.equal((await it.doses()).length, 3, 'nothing is saved while the warning stands');

    await it.wait();
    assert.equal((await it.doses()).length, 3, 'waiting saves nothing');
    await it.log({ what: 'medicine.ibuprofen_uk', amount: 400 });
    await it.took();
    assert.equal((await it.doses()).length, 4, 'what was taken is saved');
    const over = await it.card('Ibuprofen 200 mg');
    assert.match(over.words, /1,600 of 1,200 mg in 24 h Over the limit: call 111\. If unwell, call 999\./);
    assert.match(await it.words(), /Saved: 400 mg from Ibuprofen 200 mg, 03:12\. Undo/);
    await it.tap('.toast .btn');
    assert.equal((await it.doses()).length, 3, 'undone');
    assert.deepEqual(faults, []);
  });

  test('a sum over the limit is told also while the cautions are open', async () => {
    await it.keep([{ medicine: 'paracetamol_uk_ie', amount_mg: 4500, at: at(NIGHT) - HOUR_S }], { now: NIGHT, answers: {} });
    const open = await it.card('Paracetamol');
    assert.match(open.words, /any of these\? 4,500 of 4,000 mg in 24 h Over the limit: call 111\. If unwell, call 999\./);
    assert.doesNotMatch(open.words, /From \d/);
  });

  test('a part of a tablet, too soon, two of one kind: each is said', async () => {
    await it.keep([{ medicine: 'ibuprofen_uk', amount_mg: 200, at: at(NIGHT) - HOUR_S }], { now: NIGHT });
    await it.log({ what: 'medicine.ibuprofen_uk', amount: 380 });
    assert.match(await it.warning(), /Too soon\. The gap ends at 08:12\. 380 mg is not a whole number of 200 mg tablets\. Not taken: go back/);
    await it.wait();
    await it.log({ what: 'other.nsaid' });
    assert.match(await it.warning(), /Two drugs like ibuprofen are never taken together within 24 hours\./);
    await it.took();
    const card = await it.card('Ibuprofen 200 mg');
    assert.equal(card.figure, 'Ask first');
    assert.match(card.words, /Another drug of this kind was taken in the last 24 hours\./);
  });

  test('what is missing is asked for, in words, and nothing is saved', async () => {
    await it.keep([], { now: NIGHT });
    await it.tap('[data-log]');
    await it.tap('[data-save]');
    assert.match(await it.words(), /Choose what was taken\./);
    await it.fill({ what: 'other.ibuprofen' });
    await it.tap('[data-save]');
    assert.match(await it.words(), /Type the amount in mg, such as 400\./);
    await it.fill({ amount: 200, when: 99_999 });
    await it.tap('[data-save]');
    assert.match(await it.words(), /Type the minutes/);
    await it.tap('label[for="when-clock"]');
    await it.tap('[data-save]');
    assert.match(await it.words(), /Type a time such as 03:10\./);
    assert.equal((await it.doses()).length, 0);
  });

  test('a dose is corrected, deleted, and brought back', async () => {
    await it.keep([{ medicine: 'paracetamol_uk_ie', amount_mg: 1000, at: at(NIGHT) - 2 * HOUR_S - 17 }], { now: NIGHT });
    await it.tap('#change-1');
    await it.fill({ amount: 500 });
    await it.tap('[data-save]');
    assert.deepEqual(await it.doses(), [{ id: 1, medicine: 'paracetamol_uk_ie', amount_mg: 500, at: at(NIGHT) - 2 * HOUR_S - 17 }], 'only the amount changed');
    await it.tap('#change-1');
    await it.fill({ when: '23:00' });
    await it.tap('[data-save]');
    assert.equal((await it.doses())[0].at, at('2026-11-22T23:00:00Z'));
    assert.equal((await it.card('Paracetamol 500 mg')).figure, 'Now, up to 1,000 mg');
    await it.tap('#change-1');
    await it.tap('[data-delete]');
    assert.deepEqual(await it.doses(), []);
    await it.tap('.toast .btn');
    assert.equal((await it.doses()).length, 1);
    await it.tap('#delete-all');
    assert.deepEqual(await it.doses(), []);
  });

  test('a clock that was set back allows nothing sooner, and says what is dated later', async () => {
    await it.keep([{ medicine: 'ibuprofen_uk', amount_mg: 400, at: at(NIGHT) }], { now: '2026-11-22T20:00:00Z' });
    await it.clock('2026-11-22T20:00:00Z');
    await it.reload();
    const card = await it.card('Ibuprofen 200 mg');
    assert.deepEqual([card.tag, card.figure], ['Wait', 'From Monday 09:12']);
    assert.match(await it.words(), /A dose is dated later than now\. Correct its time\./);
    await it.log({ what: 'medicine.ibuprofen_uk', amount: 200 });
    assert.match(await it.warning(), /Too soon\. The gap ends at Monday 09:12\./);
  });

  test('logging removes what is older than two weeks, and a wrong clock for one dose does not empty the log', async () => {
    const day = (days) => ({ medicine: 'ibuprofen_uk', amount_mg: 200, at: at(NIGHT) - days * 24 * HOUR_S });
    await it.keep([day(16), day(15), day(3)], { now: NIGHT });
    await it.log({ what: 'medicine.ibuprofen_uk', amount: 200 });
    assert.equal((await it.doses()).length, 4, 'two weeks before the newest dose');
    await it.log({ what: 'medicine.paracetamol_uk_ie', amount: 500 });
    assert.equal((await it.doses()).length, 3);
    await it.clock('2031-01-01T00:00:00Z');
    await it.log({ what: 'medicine.paracetamol_uk_ie', amount: 500 });
    assert.equal((await it.doses()).length, 4, 'nothing is lost by one look at a wrong clock');
  });

  test('a log that cannot be read is not an empty one', async () => {
    for (const broken of ['{"doses":', '{"doses":[{"medicine":"ibuprofen_uk"}]}', '[]', '{"doses":{},"cautions":{}}']) {
      await page.evaluate(([key, text]) => localStorage.setItem(key, text), [KEY, broken]);
      await it.reload();
      const words = await it.words();
      assert.match(words, /The log on this phone cannot be read\. No times are shown\./, broken);
      assert.doesNotMatch(words, /up to|Allowed|Log a dose/, broken);
    }
    await page.getByText('Start a new log').tap();
    assert.match(await it.words(), /any of these/);
  });

  test('a medicine that this version does not know leaves no time', async () => {
    await it.keep([{ medicine: 'gone', amount_mg: 1, at: at(NIGHT) - HOUR_S }], { now: NIGHT });
    const words = await it.words();
    assert.match(words, /The log holds a medicine that is not known here\./);
    assert.doesNotMatch(words, /up to|Allowed/);
  });

  test('another place has other limits, or none, and the place stays', async () => {
    await it.keep([], { now: NIGHT });
    await it.tap('#place-summary');
    await page.selectOption('#place', 'US');
    assert.match(await it.words(), /Label limits, United States/);
    assert.equal((await it.card('Acetaminophen 325 mg')).figure, 'Now, up to 650 mg');
    assert.equal((await it.card('Acetaminophen 500 mg')).figure, 'Now, up to 1,000 mg');
    await it.tap('#place-summary');
    await page.selectOption('#place', 'AU');
    const free = await it.card('Ibuprofen');
    assert.equal(free.figure, 'No label limit');
    assert.match(free.words, /Follow the pack\. Ask a pharmacist\./);
    await it.reload();
    assert.match(await it.words(), /Label limits, Australia/);
  });

  test('a phone that cannot keep a dose says so, and counts nothing', async () => {
    await it.keep([], { now: NIGHT });
    await page.evaluate(() => {
      Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };
    });
    await it.log({ what: 'medicine.ibuprofen_uk', amount: 400 });
    assert.match(await it.words(), /This phone could not keep it\. The times do not count it\./);
    assert.deepEqual(await it.doses(), []);
    assert.doesNotMatch(await it.words(), /Saved:/);
  });

  test('the gap that is told is the one that held', async () => {
    await it.keep([{ medicine: 'ibuprofen_us', amount_mg: 400, at: at(NIGHT) - 7 * HOUR_S }], { now: NIGHT, region: 'US' });
    assert.match((await it.card('Ibuprofen 200 mg')).words, /Last 400 mg at 20:12\. Gap 6 h\./);
    await it.keep([{ medicine: 'ibuprofen_us', amount_mg: 200, at: at(NIGHT) - 7 * HOUR_S }], { now: NIGHT, region: 'US' });
    assert.match((await it.card('Ibuprofen 200 mg')).words, /Last 200 mg at 20:12\. Gap 4 h\./);
  });

  test('the foot takes at most 22 % of the height, and its button is a thumb wide', async () => {
    const foot = await page.evaluate(() => document.querySelector('.foot').getBoundingClientRect().height);
    assert.ok(foot <= PHONE.height * 0.22, `${foot} px`);
    const button = await page.locator('[data-log]').boundingBox();
    assert.ok(button.height >= 56 && button.width > 300);
  });
});

test('what the check said holds on the card, whatever is answered there', async () => {
  const { page, it } = await phone();
  await it.open();
  await it.keep([], { now: NIGHT });
  await page.evaluate(() => sessionStorage.setItem('milkway.check', 'who=parent;f.nsaid_caution=unsure'));
  await it.openWithAnswers();
  const card = await it.card('Ibuprofen 200 mg');
  assert.equal(card.figure, 'Ask first');
  assert.match(card.words, /The check says so\./);
  assert.doesNotMatch(card.words, /Answer the list again/);
  assert.equal((await it.card('Paracetamol 500 mg')).figure, 'Now, up to 1,000 mg');
  await page.context().close();
});

test('no request carries a dose, whatever is done', async () => {
  const { page, it } = await phone();
  const requests = [];
  page.on('request', (request) => requests.push(request));
  await page.goto(`${server.url}/check`);
  await turn(page, () => page.locator('[name=who][value=parent]').first().tap());
  await it.openWithAnswers();
  await it.none('ibuprofen');
  await it.log({ what: 'medicine.ibuprofen_uk', amount: 387, when: '20:31' });
  await it.took();
  await it.log({ what: 'other.paracetamol', amount: 653, when: 154 });
  await it.tap('#change-2');
  await it.fill({ amount: 659 });
  await it.tap('[data-save]');
  assert.deepEqual((await it.doses()).map((dose) => dose.amount_mg), [387, 659]);
  // The forms that remain: other colours, help, the way home.
  await turn(page, () => page.locator('.head button[name=theme]:visible').first().tap());
  await it.ready();
  await turn(page, () => it.tap('.foot .help-now'));
  assert.equal(await page.locator('h1').innerText(), 'Help now');
  await it.openWithAnswers();

  const carried = requests.filter((request) => {
    const said = `${request.url()} ${request.postData() ?? ''} ${JSON.stringify(request.headers())}`;
    return /387|653|659|ibuprofen|paracetamol|taken|amount/.test(decodeURIComponent(said.replace(/\/painkillers/g, '').replace(/%(?![0-9a-f]{2})/gi, '')));
  });
  assert.deepEqual(carried.map((request) => `${request.method()} ${request.url()} ${request.postData() ?? ''}`), []);
  assert.ok(requests.some((request) => request.method() === 'POST' && request.url().endsWith('/painkillers')), 'forms were sent');
  assert.deepEqual(requests.filter((request) => new URL(request.url()).origin !== server.url).map((request) => request.url()), []);
  assert.ok(!/387|653|659/.test(server.said()), 'the log of the server');
  await page.context().close();
});

test('the scripts of the card carry one version, so that arithmetic and page belong together', async () => {
  const { page, it } = await phone();
  const loaded = [];
  page.on('request', (request) => /\/static\/[^/]+\/dose/.test(request.url()) && loaded.push(new URL('.', request.url()).pathname));
  await it.open();
  assert.equal(loaded.length, 6);
  const folder = new URL('.', new URL(await page.locator('script[src*="painkillers.js"]').getAttribute('src'), server.url)).pathname;
  assert.ok(folder.length > '/static/'.length + 5 && loaded.every((one) => one === folder));
  await page.context().close();
});

test('at a change of clocks a time that stood twice is read as the later one', async () => {
  const { page, it } = await phone();
  await it.clock('2026-10-25T06:00:00Z');
  await it.open();
  await it.keep([], { now: '2026-10-25T06:00:00Z' });
  await it.log({ what: 'medicine.ibuprofen_uk', amount: 400, when: '01:30' });
  assert.equal((await it.doses())[0].at, at('2026-10-25T01:30:00Z'));
  assert.equal((await it.card('Ibuprofen 200 mg')).figure, 'From 07:30');
  await page.context().close();
});

test('without script it is a plain page: one form, relative words, and it says that nothing is kept', async () => {
  const page = await openPage(browser, { javaScriptEnabled: false, hasTouch: true });
  await page.goto(`${server.url}/painkillers`);
  const words = async () => (await page.locator('main').innerText()).replace(/[\s\u00a0]+/g, ' ');
  const press = (name, value) => turn(page, () => page.locator(`[name=${name}][value=${value}]`).tap());
  assert.match(await words(), /Without JavaScript nothing is kept\./);
  assert.match(await words(), /One dose: 200 to 400 mg Gap: 6 h or more At most 1,200 mg in any 24 hours Longest without advice: 10 days; ask sooner/);
  assert.match(await words(), /Ask first if: Ibuprofen/);
  await page.locator('label[for="ibuprofen-none"]').tap();
  await page.fill('#amount', '400');
  await page.fill('#hours', '2');
  await press('go', 'log');
  assert.match(await words(), /Ibuprofen 200 mg In 4 h( 1 min)? Up to 400 mg then\. Last 400 mg, 2 h ago\. 400 of 1,200 mg in 24 h/);
  await page.fill('#amount', '600');
  await press('go', 'log');
  assert.match(await words(), /Before it is saved Too soon\. The gap ends in 4 h( 1 min)?\. One dose on the label is at most 400 mg\. Not taken: go back I took it: save it/);
  await press('go', 'save');
  assert.match(await words(), /1,000 of 1,200 mg in 24 h/);
  // Other colours lose nothing.
  await turn(page, () => page.locator('.head button[name=theme]:visible').first().tap());
  assert.match(await words(), /1,000 of 1,200 mg in 24 h/);
  await page.context().close();
});
