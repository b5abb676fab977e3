/** Takes the pictures in docs/screenshots, from the real pages: `npm run screenshots`. Not a test. */
import { fileURLToPath } from 'node:url';
import { openPage, remember, startBrowser } from './browser.mjs';
import { KINDS, openKind } from './kinds.mjs';
import { startHome } from './household.mjs';
import { startServer } from './server.mjs';

const FOLDER = new URL('../../docs/screenshots/', import.meta.url);

/** From the first act, which stands still, to the strokes, which run. */
async function strokes(page) {
  await page.locator('[data-pause]').click();
  for (let acts = 0; acts < 4; acts += 1) await page.locator('[data-skip]').click();
}

/** Name of the picture, kind of page, colours, whether the whole page is shown, and what is done before. */
const PICTURES = [
  ['home.day', 'home', 'day'],
  ['check-list.day', 'list', 'day'],
  ['check-question.dark', 'pain scale', 'dark'],
  ['result-emergency.day', 'result 6 so far', 'day'],
  ['result-emergency.dark', 'result 6 so far', 'dark'],
  ['result-home-care.day', 'result 1', 'day', true],
  ['relief-card.day', 'card of light touch', 'day'],
  ['session.day', 'session running', 'day', false, strokes],
  ['session.dark', 'session running', 'dark', false, strokes],
  ['stop-rule.day', 'session stop rule', 'day'],
  ['feed-timer.dark', 'feed running', 'dark'],
  ['milk.day', 'milk yes', 'day'],
  ['painkillers.day', 'painkillers with doses', 'day'],
  ['condition.day', 'condition after a check', 'day'],
  ['ledger.day', 'ledger searched', 'day'],
  ['article-check.day', 'article checked', 'day'],
  ['article-check.dark', 'article checked', 'dark', false, (page) => page.locator('.m-harmful .nth').first().click()],
  ['statement.dark', 'statement on a claim', 'dark'],
];

const server = await startServer('--region', 'UK');
const browser = await startBrowser();
for (const [name, kind, theme, fullPage = false, first] of PICTURES) {
  const page = await openPage(browser, { deviceScaleFactor: 2 });
  await remember(page, server.url, { theme });
  const [, go] = KINDS.find(([known]) => known === kind);
  await openKind(page, server.url, go);
  await first?.(page);
  await page.evaluate(() => document.activeElement?.blur());
  // The foot would lie across the middle of a whole page.
  if (fullPage) await page.evaluate(() => document.querySelector('.foot').style.setProperty('position', 'static'));
  await page.screenshot({ path: fileURLToPath(new URL(`${name}.png`, FOLDER)), fullPage });
  await page.context().close();
}
await record();
await browser.close();
await server.stop();

/** An evening with a record, as its owner sees it. */
async function record() {
  const home = await startHome();
  const page = await openPage(browser, { deviceScaleFactor: 2, serviceWorkers: 'block' });
  await home.signIn(page.context());
  const picture = async (name, theme, path) => {
    await remember(page, home.url, { theme });
    if (path) await page.goto(home.url + path);
    else await page.reload();
    await page.evaluate(() => document.activeElement?.blur());
    await page.screenshot({ path: fileURLToPath(new URL(`${name}.png`, FOLDER)) });
  };
  const press = async (name) => Promise.all([page.waitForNavigation(), page.getByRole('button', { name, exact: true }).first().click()]);
  await page.goto(`${home.url}/`);
  await Promise.all([page.waitForNavigation(), page.locator('.side.left').click()]);
  await picture('record-running.day', 'day', '/');
  await picture('record-running.dark', 'dark', '/');
  await press('End feed');
  await picture('record-nappy.day', 'day', '/log/nappy');
  await press('Wet and dirty');
  await picture('record-home.day', 'day', '/');
  await picture('record-home.dark', 'dark', '/');
  await page.goto(`${home.url}/log/temperature`);
  await page.getByRole('textbox', { name: 'Temperature' }).fill('39.2');
  await press('Save');
  await picture('record-alarm.day', 'day', '/');
  await picture('record-day.day', 'day', '/day');
  await picture('record-day.dark', 'dark', '/day');
  await page.context().close();
  await home.stop();
}
