/** The ledger on the phone: the pages of the server, each of them, from a second book; and a search that finds the same on both. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { find, habits } from '../../browser/find.js';
import { answers, respond } from '../../browser/phone/respond.js';
import { startTwins } from './phone_twin.mjs';

let twins;
before(async () => {
  twins = await startTwins();
  const { book, server } = twins;
  book.ledger = await (await fetch(`${server.url}/phone/${book.version}/ledger.json`)).json();
});
after(() => twins?.stop());

/** It comes with the ledger. */
const SAFETY = '/about/safety';
const CLINICIAN = [['clinician', 'yes']];

/** Every address of the ledger. */
function all() {
  const { evidence, sources, claims, things } = twins.book.ledger;
  const each = (room, list) => list.map(({ id }) => `/${room}/${id}`);
  return [
    '/evidence', '/evidence/disagreements', '/article', ...each('evidence', evidence), ...each('source', sources), ...each('article', claims),
    ...things.map(({ kind, id }) => `/rests/${kind}/${id}`),
  ];
}

test('every page is the same', async () => {
  assert.ok(all().length > 700, String(all().length));
  const { body } = await twins.same({ method: 'GET', path: SAFETY });
  assert.match(body, /Not yet reviewed by a clinician\./);
  for (const path of all()) await twins.same({ method: 'GET', path });
});

test('every page is the same for a clinician', async () => {
  for (const path of all()) await twins.same({ method: 'POST', path, fields: CLINICIAN });
});

test('what is not there is not there on the phone either', async () => {
  for (const path of ['/evidence/nothing', '/source/nothing', '/article/nothing', '/rests/rule/nothing', '/rests/nothing/D05']) await twins.same({ method: 'GET', path });
});

test('without its book the phone leaves these pages to the network', () => {
  for (const path of [...all(), SAFETY]) {
    assert.equal(answers(path), false, path);
    assert.equal(answers(path, { ...twins.book, ledger: null }), false, path);
    assert.equal(answers(path, twins.book), true, path);
  }
  const without = { ...twins.book, ledger: null };
  assert.equal(respond(without, { method: 'GET', path: '/evidence', visitor: { theme: null, region: null, tone: null }, now_s: 0 }).status, 404);
  assert.equal(answers('/about'), true);
});

/** What someone types: right, half, wrong, in other words, much, nothing. */
const TYPED = [
  'massage', 'massge', 'masage deep', 'clogged duct', 'blockd', 'antibiotic', 'antibotics', 'anti', 'fever', 'feverr', '24', 'NHS', 'nhs 2021', 'abm 36', 'cabage',
  'lecithin probiotics', 'vibratoin', 'is it thrush', 'every four hours', 'can I feed with a fever', 'the a of', 'zebra', 'ö', 'émile', '<b>', '"', '   ', '',
  'harmful', 'not read', 'not checked', 'Guideline', 'aspirin ibuprofen paracetamol acetaminophen codeine tramadol naproxen lecithin cabbage', 'x'.repeat(500), 'ı̇ ſ ß ΑΣ',
];

test('both find the same', async () => {
  for (const typed of TYPED) {
    for (const fields of [[['q', typed]], [['q', typed], ...CLINICIAN]]) await twins.same({ method: 'POST', path: '/evidence', fields });
  }
});

/** A letter left out, doubled, or changed with its neighbour. */
const slips = (word) => [word.slice(0, 3) + word.slice(4), word.slice(0, 3) + word[2] + word.slice(3), word.slice(0, 2) + word[3] + word[2] + word.slice(4)];

test('every statement, source and claim is found by its first long word, mistyped', () => {
  const { evidence, sources, claims } = twins.book.ledger;
  const texts = [...evidence.map((one) => one.statement), ...sources.map((one) => one.title), ...claims.map((one) => one.claim)];
  const none = habits('', '');
  for (const [at, text] of texts.entries()) {
    const word = text.match(/[a-z]{6,}/i)?.[0];
    for (const typed of word === undefined ? [] : slips(word)) assert.ok(find(typed, texts, none).length > 0 && find(typed, [text], none)[0] === 0, `${at}: ${typed} in ${text}`);
  }
});

test('who has no baby is not told of one, and answers of another version are refused', async () => {
  const alone = [['kept', 'who=no_baby;c.baby=none']];
  const { body } = await twins.same({ method: 'POST', path: '/evidence', fields: alone });
  assert.ok(!/<span>[^<]*\bbaby\b/i.test(body.split('<main')[1]));
  for (const path of ['/evidence', '/article', '/evidence/disagreements']) {
    await twins.same({ method: 'POST', path, fields: alone });
    const { status } = await twins.same({ method: 'POST', path, fields: [['kept', 'something']] });
    assert.equal(status, 400, path);
  }
});
