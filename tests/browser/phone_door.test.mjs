/** The phone's own door: who may enter a session, row by row as everywhere else; and doors with something missing, each of which is caught. */
import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { after, before, test } from 'node:test';
import { judge } from './phone_door_judge.mjs';
import { MUTANTS } from './phone_door_mutants.mjs';
import { startTwins } from './phone_twin.mjs';

const BROWSER = fileURLToPath(new URL('../../browser/', import.meta.url));
/** What a door is made of. */
const PARTS = ['evaluate.js', 'package.json', 'phone/book.js', 'phone/instant.js', 'phone/whole.js', 'phone/relief'];

let fetched;
let folder;

before(async () => {
  const twins = await startTwins();
  fetched = twins.fetched;
  await twins.stop();
  folder = await mkdtemp(join(tmpdir(), 'milkway-door-'));
});

after(() => rm(folder, { recursive: true, force: true }));

/** The modules of a door that stand in a folder. */
async function made(at) {
  const load = (name) => import(pathToFileURL(join(at, name)));
  const [{ evaluate }, { open }, { door }] = await Promise.all(['evaluate.js', 'phone/book.js', 'phone/relief/door.js'].map(load));
  return { evaluate, open, door };
}

test('the door that ships says what every row and every person asks of it', async () => {
  assert.deepEqual(judge(await made(BROWSER), fetched), []);
});

test('each mutant by its name is caught', async (t) => {
  assert.ok(MUTANTS.length >= 15);
  for (const [at, { name, file, from, to, rules }] of MUTANTS.entries()) {
    await t.test(name, async () => {
      const own = join(folder, String(at));
      for (const part of PARTS) await cp(join(BROWSER, part), join(own, part), { recursive: true });
      const book = structuredClone(fetched);
      if (rules) rules(book);
      if (file) {
        const text = await readFile(join(own, file), 'utf8');
        assert.equal(text.split(from).length, 2, `${file} holds once: ${from}`);
        await writeFile(join(own, file), text.replace(from, () => to));
      }
      const faults = judge(await made(own), book, { first: true });
      assert.ok(faults.length > 0, 'somebody is let in, or asked the wrong thing, and nothing sees it');
    });
  }
});
