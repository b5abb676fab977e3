/** Every kind of page that there is, and how to get there. Tests of the face look at each. */
import { AFTER_LOSS, SORE, WELL, withFindings } from './cases.mjs';
import { CheckPage } from './check_page.mjs';
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

const hot = { side: 'one', pain: 'moderate', heat_colour: 'wedge_or_large', heat_days: 'lt3', trend: 'same' };

/** Name and way of each. */
export const KINDS = [
  ['home', path('/')],
  ['help', path('/help')],
  ['about', path('/about')],
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
  ['result 3', result(withFindings(WELL, { ...hot, temp: 'fever', fever_hours: 'lt12' }))],
  ['result 4', result(withFindings(WELL, { ...hot, pus: 'yes' }))],
  ['result 5', result(withFindings(WELL, { ...hot, breathing: 'faster', self_harm: 'unsure' }))],
  ['result 6', result(withFindings(WELL, { confused: 'yes', b_wet: 'below' }))],
  ['result 6 so far', async (check) => {
    await until('parent_now')(check);
    await check.tick('necrosis.1');
    await check.goOn();
  }],
  ['result after a loss', result(AFTER_LOSS)],
];

/** Opens a page of that kind. */
export async function openKind(page, url, go) {
  const check = new CheckPage(page, url);
  await go(check);
  return check;
}
