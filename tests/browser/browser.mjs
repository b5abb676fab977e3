/**
 * The browser as a parent has it at night: a small telephone, held in one hand.
 *
 * It is told to keep to itself, so that what it fetches is what our pages asked for and nothing else.
 */
import { chromium } from 'playwright-core';

/** Debian's own browser; another one may be named. */
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The size that every page is made for first. */
export const PHONE = { width: 360, height: 640 };

/** Starts a browser; close it at the end. */
export function startBrowser() {
  return chromium.launch({ executablePath: CHROMIUM, headless: true, args: ARGUMENTS });
}

/**
 * Opens a page of its own, with nothing remembered.
 * @param {import('playwright-core').Browser} browser
 * @param {import('playwright-core').BrowserContextOptions} [more] such as `colorScheme` or `javaScriptEnabled`
 */
export async function openPage(browser, more = {}) {
  const context = await browser.newContext({ viewport: PHONE, ...more });
  return context.newPage();
}
