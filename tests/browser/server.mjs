/**
 * A Milkway of one's own for each test file: the release build on a free port, with a data folder that is thrown away.
 *
 * The binary says where it listens with a line `http://localhost:PORT`. Which port is free is its business, so tests can run side by side.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { BINARY } from './binary.mjs';

/** A start that takes longer than this is a fault worth seeing, not a slow machine. */
const START_MS_MAX = 20_000;

/** The line that says where the server listens. */
const ADDRESS = /http:\/\/localhost:\d+/;

/**
 * Starts a server. Further arguments follow `serve`.
 * `said()` is all that the server has written to its standard output and error.
 * @returns {Promise<{url: string, data: string, said: () => string, crash: () => Promise<void>, stop: () => Promise<void>}>}
 */
export async function startServer(...more) {
  const data = await mkdtemp(join(tmpdir(), 'milkway-test-'));
  let all = '';
  const run = (port) => {
    const child = spawn(BINARY, ['serve', '--listen', `127.0.0.1:${port}`, ...more], {
      // Whether by name or by where it stands: what it keeps goes to the folder that is thrown away.
      cwd: data,
      env: { ...process.env, MILKWAY_DATA: data },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    listen(child, (some) => (all += some));
    return child;
  };
  let child = run(0);
  const stop = async () => {
    await end(child);
    await rm(data, { recursive: true, force: true });
  };
  try {
    const url = await address(child);
    /** As when the power fails; then it comes back with the same data, at the same address. */
    const crash = async () => {
      await end(child, 'SIGKILL');
      child = run(new URL(url).port);
      await address(child);
    };
    return { url, data, said: () => all, crash, stop };
  } catch (fault) {
    await stop();
    throw fault;
  }
}

/** Hears what the server writes; faults are also shown to whoever runs the tests. */
function listen(child, heard) {
  child.stdout.on('data', heard);
  child.stderr.on('data', (some) => {
    heard(some);
    process.stderr.write(some);
  });
}

/** Reads lines until one says where the server listens. */
function address(child) {
  return new Promise((found, failed) => {
    const late = setTimeout(() => failed(new Error(`no address after ${START_MS_MAX} ms`)), START_MS_MAX);
    const fail = (fault) => {
      clearTimeout(late);
      failed(fault);
    };
    child.once('error', fail);
    child.once('exit', (code) => fail(new Error(`${BINARY} ended with ${code} before it listened`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const said = ADDRESS.exec(line);
      if (said) {
        clearTimeout(late);
        found(said[0]);
      }
    });
  });
}

/** Asks the server to end, and ends it if it does not listen. */
async function end(child, signal = 'SIGTERM') {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  const hard = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await ended;
  clearTimeout(hard);
}
