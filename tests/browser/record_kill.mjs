/** A browser with a disk of its own that can be killed: no goodbye, no tidying up. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright-core';
import { ARGUMENTS, CHROMIUM } from './browser.mjs';

const LISTENS = /^DevTools listening on (ws:\S+)/;

function address(child) {
  return new Promise((found, failed) => {
    child.once('exit', (code) => failed(new Error(`the browser ended with ${code} before it listened`)));
    createInterface({ input: child.stderr }).on('line', (line) => {
      const said = LISTENS.exec(line);
      if (said) found(said[1]);
    });
  });
}

/** `start()` gives a page of a browser on the same disk each time; `kill()` ends all of its processes at once. */
export async function killable(t) {
  const disk = await mkdtemp(join(tmpdir(), 'milkway-disk-'));
  let child = null;
  async function kill() {
    if (child === null) return;
    const ended = once(child, 'exit');
    // The group that was started here, and nothing else.
    process.kill(-child.pid, 'SIGKILL');
    await ended;
    child = null;
  }
  async function start() {
    child = spawn(CHROMIUM, ['--headless', '--remote-debugging-port=0', `--user-data-dir=${disk}`, ...ARGUMENTS, 'about:blank'], { detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
    const browser = await chromium.connectOverCDP(await address(child));
    return browser.contexts()[0].newPage();
  }
  t.after(async () => {
    await kill();
    await rm(disk, { recursive: true, force: true, maxRetries: 5 });
  });
  return { start, kill };
}
