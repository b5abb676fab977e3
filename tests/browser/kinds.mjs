/** Every kind of page that there is, and how to get there. Tests of the face look at each. */
import { AFTER_LOSS, SORE, WELL, withFindings } from './cases.mjs';
import { ARTICLE } from './article_page.mjs';
import { CheckPage } from './check_page.mjs';
import { arrive, nowS } from './relief_page.mjs';
import { PainkillersPage } from './painkillers_page.mjs';
import { hurry } from './walk.mjs';

const path = (where) => async (check) => {
  await check.page.goto(check.url + where);
};

const until = (id, person = WELL) => async (check) => {
  await check.open();
  await hurry(check, person, (at) => at === id);
};

/** A line ticked without its level asks on a screen of its own. */
const closer = (id, finding) => async (check) => {
  await until(id)(check);
  await check.tick(`${finding}.0`);
  await check.goOn();
};

/** The way to a result is walked once for each person; after that the answers are sent in one go. */
const answered = new Map();
const result = (person) => async (check) => {
  if (answered.has(person)) return check.resume(answered.get(person));
  await until('no such screen', person)(check);
  answered.set(person, await check.kept());
};

/** A page of relief, reached with the answers of a person and what its form would say besides. */
const relief = (where, person, fields = () => ({})) => async (check) => {
  if (person !== null && !answered.has(person)) await result(person)(check);
  else if (!check.page.url().startsWith(check.url)) await check.page.goto(check.url);
  await arrive(check.page, where, { ...(person && { kept: answered.get(person) }), ...fields() });
};

/** The same, where the acts stand still. */
const paused = (where, person, fields) => async (check) => {
  await relief(where, person, fields)(check);
  await check.page.locator('[data-pause]').click();
};

const LIGHT_TOUCH = '/session/light_touch';
const passed = () => ({ pass: `${nowS()} - old`, side: 'left' });
const ended = (after, more = {}) => () => ({ ...passed(), before: 3, go: 'after', score: after, ended: 1, ...more });
const fed = (...presses) => () => ({ feed: presses.map(([side, minutesAgo]) => `${side}@${nowS() - 60 * minutesAgo}`).join(' ') });

const hot = { side: 'one', pain: 'moderate', heat_colour: 'wedge_or_large', heat_days: 'lt3', trend: 'same' };

/** Fever closes every massage. */
const FEVER = withFindings(WELL, { ...hot, temp: 'fever', fever_hours: 'lt12' });
/** Someone must see her within the hour: sessions say so first. */
const URGENT = withFindings(WELL, { ...hot, breathing: 'faster', self_harm: 'unsure' });

/** Painkillers of a night, counted back from now. */
const nightly = () => [['ibuprofen_uk', 400, 3], ['ibuprofen_uk', 400, 13], ['paracetamol_uk_ie', 1000, 7]].map(([medicine, amount_mg, hours]) => ({
  medicine, amount_mg, at: Math.floor(Date.now() / 1000) - hours * 3600,
}));
/** A phone and a tab that know nothing of the pages before. */
async function afresh({ page, url }) {
  await page.goto(`${url}/about`);
  await page.evaluate(() => [sessionStorage, localStorage].forEach((store) => store.clear()));
}
const painkillers = (act) => async (check) => {
  await afresh(check);
  await act(await new PainkillersPage(check.page, check.url).open());
};

/** A page whose folded lists are open. */
const opened = (where) => async ({ page, url }) => {
  await page.goto(url + where);
  await page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
};

