/**
 * The painkiller page as a thumb meets it: by touch, by the words on the buttons, never by their place on the screen.
 *
 * The clock of the page can be set, so that a night has the same times on every run.
 */
export const KEY = 'milkway.doses';

export class PainkillersPage {
  /** @param {import('playwright-core').Page} page opened with `hasTouch` */
  constructor(page, url) {
    this.page = page;
    this.url = url;
  }

  /** Opens the page and waits until the script has made it the card. */
  async open() {
    await this.page.goto(`${this.url}/painkillers`);
    await this.ready();
    return this;
  }

  /** Opens the page in a tab that has answers of a check: they follow by themselves, which ends the first loading. */
  async openWithAnswers() {
    await this.page.goto(`${this.url}/painkillers`, { waitUntil: 'commit' }).catch(() => {});
    await this.page.waitForFunction(() => document.querySelector('[data-card][data-ready]') && document.querySelector('[name=kept]')?.value);
    return this;
  }

  ready() {
    return this.page.waitForSelector('[data-card][data-ready]');
  }

  reload() {
    return this.page.reload().then(() => this.ready());
  }

  /** Sets the clock of the page, in UTC: `2026-11-23T03:12:00Z`. Timers stand still. */
  clock(time) {
    return this.page.clock.setFixedTime(new Date(time));
  }

  /** Puts a log on the phone, as if it had been made before. Cautions are answered a minute ago. */
  async keep(doses, { now, region = null, answers = { ibuprofen: 'none', paracetamol: 'none' } }) {
    const at = Math.floor(Date.parse(now) / 1000);
    const cautions = Object.fromEntries(Object.entries(answers).map(([substance, said]) => [substance, { said, at: at - 60 }]));
    const log = { region, cautions, next: doses.length + 1, doses: doses.map((dose, id) => ({ ...dose, id: id + 1 })) };
    await this.page.evaluate(([key, text]) => localStorage.setItem(key, text), [KEY, JSON.stringify(log)]);
    await this.reload();
  }

  /** What is kept on the phone. */
  kept() {
    return this.page.evaluate((key) => JSON.parse(localStorage.getItem(key)), KEY);
  }

  async doses() {
    return (await this.kept())?.doses ?? [];
  }

  /** All words that can be seen in `main` and in the foot. */
  async words() {
    return this.page.evaluate(() => document.body.innerText.replace(/[\s\u00a0\u202f]+/g, ' '));
  }

  /** The card of a medicine: its name leads to tag, figure and all its words. */
  card(name) {
    return this.page.evaluate((wanted) => {
      const plain = (one) => one?.innerText.replace(/[\s\u00a0\u202f]+/g, ' ').trim() ?? null;
      const card = [...document.querySelectorAll('.medicine')].find((one) => plain(one.querySelector('h2')).startsWith(wanted));
      if (!card) return null;
      return { tag: plain(card.querySelector('.tag')), figure: plain(card.querySelector('.figure')), words: plain(card), percent: card.querySelector('.bar rect')?.getAttribute('width') ?? null };
    }, name);
  }

  tap(selector) {
    return this.page.locator(selector).first().tap();
  }

  /** "None of these" for a substance. */
  none(substance) {
    return this.tap(`section[aria-labelledby="asked-${substance}"] .btn:not(.unsure)`);
  }

  some(substance) {
    return this.tap(`section[aria-labelledby="asked-${substance}"] .unsure`);
  }

  /** Fills the screen of a dose: `what` as `medicine.ID` or `other.SUBSTANCE`; `when` as minutes or a clock time. */
  async fill({ what, amount, when }) {
    if (what !== undefined) await this.tap(`label[for="what-${what}"]`);
    if (amount !== undefined) {
      const button = this.page.locator(`label[for="amount-${amount}"]`);
      if ((await button.count()) > 0) await button.tap();
      else {
        if ((await this.page.locator('label[for="amount-other"]').count()) > 0) await this.tap('label[for="amount-other"]');
        await this.page.fill('#typed-amount', String(amount));
      }
    }
    if (typeof when === 'number') {
      await this.tap('label[for="when-ago"]');
      await this.page.fill('#typed-ago', String(when));
    } else if (when !== undefined) {
      await this.tap('label[for="when-clock"]');
      await this.page.fill('#typed-clock', when);
    }
  }

  /** Logs a dose and presses save; what follows is the cards or a warning. */
  async log(dose) {
    await this.tap('[data-log]');
    await this.fill(dose);
    await this.tap('[data-save]');
  }

  /** The words of the warning; null: there is none. */
  warning() {
    return this.page.evaluate(() => document.querySelector('.warning')?.innerText.replace(/[\s\u00a0\u202f]+/g, ' ') ?? null);
  }

  took() {
    return this.tap('[data-took]');
  }

  wait() {
    return this.tap('[data-wait]');
  }
}
