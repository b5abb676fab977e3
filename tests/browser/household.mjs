/** Households of tests: made by their first owner as she would make them, on the one screen, and what their phones bring. */
import { randomBytes } from 'node:crypto';
import { uuids } from '../../browser/record/uuid.js';
import { startServer } from './server.mjs';

export const OWNER = { name: 'Ana', login: 'ana', password: 'a long night 1' };

/** The code that the server prints for its first owner. */
const CODE = /\b[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}\b/;
const DAY_MS = 86_400_000;
const BORN = new Date(Date.now() - 19 * DAY_MS).toISOString().slice(0, 10);

/** New ids, as a phone makes them. */
export const fresh = uuids(() => Date.now(), (bytes) => { bytes.set(randomBytes(bytes.length)); return bytes; });

async function codeOf(server) {
  // It is printed after the address.
  while (!CODE.test(server.said())) await new Promise((again) => setImmediate(again));
  return CODE.exec(server.said())[0];
}

/** Taps, and waits for the page that comes of it. */
export const press = (page, what) => Promise.all([page.waitForNavigation(), page.locator(what).first().tap()]);

/** Fills the one screen and goes on to home. `url`: the server's, or that of a wire to it. `baby`: a name, or empty for none. */
export async function household(page, url, server, { baby = 'Noa', born = BORN } = {}) {
  await page.goto(`${url}/keep`);
  const fields = { code: await codeOf(server), ...OWNER, baby, born: baby && born };
  for (const [name, value] of Object.entries(fields)) await page.locator(`main input[name=${name}]`).fill(value);
  await page.getByRole('button', { name: 'Begin the record' }).click();
  await page.getByRole('link', { name: /go on/ }).click();
  await page.waitForURL(({ pathname }) => pathname === '/');
  return OWNER;
}

/** The same without a browser, on a server of its own. Gives the server, and the cookie of the owner's browser. */
export async function startHome({ baby = 'Noa', units = 'metric', more = [] } = {}) {
  const server = await startServer('--region', 'UK', ...more);
  const fields = { code: await codeOf(server), ...OWNER, baby, born: baby && BORN, region: 'UK', units, zone: 'Europe/London' };
  const answer = await fetch(`${server.url}/keep`, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
  const cookie = answer.headers.getSetCookie().find((one) => one.startsWith('session='))?.split(';')[0];
  if (answer.status !== 200 || cookie === undefined) {
    await server.stop();
    throw new Error(`no household: ${answer.status} ${(await answer.text()).slice(0, 400)}`);
  }
  /** Signs a browser in. */
  const signIn = (context) => context.addCookies([{ name: 'session', value: cookie.split('=')[1], url: server.url }]);
  return { server, url: server.url, cookie, signIn, stop: server.stop };
}

/** Signs in on another phone. */
export async function signIn(page, url, login, password) {
  await page.goto(`${url}/sign-in`);
  await page.locator('input[name=login]').fill(login);
  await page.locator('input[name=password]').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(`${url}/`);
}

/** All that the server tells this phone of its household. */
export const pulled = (page) => page.evaluate(async () => (await fetch('/record/pull?since=0')).json());

/** What a phone that was offline brings: entries so long ago. */
export async function bring(page, url, entries) {
  const ask = (path, more = {}) => page.context().request.fetch(url + path, more);
  const { household: { babies, settings }, person } = await (await ask('/record/pull?since=0')).json();
  const revisions = entries.map(({ ago_ms, of = 'baby', ...content }) => ({
    id: fresh(), entry: fresh(), made_at_ms: Date.now(),
    content: { subject: of === 'baby' ? { baby: babies[0]?.id } : { parent: person }, at: { at_ms: Date.now() - ago_ms, zone: settings.zone, offset_s: 0 }, ...content },
  }));
  const answer = await ask('/record/push', { method: 'POST', data: { device: fresh(), sent_at_ms: Date.now(), revisions }, headers: { origin: url } });
  if (!answer.ok()) throw new Error(`refused: ${answer.status()}`);
}

/** Waits until the phone has all that it needs to work by itself, and draws the record from it. */
export const settled = (page) => page.evaluate(async () => {
  await navigator.serviceWorker.ready;
  const has = async (name) => (await (await caches.open(name)).keys()).some(({ url }) => url.endsWith('/record.json'));
  const look = async () => (await Promise.all((await caches.keys()).map(has))).includes(true);
  while (!(await look())) await new Promise((later) => setTimeout(later, 50));
});

/** A phone's book with what a phone that keeps a record has besides. */
export async function withRecord(book, url) {
  return { ...book, record: await (await fetch(`${url}/phone/${book.version}/record.json`)).json() };
}
