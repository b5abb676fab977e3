/** The pages of relief as a thumb meets them, and what travels between them. */
import assert from 'node:assert/strict';
import { PHONE } from './browser.mjs';
import { CheckPage } from './check_page.mjs';
import { hurry } from './walk.mjs';

/** A thumb's target, in CSS pixels. */
const TARGET_PX_MIN = 48;

/** This moment, as the server counts it. */
export function nowS() {
  return Math.floor(Date.now() / 1000);
}

/** A telephone that is touched. */
export const TOUCHED = { hasTouch: true, isMobile: true, viewport: PHONE };

/** Does something that opens another page, and waits for it. */
export async function turn(page, act) {
  const opened = page.waitForEvent('domcontentloaded');
  await Promise.all([opened, act()]);
}

/** Arrives at a page with fields, as the form of another page of ours would send them. */
export function arrive(page, path, fields = {}) {
  return turn(page, () => page.evaluate(([action, values]) => {
    const form = Object.assign(document.createElement('form'), { method: 'post', action, hidden: true });
    for (const [name, value] of values) form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
    document.body.append(form);
    form.submit();
  }, [path, Object.entries(fields)]));
}

/** The answers of a person at the end of her check, as they travel. The page stays on her result. */
export async function answers(page, url, person) {
  const check = await new CheckPage(page, url).open();
  await hurry(check, person);
  return check.kept();
}

/** The same answers with other levels. */
export function answered(kept, findings) {
  const parts = kept.split(';').filter((part) => !Object.keys(findings).some((id) => part.startsWith(`f.${id}=`)));
  return [...parts, ...Object.entries(findings).map(([id, level]) => `f.${id}=${level}`)].join(';');
}

/** The same answers, given so many hours earlier. */
export function earlier(kept, hours) {
  return kept.replace(/\bbegan=(\d+)/, (_, at) => `began=${Number(at) - hours * 3600}`);
}

/** A page of relief. */
export class ReliefPage {
  /** @param {import('playwright-core').Page} page */
  constructor(page, url) {
    this.page = page;
    this.url = url;
  }

  /** Opens a page by its address. */
  async open(path) {
    await this.page.goto(this.url + path);
    return this;
  }

  /** Opens a page by its address, and waits until the answers that this tab keeps have followed. */
  async openCarried(path) {
    await this.open(path);
    await this.page.waitForFunction(() => document.querySelector('#answers [name=kept]') !== null);
    await this.page.waitForLoadState('load');
    return this;
  }

  /** Arrives with answers and whatever else the form of another page would send. */
  async arrive(path, fields) {
    await arrive(this.page, path, fields);
    return this;
  }

  heading() {
    return this.page.evaluate(() => document.querySelector('h1')?.textContent.trim() ?? '');
  }

  /** All words in `main`, hidden ones too. */
  words() {
    return this.page.evaluate(() => document.querySelector('main').textContent.replace(/\s+/g, ' ').trim());
  }

  /** The words in `main` that are shown. */
  shown() {
    return this.page.evaluate(() => document.querySelector('main').innerText.replace(/\s+/g, ' ').trim());
  }

  path() {
    return new URL(this.page.url()).pathname;
  }

  /** A hidden field of the form that carries; none: it is not there. */
  field(name) {
    return this.page.evaluate((wanted) => document.querySelector(`#answers [name="${wanted}"]`)?.value ?? null, name);
  }

  count(selector) {
    return this.page.locator(selector).count();
  }

  /** What this phone keeps under a name. */
  kept(key) {
    return this.page.evaluate((name) => JSON.parse(localStorage.getItem(name) ?? '[]'), key);
  }

  /** What this tab keeps under a name. */
  carried(key = 'milkway.check') {
    return this.page.evaluate((name) => sessionStorage.getItem(name), key);
  }

  /** Touches what can be touched there: large enough, in reach, and with nothing above it. */
  async tap(selector) {
    const target = this.page.locator(selector).first();
    await target.scrollIntoViewIfNeeded();
    // The foot lies over the end of the page: what is under it is moved up, as a thumb would.
    await target.evaluate((one) => {
      const foot = document.querySelector('.foot');
      if (foot.contains(one) || getComputedStyle(foot).position !== 'sticky') return;
      const over = one.getBoundingClientRect().bottom - foot.getBoundingClientRect().top;
      if (over > 0) scrollBy(0, over + 4);
    });
    const found = await target.evaluate((one) => {
      const box = one.getBoundingClientRect();
      const hit = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
      const inside = box.left >= 0 && box.right <= innerWidth && box.top >= 0 && box.bottom <= innerHeight;
      return { width: box.width, height: box.height, inside, free: hit !== null && (one.contains(hit) || hit.contains(one)) };
    });
    assert.ok(found.width >= TARGET_PX_MIN && found.height >= TARGET_PX_MIN, `${selector} is ${found.width} × ${found.height}`);
    assert.ok(found.inside && found.free, `${selector} is in reach of a thumb`);
    await target.tap();
  }

  /** Touches what leads to another page, and waits for it. */
  async follow(selector) {
    await turn(this.page, () => this.tap(selector));
  }

  /** Answers the pain scale. */
  async score(number, go) {
    await this.tap(`label[for=p${number}]`);
    await this.follow(`[name=go][value=${go}]`);
  }
}

/** A button that sends the answers along to a page, or the link that stands in its place. */
export const way = (path) => `:is([formaction="${path}"], main a[href="${path}"])`;
/** A button that says `go`. */
export const go = (value) => `[name=go][value="${value}"]`;
/** *More* in the dock: a link, or a button where the page carries answers. */
export const MORE = '.dock :is(a[href="/more"], [formaction="/more"])';
