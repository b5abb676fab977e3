/** A passkey from its making to its end, with a phone that the browser plays: no password is typed but to add it. Read by everybody, in every theme. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import { openPage, startBrowser } from './browser.mjs';
import { household, OWNER } from './household.mjs';
import { tooSmall, tooWide } from './measure.mjs';
import { startServer } from './server.mjs';

let server;
let browser;
let page;
let phone;

before(async () => {
  server = await startServer('--region', 'UK');
  browser = await startBrowser();
  page = await openPage(browser);
  phone = await page.context().newCDPSession(page);
  await phone.send('WebAuthn.enable');
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const press = (name) => page.getByRole('button', { name, exact: true }).click();
const wrong = () => page.locator('form[data-passkey] [role=alert]').innerText();

/** A phone with a screen lock: each time it is asked, its owner opens it. */
async function playPhone() {
  const options = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true };
  return (await phone.send('WebAuthn.addVirtualAuthenticator', { options })).authenticatorId;
}

/** The record's own home page: nobody else sees it. */
const isHome = () => page.getByText('No feed yet').waitFor();

async function add(name) {
  await page.getByLabel('What you call it').fill(name);
  await page.getByLabel('Your password now').fill(OWNER.password);
  await press('Add a passkey');
}

async function signOut() {
  await page.goto(`${server.url}/household`);
  await press('Sign out');
  await page.waitForURL(`${server.url}/`);
  await page.goto(`${server.url}/sign-in`);
}

/** Faults for somebody who reads, touches or has a narrow phone. */
async function faults() {
  const found = [...await tooSmall(page), ...await tooWide(page)];
  for (const theme of ['day', 'dark', 'red']) {
    await page.evaluate((chosen) => (document.documentElement.dataset.theme = chosen), theme);
    const { violations } = await new AxeBuilder({ page }).analyze();
    found.push(...violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${theme}: ${id}: ${html.slice(0, 120)}`)));
  }
  return found;
}

test('a passkey is added with the password, signs in without one, and signs nobody in once it is removed', async () => {
  await household(page, server.url, server);
  const lock = await playPhone();
  await page.goto(`${server.url}/passkeys`);
  assert.equal(await page.locator('[data-passkey-missing]').count(), 0);
  await page.getByLabel('Your password now').fill('not her password');
  await press('Add a passkey');
  await page.getByText('This is not your password').waitFor();
  assert.deepEqual(await faults(), [], 'with a fault');
  await add('My phone');
  await page.locator('.held').waitFor();
  assert.match(await page.locator('.held').innerText(), /My phone\s*Added .+ Not used yet/);
  assert.deepEqual(await faults(), [], 'with a passkey');
  await add('My phone again');
  await page.getByText('has a passkey of yours already').waitFor();

  await signOut();
  assert.deepEqual(await faults(), [], 'sign-in');
  await press('Use a passkey');
  await isHome();
  await signOut();
  await page.getByLabel('Name or email').fill(OWNER.login);
  await press('Use a passkey');
  await isHome();
  await page.goto(`${server.url}/passkeys`);
  assert.match(await page.locator('.held').innerText(), /Last used/);

  await page.getByRole('button', { name: 'Remove: My phone' }).click();
  await page.locator('.held').waitFor({ state: 'detached' });
  await signOut();
  await press('Use a passkey');
  await page.getByText('This passkey does not sign in here').waitFor();
  await phone.send('WebAuthn.setUserVerified', { authenticatorId: lock, isUserVerified: false });
  await press('Use a passkey');
  await page.locator('form[data-passkey] [role=alert]').waitFor();
  assert.match(await wrong(), /It was stopped or took too long/);
});

test('where no passkey can be used none is offered, and the password is', async () => {
  const elsewhere = await openPage(browser);
  await elsewhere.goto(`${server.url.replace('localhost', '127.0.0.1')}/sign-in`);
  assert.equal(await elsewhere.getByText('Use a passkey').isVisible(), false, 'another address');
  assert.ok(await elsewhere.locator('input[name=password]').isVisible());
  const bare = await openPage(browser, { javaScriptEnabled: false });
  await bare.goto(`${server.url}/sign-in`);
  for (const [name, value] of [['login', OWNER.login], ['password', OWNER.password]]) await bare.locator(`input[name=${name}]`).fill(value);
  assert.equal(await bare.getByText('Use a passkey').isVisible(), false, 'no script');
  await bare.getByRole('button', { name: 'Sign in' }).click();
  await bare.goto(`${server.url}/passkeys`);
  assert.match(await bare.locator('[data-passkey-missing]').innerText(), /cannot use passkeys/);
  assert.equal(await bare.locator('form[data-passkey]').isVisible(), false);
});
