/**
 * A household on a server that can be killed and started again: the same data, the same port.
 *
 * `begin` makes it as its owner does, by thumb.
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { uuids } from '../../browser/record/uuid.js';
import { BINARY } from './binary.mjs';

const ADDRESS = /http:\/\/localhost:(\d+)/;
const CODE = /\b[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}\b/;
const DAY_MS = 86_400_000;

/** New ids, as a phone makes them. */
export const fresh = uuids(() => Date.now(), (bytes) => { bytes.set(randomBytes(bytes.length)); return bytes; });

async function start(data, port) {
  const child = spawn(BINARY, ['serve', '--listen', `127.0.0.1:${port}`, '--region', 'UK'], { cwd: data, env: { ...process.env, MILKWAY_DATA: data }, stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout });
  let code = null;
  return new Promise((ready, failed) => {
    child.once('exit', (status) => failed(new Error(`the server ended with ${status}`)));
    let url = null;
    lines.on('line', (line) => {
      url = ADDRESS.exec(line)?.[0] ?? url;
      code = CODE.exec(line)?.[0] ?? code;
      if (url !== null && (code !== null || port !== 0)) ready({ child, url, code });
    });
  });
}

async function end(child, signal) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}

/** Starts a server that nobody has an account on. */
export async function startHousehold() {
  const data = await mkdtemp(join(tmpdir(), 'milkway-home-'));
  let { child, url, code } = await start(data, 0);
  const port = ADDRESS.exec(url)[1];
  return {
    url,
    code,
    /** As when the power fails; then it comes back. */
    async crash() {
      await end(child, 'SIGKILL');
      ({ child } = await start(data, port));
    },
    async stop() {
      await end(child, 'SIGTERM');
      await rm(data, { recursive: true, force: true });
    },
  };
}

/** Taps, and waits for the page that comes of it. */
export const press = (page, what) => Promise.all([page.waitForNavigation(), page.locator(what).first().tap()]);

/** Makes a household through its form. */
export async function begin(page, { url, code }, { baby = 'Noa' } = {}) {
  await page.goto(`${url}/keep`);
  const born = baby && new Date(Date.now() - 19 * DAY_MS).toISOString().slice(0, 10);
  const fields = { code, name: 'Ana', login: 'ana', password: 'a long night', baby, born };
  for (const [name, value] of Object.entries(fields)) await page.fill(`main [name=${name}]`, value);
  await press(page, 'main form .btn.act');
  await page.goto(url);
}

/** What a phone that was offline brings: entries so long ago. Gives the baby and the person. */
export async function bring(page, url, entries) {
  const ask = (path, more = {}) => page.context().request.fetch(url + path, more);
  const { household, person } = await (await ask('/record/pull?since=0')).json();
  const baby = household.babies[0]?.id;
  const revisions = entries.map(({ ago_ms, of = 'baby', ...content }) => ({
    id: fresh(), entry: fresh(), made_at_ms: Date.now(),
    content: { subject: of === 'baby' ? { baby } : { parent: person }, at: { at_ms: Date.now() - ago_ms, zone: household.settings.zone, offset_s: 0 }, ...content },
  }));
  const answer = await ask('/record/push', { method: 'POST', data: { device: fresh(), sent_at_ms: Date.now(), revisions }, headers: { origin: url } });
  if (!answer.ok()) throw new Error(`refused: ${answer.status()}`);
}

/** A phone's book with what a phone that keeps a record has besides. */
export async function withRecord(book, url) {
  return { ...book, record: await (await fetch(`${url}/phone/${book.version}/record.json`)).json() };
}
