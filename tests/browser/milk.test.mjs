/** May the baby drink this milk? An answer after one tap, and never more than four. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openPage, startBrowser, WITH_AND_WITHOUT_SCRIPT } from './browser.mjs';
import { AFTER_LOSS, SORE, withFindings } from './cases.mjs';
import { answers, go, ReliefPage, TOUCHED } from './relief_page.mjs';
import { startServer } from './server.mjs';

/** The lines, in their order, and what f.5 says to each. */
const HOLDS = [
  ['herpes', /Do not feed from that side, or use its milk, until it has healed\. Keep expressing that side so it does not fill\. Throw that milk away\./],
  ['hiv', /Call your specialist team today\. .*Keep expressing that side so it does not fill\. Ask the team what to do with that milk\./],
  ['pus', /Do not feed where the mouth would touch pus or a drain site\. Keep expressing that side so it does not fill\. Ask the clinician about that milk/],
  ['preterm', /Ask the baby's unit or doctor before using milk from the sore side\. Keep expressing that side so it does not fill\./],
];
const YES = /^May the baby drink this milk\? Yes .*the milk is safe/;

let server;
let browser;
let well;
let pus;
let loss;

before(async () => {
  server = await startServer('--region', 'UK');
  browser = await startBrowser();
  const page = await openPage(browser);
  well = await answers(page, server.url, SORE);
  pus = await answers(page, server.url, withFindings(SORE, { pus: 'yes' }));
  loss = await answers(page, server.url, AFTER_LOSS);
  await page.context().close();
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

/** Every set of lines that can be true. */
const SETS = Array.from({ length: 2 ** HOLDS.length }, (_, bits) => HOLDS.filter((_, at) => (bits >> at) & 1));

for (const [how, options] of WITH_AND_WITHOUT_SCRIPT) {
  describe(how, () => {
    let page;
    let milk;

    before(async () => {
      page = await openPage(browser, { ...TOUCHED, ...options });
      milk = await new ReliefPage(page, server.url).open('/about');
    });

    after(() => page.context().close());

    const asks = () => milk.count('main :is([name=tick], [name=go])[form]');
    const answer = () => page.locator('main .lead').allInnerTexts();

    for (const set of SETS) {
      const names = set.map(([id]) => id);
      test(`${names.join(' and ') || 'none of these'}: an answer after the first tap, the end after ${Math.min(4, set.length + 1)}`, async () => {
        await milk.open('/milk');
        assert.deepEqual(await answer(), [], 'nothing is said before it is asked');
        let taps = 0;
        for (const [id] of set) {
          await milk.follow(`[name=tick][value=${id}]`);
          taps += 1;
          assert.equal((await answer()).length, taps, 'each tap brings its words at once');
          assert.equal(await milk.count(`[name=tick][value=${id}][form]`), 0, 'and is not asked again');
        }
        if (await asks()) {
          await milk.follow(go('none'));
          taps += 1;
        }
        assert.equal(await asks(), 0, 'there is nothing more to tap');
        assert.ok(taps >= 1 && taps <= 4, `${taps} taps`);
        const said = await milk.shown();
        for (const [id, words] of HOLDS) {
          const holds = names.includes(id);
          assert.equal(words.test((await answer()).join(' ')), holds, `${id}: ${said}`);
        }
        assert.equal(YES.test(said), set.length === 0, said);
        assert.equal(await milk.count('.verdict'), set.length === 0 ? 1 : 0);
      });
    }

    test('what the check has found is answered without a tap', async () => {
      await milk.arrive('/milk', { kept: pus });
      assert.match((await answer()).join(' '), HOLDS[2][1]);
      assert.equal(await milk.count('[name=tick][value=pus][form]'), 0);
    });

    test('a check without such a sign still asks, for it does not ask all', async () => {
      await milk.arrive('/milk', { kept: well });
      assert.deepEqual(await answer(), []);
      assert.equal(await milk.count('[name=tick][form]'), HOLDS.length);
    });

    test('after a loss the page is not there, and nobody is asked about a baby', async () => {
      await milk.arrive('/milk', { kept: loss });
      assert.doesNotMatch(await milk.words(), /\b(baby|babies|feed|feeding|milk)\b/i);
    });
  });
}
