/**
 * The browser as a parent has it at night: a small telephone, held in one hand.
 *
 * It is told to keep to itself, so that what it fetches is what our pages asked for and nothing else.
 */
import { AxeBuilder } from '@axe-core/playwright';
import { chromium } from 'playwright-core';

/** Debian's own browser; another one may be named. */
export const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** What every browser of ours is told. */
export const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** What is not there by then will not come. */
const WAIT_MS_MAX = 10_000;

/** The size that every page is made for first. */
export const PHONE = { width: 360, height: 640 };

/** What browsers take 100 % of text to be, in pixels. */
const TEXT_PX = 16;

/** Starts a browser; close it at the end. `textPercent` is the size of text that its owner has set, `more` further switches. */
export function startBrowser({ textPercent = 100, more = [] } = {}) {
  const text = `--blink-settings=defaultFontSize=${(TEXT_PX * textPercent) / 100}`;
  return chromium.launch({ executablePath: CHROMIUM, headless: true, args: [...ARGUMENTS, text, ...more] });
}

/**
 * Opens a page of its own, with nothing remembered.
 * @param {import('playwright-core').Browser} browser
 * @param {import('playwright-core').BrowserContextOptions} [more] such as `colorScheme` or `javaScriptEnabled`
 */
export async function openPage(browser, more = {}) {
  const context = await browser.newContext({ viewport: PHONE, reducedMotion: 'reduce', ...more });
  context.setDefaultTimeout(WAIT_MS_MAX);
  return context.newPage();
}

/** Chooses colours or a region before the first page, as an earlier visit would have. */
export function remember(page, url, choices) {
  return page.context().addCookies(Object.entries(choices).map(([name, value]) => ({ name, value, url })));
}

/** Each test of the check is done twice: the page must not need its scripts. */
export const WITH_AND_WITHOUT_SCRIPT = [
  ['without script', { javaScriptEnabled: false }],
  ['with script', {}],
];

/**
 * The rules of accessibility on a page, run inside it alone. A second page, which axe opens to join what it found in frames from elsewhere,
 * costs a third of the time, and no page of ours has frames.
 */
export const axeOf = (page) => new AxeBuilder({ page }).setLegacyMode();
