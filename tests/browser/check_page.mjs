/**
 * The check as a hand meets it: presses and ticks by the names of the fields, never by their place on the screen.
 *
 * It counts the screens that were answered and the taps that this took.
 */
export class CheckPage {
  /**
   * @param {import('playwright-core').Page} page
   * @param {boolean} [quick] presses without moving a pointer, for ways that another test walks with its hand
   */
  constructor(page, url, quick = false) {
    this.page = page;
    this.url = url;
    this.quick = quick;
    this.screens = 0;
    this.taps = 0;
  }

  /** Opens a new check at its first screen. */
  async open() {
    await this.page.goto(`${this.url}/check`);
    return this;
  }

  /** Where she is: the id of the screen (and of a closer look, after a point), `result`, or nothing on other pages. */
  at() {
    return this.page.evaluate(() => document.querySelector('#answers [name=at]')?.value ?? '');
  }

  /** The answers as they travel with the page. */
  kept() {
    return this.page.evaluate(() => document.querySelector('#answers [name=kept]')?.value ?? '');
  }

  /** What is asked or said first. */
  heading() {
    return this.page.evaluate(() => document.querySelector('h1').innerText);
  }

  /** All words in `main`, hidden ones too. */
  words() {
    return this.page.evaluate(() => document.querySelector('main').textContent.replace(/\s+/g, ' ').trim());
  }

  /** The boxed sentence about an answer that was not taken; empty: none. */
  error() {
    return this.page.evaluate(() => document.querySelector('#error')?.innerText.trim() ?? '');
  }

  /** The values of all ticked lines. */
  ticked() {
    return this.page.evaluate(() => [...document.querySelectorAll('[name=tick]:checked')].map((box) => box.value));
  }

  /** Whether the page offers this field with this value. */
  async offers(name, value) {
    return (await this.page.locator(field(name, value)).count()) > 0;
  }

  /** Presses a button and waits for the page that follows. */
  async press(name, value) {
    this.taps += 1;
    await this.turn(() => this.click(field(name, value)));
  }

  /** Ticks a box or chooses a radio the way a thumb does: on its words. */
  async touch(name, value) {
    this.taps += 1;
    await this.click(`${field(name, value)} + label`);
  }

  /** Presses what can be seen there. */
  async click(selector) {
    if (!this.quick) return this.page.locator(selector).first().click();
    return this.page.evaluate((where) => {
      const one = document.querySelector(where);
      if (!one?.checkVisibility()) throw new Error(`cannot press ${where} on “${document.title}”`);
      one.click();
    }, selector);
  }

  /** Does something that opens another page, and waits for it. */
  async turn(act) {
    const opened = this.page.waitForEvent('domcontentloaded');
    await Promise.all([opened, act()]);
  }

  /** Sends the form as this button would, even where the style sheet hides it, as a browser without `:has` shows it. */
  send(go) {
    return this.turn(() => this.page.evaluate((value) => {
      const form = document.querySelector('#answers');
      form.requestSubmit(form.querySelector(`[name=go][value=${value}]`));
    }, go));
  }

  /** Sends answers that were given before and goes on from there. */
  async resume(kept) {
    await this.open();
    await this.turn(() => this.page.evaluate((answers) => {
      const form = document.querySelector('#answers');
      form.querySelector('[name=kept]').value = answers;
      form.insertAdjacentHTML('beforeend', '<input type="hidden" name="go" value="on">');
      form.submit();
    }, kept));
  }

  /** Answers a screen with one press. */
  async answer(name, value) {
    this.screens += 1;
    await this.press(name, value);
  }

  /** Ticks a line, and one of its levels if given. */
  async tick(value, level) {
    await this.touch('tick', value);
    if (level === undefined) return;
    await this.touch(`level.${value}`, level);
  }

  /** None of these. */
  none() {
    return this.answer('go', 'none');
  }

  /** Goes on with the ticked lines. */
  goOn() {
    return this.answer('go', 'ticked');
  }

  /** Types a number and goes on. */
  async type(text, unit) {
    await this.page.locator('input[name=reading]').fill(text);
    if (unit !== undefined) await this.touch('unit', unit);
    await this.answer('go', 'reading');
  }

  /** Chooses a number on the pain scale and goes on. */
  async scale(number) {
    await this.touch('reading', number);
    await this.answer('go', 'reading');
  }

  /** One question back. */
  async back() {
    await this.press('go', 'back');
  }
}

function field(name, value) {
  return `[name="${name}"][value="${value}"]`;
}
