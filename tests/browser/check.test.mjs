/** The check on the page, the same with scripts and without them. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openPage, remember, startBrowser, WITH_AND_WITHOUT_SCRIPT } from './browser.mjs';
import { AFTER_LOSS, NO_BABY, SORE, WELL, withContext, withFindings } from './cases.mjs';
import { CheckPage } from './check_page.mjs';
import { singleTickEmergencies } from './emergencies.mjs';
import { startServer } from './server.mjs';
import { hurry, walk } from './walk.mjs';

/** What a well person may be asked to bear. */
const SCREENS_MAX = 18;
const TAPS_MAX = 25;

/** What the questions do say to the caregiver, who soothes the baby and counts the breaths. */
const MEANT_FOR_THE_CAREGIVER = ['whatever you try', 'Count it if you can'];

let server;
let browser;

before(async () => {
  server = await startServer();
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

for (const [how, options] of WITH_AND_WITHOUT_SCRIPT) {
  describe(how, () => {
    let page;
    let check;

    before(async () => {
      page = await openPage(browser, options);
      await remember(page, server.url, { region: 'UK' });
    });

    after(() => page.context().close());

    /** A new check at its first screen. */
    const open = () => new CheckPage(page, server.url).open();

    /** A new check at the screen with this id. */
    const openAt = async (id, person = WELL) => {
      const opened = await open();
      await hurry(opened, person, (at) => at === id);
      return opened;
    };

    test('a well parent with a well baby reaches "Nothing found" without much trouble', async () => {
      check = await open();
      await walk(check, WELL);
      assert.match(await check.words(), /Nothing found/);
      assert.equal(await page.locator('.banner.u0').count(), 2);
      assert.ok(check.screens <= SCREENS_MAX, `${check.screens} screens`);
      assert.ok(check.taps <= TAPS_MAX, `${check.taps} taps`);
      console.log(`well parent and baby, ${how}: ${check.screens} screens, ${check.taps} taps`);
    });

    test('every emergency that one tick can tell is shown at once, with a call', async () => {
      const emergencies = singleTickEmergencies();
      assert.ok(emergencies.length >= 20, `only ${emergencies.length} emergencies`);
      for (const { list, line, choice } of emergencies) {
        check = await open();
        await check.answer('who', list.who);
        for (const screen of list.before) {
          assert.equal(await check.at(), screen);
          await check.none();
        }
        assert.equal(await check.at(), list.screen);
        await check.tick(line, choice);
        await check.goOn();
        const told = `${line} ${choice ?? ''}`;
        assert.equal(await check.at(), 'result', told);
        assert.match(await page.locator('.banner').first().getAttribute('class'), /\bu6\b/, told);
        assert.equal(await page.locator('.foot a[href="tel:999"]').count(), 1, told);
      }
    });

    test('going back loses nothing', async () => {
      const person = withFindings(SORE, { heart: 'raised', heat_colour: 'small_patch', nipple_skin: 'itchy' });
      check = await open();
      await hurry(check, person);
      const kept = await check.kept();
      const seen = [];
      for (let at = await check.at(); at !== 'who'; at = await check.at()) {
        await check.back();
        seen.push(await check.at());
        assert.equal(await check.kept(), kept, `at ${seen.at(-1)}`);
        if (seen.at(-1) === 'parent_now_more') {
          assert.deepEqual(await check.ticked(), ['heart.0']);
          assert.ok(await page.locator('[name="level.heart.0"][value="1"]').isChecked());
        }
        if (seen.at(-1) === 'breasts') {
          assert.deepEqual(await check.ticked(), ['pain.0', 'heat_colour.0', 'lump.0', 'nipple_skin.0']);
        }
      }
      assert.ok(seen.length >= 18, `${seen.length} screens back`);
      assert.equal(new Set(seen).size, seen.length, 'no screen twice');
    });

    test('"Not sure" on a red flag is asked once more with how to tell, and then counts', async () => {
      check = await openAt('parent_now');
      await check.tick('confused.0', 'unsure');
      await check.goOn();
      assert.equal(await check.at(), 'parent_now.confused');
      assert.match(await page.locator('.tell').innerText(), /How to tell/);
      await check.answer('choice', 'unsure');
      assert.equal(await check.at(), 'parent_now_more');
      assert.match(await check.kept(), /f\.confused=unsure/);
      assert.equal(await page.locator('.reached .banner.u5').count(), 1);
    });

    test('"Not sure: ask one by one" asks every line on its own', async () => {
      check = await openAt('parent_now');
      await check.answer('go', 'one_by_one');
      const asked = [];
      for (let at = await check.at(); at.startsWith('parent_now.'); at = await check.at()) {
        asked.push(at);
        assert.equal(await page.locator('.tell').count(), 0, 'how to tell comes with the second asking');
        await check.answer('choice', '0');
      }
      assert.equal(asked.length, 5);
      assert.equal(await check.at(), 'parent_now_more');
    });

    test('"None of these" together with a tick is refused in words, and the tick stays', async () => {
      check = await openAt('parent_now_more');
      await check.tick('heart.0', '3');
      await check.tick('allergy.0');
      await check.send('none');
      assert.equal(await check.at(), 'parent_now_more');
      assert.match(await check.error(), /Something is ticked, and “None of these” was chosen/);
      assert.deepEqual(await check.ticked(), ['heart.0', 'allergy.0']);
      assert.ok(await page.locator('[name="level.heart.0"][value="3"]').isChecked(), 'the level stays too');
    });

    test('going on with nothing ticked is refused in words', async () => {
      check = await openAt('parent_now');
      await check.send('ticked');
      assert.match(await check.error(), /Nothing is ticked/);
    });

    test('a temperature is read as it is typed, or asked again', async () => {
      const temperature = async () => {
        const opened = await openAt('last_day');
        await opened.tick('temp.0');
        await opened.goOn();
        assert.equal(await opened.at(), 'last_day.temp');
        return opened;
      };
      const reads = async (typed, level, unit) => {
        check = await temperature();
        await check.type(typed, unit);
        assert.match(await check.kept(), new RegExp(`f\\.temp=${level}@`), typed);
      };
      const asksAgain = async (typed, words, unit) => {
        check = await temperature();
        await check.type(typed, unit);
        assert.equal(await check.at(), 'last_day.temp', typed);
        assert.match(await check.error(), words, typed);
        assert.equal(await page.locator('input[name=reading]').inputValue(), typed);
      };
      await reads('38,5', 'fever');
      await reads('101.3', 'fever', 'f');
      await reads('37.9', 'low_grade');
      await asksAgain('101.3', /Did you mean 101\.3 °F/, 'c');
      await asksAgain('380', /Did you mean 38\.0 °C/);
      await asksAgain('abc', /not a number/);
      await asksAgain('', /not a number/);
    });

    test('a sore breast ends in a plan', async () => {
      check = await open();
      await walk(check, SORE);
      assert.equal(await page.locator('.banner').first().getAttribute('class').then((names) => names.includes('u1')), true);
      const titles = await page.locator('h2.kind').allInnerTexts();
      assert.deepEqual(titles, ['Do', 'If you like', 'Not now', 'Never']);
      assert.match(await check.words(), /What it could be/);
      assert.match(await check.words(), /Sooner than .* if/);
    });

    test('someone who answers for her is never called "you" in a question', async () => {
      const person = withContext(withFindings(SORE, { temp: 'fever', heat_colour: 'small_patch' }), { audience: 'caregiver' });
      check = await open();
      await hurry(check, person, async (at) => {
        if (at === 'who') return false;
        const words = await page.evaluate(() => document.querySelector('#answers').textContent.replace(/\s+/g, ' '));
        const said = MEANT_FOR_THE_CAREGIVER.reduce((rest, meant) => rest.replace(meant, ''), words);
        assert.doesNotMatch(said, /\b(you|your|yours|yourself)\b/i, at);
        return false;
      });
      assert.equal(await check.at(), 'result');
    });

    for (const [name, person] of [['without a baby', NO_BABY], ['after a loss', AFTER_LOSS]]) {
      test(`${name} no screen speaks of one`, async () => {
        check = await open();
        const speaks = async (at) => {
          if (at === 'who') return false;
          const words = await page.evaluate(() => `${document.title} ${document.body.textContent}`.replace(/\s+/g, ' '));
          assert.doesNotMatch(words, /\b(bab(y|ies)|feed|feeds|feeding|breastfeed\w*|napp(y|ies)|nurs(e|es|ing))\b/i, at);
          return false;
        };
        await hurry(check, person, speaks);
        await speaks('the result');
      });
    }

    test('a change of colours in mid-check keeps the answers and the place', async () => {
      check = await openAt('last_day', withFindings(WELL, { heart: 'raised' }));
      const kept = await check.kept();
      await check.turn(() => page.locator('.head button[name=theme]:visible').click());
      assert.equal(await page.getAttribute('html', 'data-theme'), 'dark');
      assert.equal(await check.at(), 'last_day');
      assert.equal(await check.kept(), kept);
      await hurry(check, SORE);
      await check.turn(() => page.locator('.head button[name=theme]:visible').click());
      assert.equal(await page.getAttribute('html', 'data-theme'), 'red');
      assert.equal(await check.at(), 'result');
    });
  });
}

test('without a region no number is named, until one is chosen on the result', async () => {
  const page = await openPage(browser);
  const check = await new CheckPage(page, server.url).open();
  await check.answer('who', 'parent');
  await check.tick('confused.0');
  await check.goOn();
  assert.match(await check.words(), /local emergency number/);
  assert.equal(await page.locator('a[href^="tel:"]').count(), 0);
  await page.locator('#region').selectOption('IE');
  await check.press('go', 'region');
  assert.equal(await check.at(), 'result');
  assert.equal(await page.locator('.foot a[href="tel:112"]').count(), 1);
  await page.goto(`${server.url}/help`);
  assert.ok((await page.locator('a[href="tel:112"]').count()) > 0, 'the choice stays');
  await page.context().close();
});

test('stale or senseless hidden fields lead to a page that says what to do', async () => {
  const post = (fields) => fetch(`${server.url}/check`, { method: 'POST', body: new URLSearchParams(fields) });
  const senseless = [
    { kept: 'f.no_such_finding=yes', at: 'parent_now', go: 'none' },
    { kept: 'f.confused=purple', at: 'parent_now', go: 'none' },
    { kept: 'who=martian', at: 'parent_now', go: 'none' },
    { kept: '%%%', at: 'who', who: 'parent' },
    { kept: 'x'.repeat(20_000), at: 'who', who: 'parent' },
    { kept: 'who=parent', at: 'no_such_screen', go: 'none' },
    { kept: 'who=parent', go: 'none' },
  ];
  for (const fields of senseless) {
    const answer = await post(fields);
    const words = await answer.text();
    assert.equal(answer.status, 400, JSON.stringify(fields).slice(0, 80));
    assert.match(words, /another version of the questions/);
    assert.match(words, /class="help-now"/);
  }
  const misfit = await post({ kept: 'who=parent', at: 'parent_now', go: 'ticked', tick: 'b_fit.0' });
  assert.equal(misfit.status, 200);
  assert.match(await misfit.text(), /does not fit this question/);
});

test('an address that is not ours leads to a page that says so', async () => {
  for (const [path, method, status] of [['/no-such-page', 'GET', 404], ['/check/', 'GET', 404], ['/about', 'POST', 405]]) {
    const answer = await fetch(server.url + path, { method });
    assert.equal(answer.status, status, path);
    assert.match(await answer.text(), /There is no page here/);
  }
});
