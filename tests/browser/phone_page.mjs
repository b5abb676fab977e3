/** A page of the check without a browser, asked of the server and of the phone at once: what it offers, and what its form would send. */
import assert from 'node:assert/strict';
import { formOf } from './phone_twin.mjs';

const unescape = (text) => text.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
const attributes = (tag) => Object.fromEntries([...tag.matchAll(/ ([a-z-]+)(?:="([^"]*)")?/g)].map(([, name, value = '']) => [name, unescape(value)]));
const tags = (markup, name) => [...markup.matchAll(new RegExp(`<${name}( [^>]*)>`, 'g'))].map(([, tag]) => attributes(tag));

/** The pages of the check, beyond which nobody is followed. */
const OWN = ['/check', '/help', '/'];

/** The same as `CheckPage` for whoever walks, with twins instead of a browser. */
export class PhonePage {
  /** @param twins of phone_twin.mjs */
  constructor(twins, visitor = { theme: null, region: null, tone: null }) {
    Object.assign(this, { twins, visitor, raw: '', sent: [], status: 0 });
  }

  /** Asks both for a page, which must be the same, and follows where it leads. */
  async ask(method, path, fields = []) {
    const answer = await this.twins.same({ method, path, fields, visitor: this.visitor });
    this.visitor = { ...this.visitor, ...answer.choices };
    if (answer.location !== undefined) return OWN.includes(answer.location) ? this.ask(...(answer.status === 307 ? ['POST', answer.location, fields] : ['GET', answer.location])) : this;
    this.status = answer.status;
    this.raw = answer.raw;
    this.form = /<form id="answers"[^]*?<\/form>/.exec(answer.raw)?.[0] ?? '';
    this.inputs = tags(this.form, 'input').filter(({ type }) => type !== 'hidden');
    this.buttons = tags(answer.raw, 'button').filter(({ type }) => type !== 'button');
    // What a browser would send of the page as it came.
    this.sent = this.inputs.filter((one) => one.type === undefined || 'checked' in one).map(({ name, value }) => [name, value]);
    return this;
  }

  async open() {
    return this.ask('GET', '/check');
  }

  at() {
    return new Map(formOf(this.raw)).get('at') ?? '';
  }

  /** Whether the page offers this field with this value. */
  offers(name, value) {
    return [...this.inputs, ...this.buttons].some((one) => one.name === name && one.value === String(value));
  }

  /** What is ticked, chosen and typed, with what the form carries. */
  fields() {
    return [...formOf(this.raw), ...this.sent];
  }

  /** Presses a button of the form. */
  async press(name, value) {
    assert.ok(this.offers(name, value), `no ${name}=${value} at ${this.at()}`);
    return this.ask('POST', '/check', [...this.fields(), [name, String(value)]]);
  }

  answer(name, value) {
    return this.press(name, value);
  }

  /** Ticks a box or chooses a radio, of which one holds. */
  touch(name, value) {
    assert.ok(this.offers(name, value), `no ${name}=${value} at ${this.at()}`);
    const isOne = this.inputs.find((one) => one.name === name).type === 'radio';
    this.sent = [...this.sent.filter(([key, own]) => key !== name || !(isOne || own === value)), [name, String(value)]];
  }

  tick(value, level) {
    this.touch('tick', value);
    if (level !== undefined) this.touch(`level.${value}`, level);
  }

  none() {
    return this.press('go', 'none');
  }

  goOn() {
    return this.press('go', 'ticked');
  }

  /** Types a number. */
  write(text) {
    this.sent = [...this.sent.filter(([name]) => name !== 'reading'), ['reading', text]];
  }

  type(text) {
    this.write(text);
    return this.press('go', 'reading');
  }

  scale(number) {
    this.touch('reading', number);
    return this.press('go', 'reading');
  }
}
