/** The line that carries an interview: the phone reads and writes it as the server does, and refuses what the server refuses. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { begin, read, write } from '../../browser/phone/interview/line.js';
import { formOf, startTwins } from './phone_twin.mjs';
import { chance } from './luck.mjs';

const LINES = 1500;

let twins;
before(async () => { twins = await startTwins(); });
after(() => twins?.stop());

/** What the server writes back of a line; null when it refuses it. */
async function byServer(line) {
  const { status, raw } = await twins.served({ method: 'POST', path: '/check', fields: [['kept', line], ['go', 'again']] });
  return status === 200 ? new Map(formOf(raw)).get('kept') : null;
}

/** The same by the phone. */
function byPhone(line) {
  const interview = read(twins.book, line);
  return interview === null ? null : write(twins.book, interview);
}

async function same(line) {
  const [there, here] = [await byServer(line), byPhone(line)];
  assert.equal(here, there, line.slice(0, 2000));
  return here;
}

/** Parts of a line: sound ones, and ones that are nearly so. */
function parts({ of, draw }) {
  const { protocol } = twins.book;
  const finding = of(protocol.findings);
  const item = of(protocol.context);
  const number = of(['0', '1', '7', '+3', '007', '99999999999999999999', '18446744073709551615', '-1', '-0', '', ' 1', '1.5', '9007199254740993', '٣']);
  const said = of(['', '@l0', '@c1', `@l${number}`, `@c${number}`, '@n38,5 °C', '@n', '@', '@x1', '@n 101\u200ff =;@ ', '@nabcdefghijklmnopqrs uvw', `@n\u3000${'😀'.repeat(12)} ${'x'.repeat(9)}`, '@n1@l2']);
  const level = of([...finding.levels, 'unsure?', 'unsure', '', 'constructor']);
  const value = of([...(item.values ?? [String(item.min), String(item.max), String(item.max + 1), item.over ?? 'over', number]), '?']);
  return of([
    `f.${finding.id}=${level}${draw() < 0.5 ? '' : said}`, `f.${finding.id}=${of(finding.levels)}`, `f.${finding.id}=${of(finding.levels)}${said}`,
    `u.${finding.id}`, `t.${finding.id}`, `u.${finding.id}=x`, `c.${item.id}=${value}`, `c.${item.id}=${value}`,
    `who=${of(['parent', 'baby', 'both', 'no_baby', 'alone', ''])}`, `shown=${of(['0', '1', '2', '3', '+1', '01', '-1', ''])}`,
    `began=${of(['0', '1764148800', '-5', '+5', '-0', '9223372036854775807', '-9223372036854775808', '9223372036854775808', 'now', '1e9'])}`,
    ...(draw() < 0.1 ? ['who', 'f.', '.', 'f.heart', `c.${finding.id}=?`, 'x.heart', 'c.toString=?', 'f.constructor=no', '\u200e', 'who.x=parent', 'toString=1', `F.${finding.id}=no`] : []),
  ]);
}

test(`${LINES} lines drawn from a seed are written back as the server writes them, or refused as it refuses them`, async (t) => {
  const luck = chance(20261126);
  let refused = 0;
  for (let at = 0; at < LINES; at += 1) {
    const line = Array.from({ length: 1 + Math.floor(luck.draw() ** 3 * 40) }, () => parts(luck)).join(luck.draw() < 0.05 ? ';;' : ';');
    const written = await same(line);
    if (written === null) refused += 1;
    // What was written is read as the same.
    else assert.equal(byPhone(written), written);
  }
  // A crowd in which all are sound, or none, would say nothing.
  assert.ok(refused > LINES / 10 && refused < LINES * 0.9, `${refused} of ${LINES} were refused`);
  t.diagnostic(`${refused} refused`);
});

test('every level of every finding, every way to say it and every word of the context', async () => {
  const { findings, context } = twins.book.protocol;
  const lines = [
    ...Array.from({ length: 5 }, (_, level) => findings.map(({ id, levels }) => `f.${id}=${levels[Math.min(level, levels.length - 1)]}@${of(level)}`)),
    findings.map(({ id }) => `f.${id}=unsure?`), findings.map(({ id }) => `u.${id}`), findings.map(({ id }) => `t.${id}`), context.map(({ id }) => `c.${id}=?`),
    ...Array.from({ length: 8 }, (_, at) => context.map(({ id, values, min }) => `c.${id}=${values?.[at % values.length] ?? min + at}`)),
  ];
  for (const line of lines) assert.equal(await same(line.join(';')), line.join(';'));
});

const of = (level) => ['l0', 'c1', 'n38.5', 'n101 F', 'l4'][level];

test('a long line is refused by its bytes', async () => {
  for (const most of [16_384, 16_385]) {
    for (const filler of [';', '€']) {
      const line = `who=both;f.pain=mild@n${filler.repeat(Math.floor((most - 22) / Buffer.byteLength(filler)))}`;
      await same(line);
      await same(line.padEnd(line.length + most - Buffer.byteLength(line), ';'));
    }
  }
});

test('nothing is an interview that has just begun', async () => {
  assert.equal(await same(''), '');
  assert.deepEqual(read(twins.book, ''), begin());
});