/** Name and way of each. */
export const KINDS = [
  ['home', path('/')],
  ['help', path('/help')],
  ['about', path('/about')],
  ['safety', path('/about/safety')],
  ['trouble', path('/no-such-page')],
  ['who', path('/check')],
  ['list', until('parent_now')],
  ['list with ticks', async (check) => {
    await until('parent_now_more')(check);
    await check.tick('heart.0', '2');
    await check.tick('self_harm.0');
  }],
  ['list with an error', async (check) => {
    await until('parent_now')(check);
    await check.send('ticked');
  }],
  ['question', closer('parent_now', 'faint')],
  ['question with how to tell', async (check) => {
    await until('parent_now')(check);
    await check.tick('confused.0', 'unsure');
    await check.goOn();
  }],
  ['question while something was found', async (check) => {
    await until('parent_now')(check);
    await check.tick('breathing.0', '1');
    await check.goOn();
  }],
  ['pain scale', closer('breasts', 'pain')],
  ['temperature', closer('last_day', 'temp')],
  ['temperature with an error', async (check) => {
    await closer('last_day', 'temp')(check);
    await check.type('380');
  }],
  ['number', closer('parent_now_more', 'heart')],
  ['context', until('lactation')],
  ['result 0', result(WELL)],
  ['result 1', result(SORE)],
  ['result 2', result(withFindings(SORE, { nipple_wound: 'crack' }))],
  ['result 3', result(FEVER)],
  ['result 4', result(withFindings(WELL, { ...hot, pus: 'yes' }))],
  ['result 5', result(URGENT)],
  ['result 6', result(withFindings(WELL, { confused: 'yes', b_wet: 'below' }))],
  ['result 6 so far', async (check) => {
    await until('parent_now')(check);
    await check.tick('necrosis.1');
    await check.goOn();
  }],
  ['result after a loss', result(AFTER_LOSS)],
  ['more', path('/more')],
  ['more after a loss', relief('/more', AFTER_LOSS)],
  ['relief without a check', path('/relief')],
  ['relief', relief('/relief', SORE)],
  ['relief after a loss', relief('/relief', AFTER_LOSS)],
  ['card', relief('/relief/cold_pack', SORE)],
  ['card of light touch', relief('/relief/light_touch', SORE)],
  ['card that is held back', relief('/relief/light_touch', FEVER)],
  ['card of vibration', relief('/relief/vibration', SORE)],
  ['help from a card', relief('/help', SORE, () => ({ from: '/relief/cold_pack' }))],
  ['session before its start', relief(LIGHT_TOUCH, SORE)],
  ['session without a side', path('/session/cold_pack')],
  ['session that wants the check', path(LIGHT_TOUCH)],
  ['session that is held back', relief(LIGHT_TOUCH, FEVER)],
  ['session while someone must see her', relief('/session/cold_pack', URGENT)],
  ['session list', relief('/session/cold_pack', null, () => ({ go: 'start' }))],
  ['session list with an error', relief('/session/cold_pack', null, () => ({ go: 'ticked' }))],
  ['session age', relief(LIGHT_TOUCH, SORE, () => ({ go: 'left' }))],
  ['session choice', relief('/session/vibration', SORE, () => ({ go: 'left' }))],
  ['session score', relief(LIGHT_TOUCH, SORE, () => ({ go: 'old', side: 'left' }))],
  ['session score with an error', relief(LIGHT_TOUCH, SORE, () => ({ ...passed(), go: 'before' }))],
  ['session running', paused(LIGHT_TOUCH, SORE, () => ({ ...passed(), go: 'before', score: 3 }))],
  ['session running without a clock', relief('/session/cold_pack', SORE, () => ({ pass: `${nowS()} none -`, go: 'start' }))],
  ['session running after a loss', paused(LIGHT_TOUCH, AFTER_LOSS, () => ({ ...passed(), go: 'before', score: 3 }))],
  ['session score after', relief(LIGHT_TOUCH, SORE, () => ({ ...passed(), before: 3, go: 'stop' }))],
  ['session end', relief(LIGHT_TOUCH, SORE, ended(2))],
  ['session stop rule', relief(LIGHT_TOUCH, SORE, ended(5))],
  ['session stopped', relief(LIGHT_TOUCH, SORE, ended(3, { stopped: 1 }))],
  ['session that must wait', relief(LIGHT_TOUCH, SORE, () => ({ ...passed(), done: `S-A@${nowS() - 60}` }))],
  ['feed timer', path('/feed-timer')],
  ['feed running', relief('/feed-timer', SORE, fed(['left', 12], ['right', 4]))],
  ['feed stopped, light touch open', relief('/feed-timer', SORE, fed(['left', 12], ['stop', 1]))],
  ['feed stopped, light touch held back', relief('/feed-timer', FEVER, fed(['left', 12], ['stop', 1]))],
  ['feed stopped without a check', relief('/feed-timer', null, fed(['left', 12], ['stop', 1]))],
  ['milk', path('/milk')],
  ['milk named', relief('/milk', null, () => ({ tick: 'herpes' }))],
  ['milk yes', relief('/milk', null, () => ({ go: 'none' }))],
  ['short page', path('/read/nipple_care')],
  ['short page with a table', path('/read/milk_storage')],
  ['prevention', path('/read/prevention')],
  ['mood', path('/read/mood')],
  ['milk after a loss', relief('/read/after_loss', AFTER_LOSS)],
  ['condition', path('/condition/abscess')],
  ['condition after a check', relief('/condition/duct_narrowing', SORE)],
  ['ledger', path('/evidence')],
  ['ledger searched', async ({ page, url }) => {
    await page.goto(`${url}/evidence`);
    await page.locator('#typed').fill('massge');
    await page.locator('[data-found] .way').first().waitFor();
  }],
  ['ledger opened', opened('/evidence')],
  ['ledger of a clinician', relief('/evidence', SORE, () => ({ clinician: 'yes' }))],
  ['statement on a claim', path('/evidence/four-hour-schedule-harm')],
  ['statement not checked', path('/evidence/no-mucus-plug')],
  ['statement for clinicians', path('/evidence/antibiotic-first-line')],
  ['source', path('/source/abm36-2022')],
  ['source after a check', relief('/source/nice-cks-mastitis', SORE, () => ({ clinician: 'yes' }))],
  ['disagreements', opened('/evidence/disagreements')],
  ['article', opened('/article')],
  ['claim of the article', path('/article/seed-51')],
  ['article to check', path('/article/check')],
  ['article checked', async ({ page, url }) => {
    await page.goto(`${url}/article/check`);
    await page.locator('textarea').fill(ARTICLE);
    await page.locator('form.bring .act').click();
    await page.locator('.text').waitFor();
  }],
  ['ground of a rule', path('/rests/rule/D05')],
  ['ground without a statement', path('/rests/rule/E27')],
  ['statement on which nothing rests', path('/evidence/antibiotic-uncertain')],
  ['ground of a limit', path('/rests/limit/light_touch_sessions_per_day')],
  ['ground of a session', opened('/rests/session/light_touch')],
  ['painkillers', painkillers(() => {})],
  ['painkillers without script', async (check) => {
    await afresh(check);
    // The page of the server: the phone's own has no form without a script.
    await check.page.evaluate(async () => Promise.all((await navigator.serviceWorker.getRegistrations()).map((one) => one.unregister())));
    await check.page.route('**/static/*/painkillers.js', (route) => route.abort());
    await check.page.goto(`${check.url}/painkillers`);
    await check.page.locator('[data-plain] h1').waitFor();
    await check.page.unroute('**/static/*/painkillers.js');
  }],
  ['painkillers with doses', painkillers((it) => it.keep(nightly(), { now: new Date() }))],
  ['a dose', painkillers(async (it) => {
    await it.keep(nightly(), { now: new Date() });
    await it.page.locator('[data-log]').click();
    for (const label of ['what-medicine.ibuprofen_uk', 'amount-other', 'when-ago']) await it.page.locator(`label[for="${label}"]`).click();
  })],
  ['a dose with a warning', painkillers(async (it) => {
    await it.keep(nightly(), { now: new Date() });
    await it.page.locator('[data-log]').click();
    for (const label of ['what-medicine.ibuprofen_uk', 'amount-400']) await it.page.locator(`label[for="${label}"]`).click();
    await it.page.locator('[data-save]').click();
  })],
  ['painkillers over the limit', painkillers((it) => it.keep([...nightly(), ...nightly()], { now: new Date() }))],
  ['painkillers to ask about', painkillers((it) => it.keep(nightly(), { now: new Date(), region: 'AU', answers: { ibuprofen: 'some', paracetamol: 'none' } }))],
];

/** Opens a page of that kind. */
export async function openKind(page, url, go) {
  const check = new CheckPage(page, url);
  await go(check);
  return check;
}
