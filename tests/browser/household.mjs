/** A household of a test: made by its first owner as she would make it, on its one screen. */

export const OWNER = { name: 'Ana', login: 'ana', password: 'a long night 1' };

/** The code that the server prints for its first owner, after its address. */
async function codeOf(server) {
  const CODE = /owner: ([a-z0-9-]+)/;
  while (!CODE.test(server.said())) await new Promise((again) => setImmediate(again));
  return CODE.exec(server.said())[1];
}

/** Fills the one screen and goes on to home. */
export async function household(page, url, server, { baby = 'Noa', born = '2026-11-05' } = {}) {
  await page.goto(`${url}/keep`);
  const fields = { code: await codeOf(server), ...OWNER, baby, born };
  for (const [name, value] of Object.entries(fields)) await page.locator(`input[name=${name}]`).fill(value);
  await page.getByRole('button', { name: 'Begin the record' }).click();
  await page.getByRole('link', { name: /go on/ }).click();
  return OWNER;
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

/** Waits until the phone has all that it needs to work by itself, and draws the record from it. */
export const settled = (page) => page.evaluate(async () => {
  await navigator.serviceWorker.ready;
  const has = async (name) => (await (await caches.open(name)).keys()).some(({ url }) => url.endsWith('/record.json'));
  const look = async () => (await Promise.all((await caches.keys()).map(has))).includes(true);
  while (!(await look())) await new Promise((later) => setTimeout(later, 50));
});
