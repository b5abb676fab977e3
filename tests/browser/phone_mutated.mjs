/** The phone with one fault in it. */
import assert from 'node:assert/strict';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The modules of the phone with one text changed, in a folder of their own. */
export async function mutated(folder, file, from, to) {
  await cp(new URL('../../browser', import.meta.url), folder, { recursive: true });
  const path = join(folder, 'phone', file);
  const text = await readFile(path, 'utf8');
  assert.equal(text.split(from).length, 2, `${file} says it once: ${from}`);
  await writeFile(path, text.replace(from, () => to));
  return import(join(folder, 'phone', 'respond.js'));
}
