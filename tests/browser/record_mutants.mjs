/** The phone's half of the record with one fault in it: a name, a file, what stands there once, and what stands there instead. */
import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const MUTANTS = [
  ['a later saving loses', 'fold.js', '|| earlierFirst(other, one)', '|| earlierFirst(one, other)'],
  ['the bin wins', 'fold.js', 'Number(one.revision.binned ?? false) - Number(other.revision.binned ?? false)', 'Number(other.revision.binned ?? false) - Number(one.revision.binned ?? false)'],
  ['the bin is not looked at', 'fold.js', 'Number(one.revision.binned ?? false) - Number(other.revision.binned ?? false) ||', ''],
  ['the larger id of one millisecond is the earlier', 'fold.js', 'Number(one.revision.id > other.revision.id) - Number(one.revision.id < other.revision.id)', 'Number(one.revision.id < other.revision.id) - Number(one.revision.id > other.revision.id)'],
  ['a clock is noticed a millisecond late', 'fold.js', 'Math.abs(skew_ms) < SKEW_NOTICED_MS', 'Math.abs(skew_ms) <= SKEW_NOTICED_MS'],
  ['a clock behind is not noticed', 'fold.js', 'Math.abs(skew_ms)', 'skew_ms'],
  ['a wrong clock is made worse', 'fold.js', '? 0 : -skew_ms', '? 0 : skew_ms'],
  ['a wrong clock still orders savings', 'fold.js', 'one.revision.made_at_ms + correction_ms(one)', 'one.revision.made_at_ms'],
  ['a wrong clock still dates entries', 'fold.js', 'later(content.at, correction_ms(timed))', 'later(content.at, 0)'],
  ['who adds a note moves the time', 'fold.js', 'const timed = timedBy(received, head.revision.content.at)', 'const timed = head'],
  ['a ring of savings is lost', 'fold.js', '(free.length > 0 ? free : [...received])', 'free'],
  ['one saving twice is two heads', 'fold.js', 'head.revision.id !== heads[at - 1]?.revision.id', 'true'],
  ['what was replaced still stands', 'fold.js', '!replaced.has(revision.id)', 'true'],
  ['the last writer logged it', 'fold.js', 'by: first.by', 'by: head.by'],
  ['everybody changed it', 'fold.js', 'head.revision.id === first.revision.id ? null : head.by', 'head.by'],
  ['two heads are not told', 'fold.js', 'heads.length > 1', 'heads.length > 2'],
  ['the binned add to the day', 'sum.js', 'binned ? []', 'false ? []'],
  ['both sides although all was measured', 'sum.js', 'ul(pump.total) ?? left + right', 'left + right'],
  ['a total that was not measured is none', 'sum.js', 'ul(pump.total) ?? left + right', 'ul(pump.total) ?? 0n'],
  ['sleep goes backwards', 'sum.js', 'Math.max(0, (end_ms ?? at.at_ms) - at.at_ms)', '(end_ms ?? at.at_ms) - at.at_ms'],
  ['sleep is rounded up', 'sum.js', 'Math.floor(slept_ms / 1000)', 'Math.ceil(slept_ms / 1000)'],
  ['one bottle of two', 'sum.js', 'all + (ul(amount) ?? 0n)', 'ul(amount) ?? all'],
  ['nothing is nothing to be left out', 'sum.js', 'number !== 0n', 'true'],
  ['below nothing is rounded up', 'amount.js', 'scaled < 0n ? -half : half', 'half'],
  ['cut, not rounded', 'amount.js', '(scaled + (scaled < 0n ? -half : half)) / den', 'scaled / den'],
  ['ounces of a recipe', 'amount.js', '295_735_295_625n', '300_000_000_000n'],
  ['a comma parts nothing', 'amount.js', '[.,]', '[.]'],
  ['thirteen digits', 'amount.js', 'LONGEST = 12', 'LONGEST = 13'],
  ['the sign counts as a digit', 'amount.js', '.length - sign.length', '.length'],
  ['a point alone is nought', 'amount.js', ' || whole + part === ""', ''],
  ['blanks of JavaScript', 'amount.js', 'text.replace(AROUND, "")', 'text.trim()'],
  ['twelve ounces in a pound', 'amount.js', 'OUNCES = 16n', 'OUNCES = 12n'],
  ['any blank between pounds and ounces', 'amount.js', 'text.indexOf(" ")', 'text.search(/\\s/u)'],
  ['the offset that was', 'moment.js', 'offsetOf(then_ms, zone) ?? offset_s', 'offset_s'],
  ['whole hours', 'moment.js', 'Number(shown.minute), Number(shown.second)', '0, 0'],
  ['an unknown zone is UTC', 'moment.js', 'if (clock === null) return null;', 'if (clock === null) return 0;'],
  ['the day in UTC', 'moment.js', 'at + ahead_s * 1000', 'at'],
  ['any offset is a clock', 'moment.js', 'Math.abs(offset_s) > OFFSET_MOST_S ? 0 : offset_s', 'offset_s'],
  ['years that no calendar has', 'moment.js', 'Math.max(FIRST_MS, Math.min(LAST_MS, at_ms))', 'at_ms'],
  ['no years before the first', 'moment.js', 'shown.era.startsWith("B") ? 1 - Number(shown.year) : Number(shown.year)', 'Number(shown.year)'],
  ['the second is rounded', 'moment.js', 'Math.floor(at_ms / 1000)', 'Math.round(at_ms / 1000)'],
];

/** All of the modules with one text changed, in a folder of their own. */
export async function mutant(t, file, from, to) {
  const folder = await mkdtemp(join(tmpdir(), 'milkway-record-'));
  t.after(() => rm(folder, { recursive: true }));
  await cp(new URL('../../browser/record', import.meta.url), folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
  const path = join(folder, file);
  const text = await readFile(path, 'utf8');
  assert.equal(text.split(from).length, 2, `${file} says it once: ${from}`);
  await writeFile(path, text.replace(from, () => to));
  const all = await Promise.all(['amount.js', 'fold.js', 'moment.js', 'sum.js'].map((name) => import(join(folder, name))));
  return Object.assign({}, ...all);
}
