/** The doors of the sessions as a person meets them: what closes them, what is asked, and what is remembered. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openPage, startBrowser, WITH_AND_WITHOUT_SCRIPT } from './browser.mjs';
import { SORE, withContext, withFindings } from './cases.mjs';
import { answers, earlier, go, MORE, nowS, ReliefPage, TOUCHED, way } from './relief_page.mjs';
import { startServer } from './server.mjs';

const LIGHT_TOUCH = '/session/light_touch';
const VIBRATION = '/session/vibration';

/** People whom the gate keeps out, and a word of the reason. */
const KEPT_OUT = [
  ['fever', withFindings(SORE, { temp: 'fever', fever_hours: 'lt12' }), /a fever, or a painkiller may be hiding one/],
  ['a bleeding problem', withFindings(SORE, { bleed_or_clot: 'yes' }), /a bleeding problem or a clot/],
  ['a lump she is not sure of', withFindings(SORE, { lump: 'unsure' }), /a hard, fixed lump that must be examined/],
];

let server;
let browser;
let sore;
const lines = new Map();

before(async () => {
  server = await startServer('--region', 'UK');
  browser = await startBrowser();
  const page = await openPage(browser);
  sore = await answers(page, server.url, SORE);
  for (const [name, person] of KEPT_OUT) lines.set(name, await answers(page, server.url, person));
  lines.set('caregiver', await answers(page, server.url, withContext(SORE, { audience: 'caregiver' })));
  await page.context().close();
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

/** The paths of the rows under a heading of the plan. */
function rows(page, ...titles) {
  return page.evaluate((wanted) => [...document.querySelectorAll('section')]
    .filter((section) => wanted.includes(section.querySelector('h2')?.textContent.trim()))
    .flatMap((section) => [...section.querySelectorAll('.way')].map((one) => one.getAttribute('formaction') ?? one.getAttribute('href'))), titles);
}

/** Answers what a door asks until it asks nothing more that a tap answers; the headings in order. */
async function through(relief, ...said) {
  const seen = [await relief.heading()];
  for (const answer of said) {
    await relief.follow(go(answer));
    seen.push(await relief.heading());
  }
  return seen;
}

for (const [how, options] of WITH_AND_WITHOUT_SCRIPT) {
  const script = options.javaScriptEnabled !== false;

  describe(`doors ${how}`, () => {
    let page;
    let relief;

    before(async () => {
      page = await openPage(browser, { ...TOUCHED, ...options });
    });

    after(() => page.context().close());

    async function fresh() {
      await page.context().close();
      page = await openPage(browser, { ...TOUCHED, ...options });
      relief = await new ReliefPage(page, server.url).open('/about');
      return relief;
    }

    for (const [name, , reason] of KEPT_OUT) {
      test(`${name} keeps light touch closed: not in the plan, no start on its card, and the session says why and what instead`, async () => {
        await fresh();
        await relief.arrive('/relief', { kept: lines.get(name) });
        assert.ok((await rows(page, 'Do')).includes('/relief/cold_pack'));
        assert.ok(!(await rows(page, 'Do', 'If you like')).includes('/relief/light_touch'));
        await relief.arrive('/relief/light_touch', { kept: lines.get(name) });
        assert.equal(await relief.count(way(LIGHT_TOUCH)), 0);
        for (const where of [LIGHT_TOUCH, '/session/lying_strokes']) {
          await relief.arrive(where, { kept: lines.get(name), pass: `${nowS()} none old`, side: 'left', before: 3, go: 'before', score: 3 });
          assert.match(await relief.heading(), /^Not now: Light /);
          assert.match(await relief.shown(), reason);
          assert.equal(await relief.count('h2:text-is("What to do instead")'), 1);
          assert.ok(await relief.count(way('/relief/cold_pack')) === 1, 'cold is offered instead');
          assert.equal(await relief.count('.moves, [name=score]'), 0);
        }
        await relief.follow(way('/relief/cold_pack'));
        assert.match(await relief.heading(), /^Cold pack/);
      });
    }

    test('what a session asks is asked for: an address alone never shows the acts of massage', async () => {
      await fresh();
      for (const id of ['light_touch', 'lying_strokes', 'vibration']) {
        await relief.open(`/session/${id}`);
        assert.equal(await relief.heading(), 'The check comes first', id);
        assert.equal(await relief.count('.moves, [name=score], .foot [name=go]'), 0, id);
        await relief.arrive(`/session/${id}`, { go: 'before', score: 1, pass: `${nowS()} none old`, side: 'left', chosen: 'any' });
        assert.equal(await relief.heading(), 'The check comes first', id);
      }
    });

    test('under 16, massage stays closed; whoever comes back is asked again', async () => {
      await fresh();
      await relief.arrive(LIGHT_TOUCH, { kept: sore });
      assert.deepEqual(await through(relief, 'left', 'young'), ['Light touch after a feed', 'Are you 16 or older?', 'Not now: Light touch after a feed']);
    });

    test('answers that are 13 hours old bring the list, and one line that is true closes the door', async () => {
      await fresh();
      await relief.arrive(LIGHT_TOUCH, { kept: sore });
      const old = earlier(sore, 13);
      assert.notEqual(old, sore);
      await page.evaluate((line) => (document.querySelector('#answers [name=kept]').value = line), old);
      await relief.follow(go('left'));
      assert.equal(await relief.heading(), 'Any of these now?');
      assert.ok(await relief.count('[name=tick]') >= 20);
      assert.match(await relief.shown(), /There may be a fever.*hard massage or an injury.*7 or more out of 10/);
      await relief.tap('label[for=r3]');
      await relief.follow(go('ticked'));
      assert.equal(await relief.heading(), 'Not now: Light touch after a feed');
    });

    test('answers that are 13 hours old: not sure closes the door, none of these leads on to the pain score', async () => {
      await fresh();
      for (const [answer, next] of [['not_sure', 'Not now: Light touch after a feed'], ['none', 'Are you 16 or older?']]) {
        await relief.arrive(LIGHT_TOUCH, { kept: earlier(sore, 13), go: 'left' });
        await relief.follow(go(answer));
        assert.equal(await relief.heading(), next);
      }
      await relief.follow(go('old'));
      assert.equal(await relief.heading(), 'How strong is the pain now?');
    });

    test('without a number the score is asked again, and no act is shown', async () => {
      await fresh();
      await relief.arrive(LIGHT_TOUCH, { kept: sore, go: 'old', side: 'left' });
      await relief.follow(go('before'));
      assert.equal(await relief.heading(), 'How strong is the pain now?');
      assert.match(await relief.shown(), /Choose a number from 0 to 10\./);
      assert.equal(await relief.count('.moves'), 0);
    });

    test('after a session the next within two hours is refused with a time', async () => {
      await fresh();
      await relief.arrive(LIGHT_TOUCH, { kept: sore, pass: `${nowS()} - old`, side: 'left', before: 3, go: 'stop' });
      await relief.score(3, 'after');
      assert.equal(await relief.heading(), 'Stopped');
      await relief.follow(way('/relief'));
      await relief.follow(way('/relief/light_touch'));
      await relief.follow(way(LIGHT_TOUCH));
      for (const answer of ['left', 'old']) {
        if (await relief.count(go(answer))) await relief.follow(go(answer));
      }
      assert.match(await relief.heading(), /^Not before \w+day \d/);
      assert.equal(await relief.count('.moves, [name=score]'), 0);
      await relief.arrive('/session/lying_strokes', { kept: sore, pass: `${nowS()} - old`, done: `S-A@${nowS() - 60}`, go: 'left' });
      assert.match(await relief.heading(), /^Not before /, 'the lying form is the same touch');
    });

    test('a caregiver cannot choose vibration', async () => {
      await fresh();
      for (const fields of [{}, { go: 'left' }, { go: 'choose', mark: 'any' }]) {
        await relief.arrive(VIBRATION, { kept: lines.get('caregiver'), ...fields });
        assert.match(await relief.heading(), /^Not now: Vibration/);
        assert.match(await relief.shown(), /Only the parent herself can choose this\./);
        assert.equal(await relief.count('[data-choose]'), 0);
      }
    });

    test('the plan, the end of a session, the list of all and the feed timer never propose vibration', async () => {
      await fresh();
      const stopped = { feed: `left@${nowS() - 600} stop@${nowS() - 10}` };
      const ended = { pass: `${nowS()} - old`, side: 'left', before: 3, ended: 1, go: 'after', score: 3 };
      for (const [where, more] of [['/relief', {}], ['/more', {}], ['/feed-timer', stopped], [LIGHT_TOUCH, ended], ['/check', { go: 'on' }]]) {
        await relief.arrive(where, { kept: sore, ...more });
        assert.doesNotMatch(await relief.words(), /vibrat/i, where);
      }
    });

    if (!script) {
      test('who had light touch a short while ago says so with a tick, and is refused with a time', async () => {
        await fresh();
        await relief.arrive(LIGHT_TOUCH, { kept: sore, go: 'old', side: 'left' });
        await relief.tap('label[for=lately]');
        await relief.score(3, 'before');
        assert.match(await relief.heading(), /^Not before /);
      });
    }
  });
}

describe('what a phone remembers', () => {
  let page;
  let relief;

  before(async () => {
    page = await openPage(browser, TOUCHED);
    relief = await new ReliefPage(page, server.url).open('/about');
  });

  after(() => page.context().close());

  test('vibration: the card is read, the choice is recorded with who, when and which text, and the list is asked', async () => {
    await relief.arrive('/relief/vibration', { kept: sore });
    assert.equal(await page.locator('[data-choice]').isVisible(), false, 'nothing was chosen yet');
    await relief.follow(way(VIBRATION));
    assert.deepEqual(await through(relief, 'left'), ['Vibration, 2 minutes', 'Read this first']);
    assert.match(await relief.shown(), /can injure tissue/);
    const mark = await relief.field('mark');
    await relief.follow('[data-choose]');
    assert.equal(await relief.heading(), 'Any of these now?');
    const [choice, ...others] = await relief.kept('milkway.choices');
    assert.deepEqual(others, []);
    assert.deepEqual([choice.mark, choice.who], [mark, 'parent']);
    assert.ok(Math.abs(choice.at - nowS()) < 60);
    assert.deepEqual(await through(relief, 'none', 'old'), ['Any of these now?', 'Are you 16 or older?', 'How strong is the pain now?']);
    await relief.score(2, 'before');
    assert.equal(await page.locator('.move:visible h2').innerText(), 'Cloth, lowest setting');
  });

  test('vibration: once chosen the text is not asked again, but the list is, every time', async () => {
    for (let time = 0; time < 2; time += 1) {
      await relief.openCarried('/relief/vibration');
      await relief.follow(way(VIBRATION));
      assert.deepEqual(await through(relief, 'left', 'none'), ['Vibration, 2 minutes', 'Any of these now?', 'Are you 16 or older?']);
    }
  });

  test('vibration: the choice can be taken back on its card, and then the text is asked again', async () => {
    await relief.openCarried('/relief/vibration');
    await relief.tap('[data-withdraw]');
    assert.equal(await page.locator('[data-choice]').isVisible(), false);
    assert.deepEqual(await relief.kept('milkway.choices'), []);
    await relief.follow(way(VIBRATION));
    assert.deepEqual(await through(relief, 'left'), ['Vibration, 2 minutes', 'Read this first']);
  });

  test('vibration: a choice of another text opens nothing', async () => {
    await page.evaluate(() => localStorage.setItem('milkway.choices', JSON.stringify([{ mark: 'of an older text', who: 'parent', at: 1 }])));
    await relief.openCarried('/relief/vibration');
    assert.equal(await page.locator('[data-choice]').isVisible(), false);
    await relief.follow(way(VIBRATION));
    assert.deepEqual(await through(relief, 'left'), ['Vibration, 2 minutes', 'Read this first']);
  });

  test('three sessions in 24 hours are the most, and this phone counts them', async () => {
    const done = (code, ...hours) => page.evaluate(([id, ages]) => {
      const all = ages.map((age) => ({ code: id, at: Math.floor(Date.now() / 1000) - age * 3600 }));
      localStorage.setItem('milkway.sessions', JSON.stringify(all));
    }, [code, hours]);
    const asked = async () => {
      await relief.openCarried('/relief/light_touch');
      await relief.follow(way(LIGHT_TOUCH));
      for (const answer of ['left', 'old']) {
        if (await relief.count(go(answer))) await relief.follow(go(answer));
      }
      return relief.heading();
    };
    await done('S-A', 3, 8, 20);
    assert.match(await asked(), /^Not before /);
    await done('S-H', 3, 8, 20);
    assert.match(await asked(), /^Not before /, 'vibration counts as one of the three');
    await done('S-A', 3, 8, 25);
    assert.equal(await asked(), 'How strong is the pain now?');
    assert.equal(await page.locator('[data-lately]:visible').count(), 0, 'it is not asked what the phone knows');
  });

  test('rubbish in the memory of the phone breaks nothing', async () => {
    for (const rubbish of ['{', '{}', '"x"', '[null, 7, {"code": 3}]']) {
      await page.evaluate((text) => {
        for (const key of ['milkway.sessions', 'milkway.choices', 'milkway.feed']) localStorage.setItem(key, text);
      }, rubbish);
      await relief.openCarried('/relief/light_touch');
      await relief.follow(way(LIGHT_TOUCH));
      assert.equal(await relief.heading(), 'Light touch after a feed', rubbish);
      await relief.follow(MORE);
      assert.equal(await relief.heading(), 'More', rubbish);
      await relief.arrive(LIGHT_TOUCH, { kept: sore, pass: `${nowS()} - old`, side: 'left', before: 3, ended: 1, go: 'after', score: 3 });
      assert.equal((await relief.kept('milkway.sessions')).filter((one) => one?.code === 'S-A').length, 1, rubbish);
    }
  });
});
