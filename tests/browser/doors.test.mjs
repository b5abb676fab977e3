/**
 * One person, five doors: the plain reading of the rules, the masks, the batch, the plain form, and the phone without a network.
 *
 * Each says the same, byte for byte, of the shared cases and of somebody who meets each rule. The phone is asked in its own words, with the
 * book alone: there is nothing that it could fetch. (`alone.test.mjs` does the same with a thumb and a cut wire.)
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { brief, evaluate } from '../../browser/evaluate.js';
import { milkway } from './binary.mjs';
import { startTwins } from './phone_twin.mjs';

/** At most so many conditions of each patient are shown. */
const CONDITIONS_MOST = 5;
const PLACES = { tick: 'offered', maybe: 'optional', wait: 'not_now', x: 'never' };

const read = (name) => readFileSync(new URL(`../cases/${name}`, import.meta.url), 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line));
const exported = JSON.parse(milkway(['protocol', 'export']));
const batch = (option, cases) => milkway(['check', '--batch', ...option], cases.map((one) => `${JSON.stringify(one)}\n`).join('')).trimEnd().split('\n').map((line) => JSON.parse(line));

let twins;
before(async () => { twins = await startTwins(); });
after(() => twins?.stop());

/** Somebody who meets a rule and denies everything else. */
function meets(rule) {
  const findings = Object.fromEntries(exported.findings.filter(({ needed }) => needed !== 'never').map(({ id, levels }) => [id, levels[0]]));
  const context = { lactation: 'direct', days_since_birth: 100, baby: 'with_parent', baby_age_days: 100, region: 'UK' };
  const hold = (one) => {
    if ('finding' in one) findings[one.finding] = one.levels?.[0] ?? one.at_least;
    else if ('count' in one) exported.counts.find(({ id }) => id === one.count).of.slice(0, one.at_least).forEach(hold);
    else if ('term' in one) exported.terms.find(({ id }) => id === one.term).when[0].forEach(hold);
    else context[one.context] = one.is ?? one.at_least ?? one.at_most ?? one.under - 1;
  };
  rule.cubes[0].forEach(hold);
  return { id: rule.id, context, findings };
}

const CASES = [...read('shared.ndjson'), ...exported.rules.map(meets)];

/** One way to write an outcome: keys in the order of their letters. */
const written = (value) => JSON.stringify(value, (_, one) => (one && typeof one === 'object' && !Array.isArray(one) ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1))) : one));

/** An interview that has these answers, as it travels in a form. */
function lineOf({ context = {}, findings = {} }) {
  const item = ([id, value]) => `c.${id}=${value}`;
  const finding = ([id, level]) => `f.${id}=${level}${level === 'unsure' ? '?' : ''}`;
  return ['who=both', ...Object.entries(context).map(item), ...Object.entries(findings).map(finding)].join(';');
}

/** The outcome as the batch says it. */
function ofBatch({ parent, baby, conditions, plan }) {
  const told = (patient) => patient && { level: patient.level, days: patient.days, reasons: patient.reasons.map(({ rule }) => rule) };
  return { parent: told(parent), baby: told(baby), conditions: conditions.map(({ id }) => id), plan: plan.map(({ step, place }) => ({ step, place })) };
}

/** The same from what the masks came to. */
function ofMasks({ parent, baby, fired, conditions }, { complete }) {
  const rules = exported.rules.filter(({ id }) => fired.includes(id));
  const told = (patient, subject) => patient && (() => {
    const level = complete || patient.level > 1 ? patient.level : null;
    return { level, days: level === null ? null : patient.days, reasons: rules.filter((rule) => rule.subject === subject && rule.level === level).map(({ id }) => id) };
  })();
  return { parent: told(parent, 'parent'), baby: told(baby, 'baby'), conditions: conditions.map(({ id }) => id) };
}

const subjectOf = new Map(exported.conditions.map(({ id, subject }) => [id, subject]));
/** What is shown of the conditions: those of the parent first. */
const shown = (ids) => ['parent', 'baby'].flatMap((subject) => ids.filter((id) => subjectOf.get(id) === subject).slice(0, CONDITIONS_MOST));

/** What a result page says: its banners, its reasons, its conditions and its plan, by the ids in its addresses. */
function ofPage(page) {
  const all = (pattern, text = page) => [...text.matchAll(pattern)].map(([, one]) => one);
  const why = /<summary>Why<\/summary>[^]*?<\/details>/.exec(page)?.[0] ?? '';
  const sections = [...page.matchAll(/<h2 class="kind"><svg[^>]*><use href="#i-(\w+)"\/>[^]*?<\/section>/g)];
  return {
    levels: all(/<div class="banner (u[0-6n])"/g),
    reasons: all(/class="rule">([^<]*)</g, why),
    conditions: all(/formaction="\/condition\/(\w+)"/g),
    plan: Object.fromEntries(sections.map(([section, icon]) => [PLACES[icon], all(/formaction="\/relief\/(\w+)"/g, section)])),
  };
}

/** What a page must say of an outcome. */
function onPage({ parent, baby, conditions, plan }, { context = {} }) {
  const silent = context.baby === 'in_hospital' && baby?.level === 0;
  const emergency = Math.max(parent.level ?? -1, baby?.level ?? -1) === 6;
  const patients = [parent, silent ? null : baby].filter((one) => one !== null && (!emergency || one.level !== null));
  patients.sort((one, other) => (other.level ?? -1) - (one.level ?? -1));
  const at = (place) => plan.filter((one) => one.place === place).map(({ step }) => step);
  const places = Object.values(PLACES).map((place) => [place, at(place)]).filter(([, steps]) => steps.length > 0);
  return {
    levels: patients.map(({ level }) => (level === null ? 'un' : `u${level}`)),
    reasons: [parent, silent ? null : baby].filter((one) => one !== null && one.level !== null && patients.includes(one)).flatMap(({ reasons }) => reasons),
    conditions: shown(conditions), plan: Object.fromEntries(places),
  };
}

test('the cases meet every rule', () => {
  const fired = new Set(batch(['--inside'], CASES).flatMap((one) => one.fired));
  assert.deepEqual(exported.rules.map(({ id }) => id).filter((id) => !fired.has(id)), []);
});

test('five doors say the same, byte for byte', async () => {
  const naive = batch(['--naive'], CASES);
  const masks = batch(['--inside'], CASES);
  const told = batch(['--brief'], CASES);
  for (const [at, one] of CASES.entries()) {
    const same = (door, said, wanted) => assert.equal(written(said), written(wanted), `${one.id}: ${door}`);
    const wanted = ofBatch(told[at]);
    same('the plain reading', { ...naive[at], conditions: shown(naive[at].conditions) }, wanted);
    const { plan, ...rest } = wanted;
    const inside = ofMasks(masks[at], told[at]);
    same('the masks', { ...inside, conditions: shown(inside.conditions) }, rest);
    same('the phone', brief(twins.book.rules, evaluate(twins.book.rules, one)), told[at]);
    const fields = [['kept', lineOf(one)], ['at', 'result'], ['go', 'again']];
    const request = { method: 'POST', path: '/check', fields };
    const [form, offline] = [await twins.served(request), twins.shown(request)];
    same('the plain form', ofPage(form.raw), onPage(wanted, one));
    same('the phone without a network', ofPage(offline.raw), onPage(wanted, one));
  }
});
