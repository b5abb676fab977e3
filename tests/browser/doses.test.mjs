/** The arithmetic of doses on the phone: the same verdicts as the server's, and clock times that are read the careful way. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, test } from 'node:test';
import { cards, would } from '../../browser/doses.js';
import { milkway } from './binary.mjs';
import { doseCases } from './dose_cases.mjs';

const CASES = 20_000;

const { medicines } = JSON.parse(milkway(['protocol', 'export'])).care;

/** What the server says, in order. */
function verdicts(cases) {
  const lines = milkway(['dose', '--batch'], cases.map((one) => `${JSON.stringify(one)}\n`).join(''));
  return lines.trimEnd().split('\n').map((line) => JSON.parse(line));
}

/** What the phone says, under limits that a test may change. */
function onThePhone(one, limits = medicines) {
  const { id, region, now, cautions, doses, dose } = one;
  return {
    id,
    region,
    medicines: cards(limits, region, doses, cautions, now),
    would: would(limits, region, doses, cautions, dose, now),
  };
}

describe('phone and server', () => {
  const cases = doseCases(medicines, CASES);
  const server = verdicts(cases);

  test(`agree on ${CASES} people`, () => {
    assert.equal(server.length, cases.length);
    for (const [at, one] of cases.entries()) {
      assert.deepEqual(onThePhone(one), server[at], JSON.stringify(one));
    }
  });

  test('the people meet every verdict, every reason and every warning', () => {
    const told = server.flatMap((one) => one.medicines);
    const seen = new Set(told.flatMap((one) => [one.verdict, one.why, ...(one.reasons ?? [])]));
    for (const word of ['allowed', 'wait', 'ask_first', 'no_limits', 'gap', 'day', 'cautions_open', 'caution_holds', 'other_nsaid', 'too_long']) {
      assert.ok(seen.has(word), word);
    }
    assert.ok(told.some((one) => one.ask_for_fever));
    const warnings = server.map((one) => one.would).filter((one) => one.say === 'warn');
    for (const field of ['over', 'too_soon_until', 'large_mg', 'unit_mg', 'wait_until']) {
      assert.ok(warnings.filter((one) => one[field] !== null).length > 50, field);
    }
    assert.ok(warnings.some((one) => one.two_nsaids) && warnings.some((one) => one.ask.length > 0));
    assert.ok(server.some((one) => one.would.say === 'fine'));
  });

  test('a phone with any weaker limit would be found out', () => {
    const weaker = {
      dose: (one) => ({ ...one, dose_mg: one.dose_mg && [one.dose_mg[0], one.dose_mg[1] * 2] }),
      gap: (one) => ({ ...one, gap_hours: one.gap_hours && one.gap_hours - 1 }),
      'gap after a large dose': (one) => ({ ...one, gap_hours_after: null }),
      'most in 24 hours': (one) => ({ ...one, most_mg_24h: one.most_mg_24h + 1 }),
      'longest use': (one) => ({ ...one, longest_days: one.longest_days && one.longest_days + 1 }),
      'longest use for fever': (one) => ({ ...one, longest_days_fever: null }),
      'whole tablets': (one) => ({ ...one, unit_mg: one.unit_mg && one.unit_mg / 2 }),
    };
    for (const [name, weaken] of Object.entries(weaker)) {
      const limits = medicines.map(weaken);
      const differs = (one, at) => JSON.stringify(onThePhone(one, limits)) !== JSON.stringify(onThePhone(cases[at]));
      assert.ok(cases.some(differs), name);
    }
  });

  test('what the phone cannot know leaves no schedule', () => {
    for (const strange of [{ medicine: 'gone' }, { other: 'aspirin' }, {}]) {
      const doses = [{ ...strange, amount_mg: 1, at: 1 }];
      for (const card of cards(medicines, 'UK', doses, { ibuprofen: 'none', paracetamol: 'none' }, 1_795_403_540)) {
        assert.deepEqual([card.verdict, card.reasons], ['ask_first', ['unknown_product']]);
      }
    }
  });
});

/** Reads clock times in another zone, in a process of its own. */
function inZone(zone, times) {
  const script = `
    import { instantOfClock } from ${JSON.stringify(new URL('../../browser/dose_time.js', import.meta.url).href)};
    const times = ${JSON.stringify(times)};
    console.log(JSON.stringify(times.map(([hour, minute, now]) => new Date(instantOfClock(hour, minute, Date.parse(now) / 1000) * 1000).toISOString())));
  `;
  const said = execFileSync(process.execPath, ['--input-type=module', '--eval', script], { env: { ...process.env, TZ: zone }, encoding: 'utf8' });
  return JSON.parse(said).map((time) => time.replace(':00.000Z', 'Z'));
}

/** Zone, then: typed hour and minute, the present (UTC), and the instant (UTC) that is meant. */
const TYPED = {
  'Europe/London': [
    // An ordinary night: today, else yesterday.
    [3, 10, '2026-11-23T03:12Z', '2026-11-23T03:10Z'],
    [3, 12, '2026-11-23T03:12Z', '2026-11-23T03:12Z'],
    [3, 13, '2026-11-23T03:12Z', '2026-11-22T03:13Z'],
    [23, 50, '2026-11-23T00:20Z', '2026-11-22T23:50Z'],
    // Forward at 01:00 UTC: 01:30 never was. The later reading is 02:30 summer time.
    [1, 30, '2026-03-29T06:00Z', '2026-03-29T01:30Z'],
    [1, 30, '2026-03-29T01:10Z', '2026-03-29T01:10Z'],
    [0, 30, '2026-03-29T06:00Z', '2026-03-29T00:30Z'],
    [2, 30, '2026-03-29T06:00Z', '2026-03-29T01:30Z'],
    [22, 0, '2026-03-29T06:00Z', '2026-03-28T22:00Z'],
    // Back at 01:00 UTC: 01:30 was twice, at 00:30 and at 01:30 UTC.
    [1, 30, '2026-10-25T06:00Z', '2026-10-25T01:30Z'],
    [1, 30, '2026-10-25T01:29Z', '2026-10-25T00:30Z'],
    [1, 30, '2026-10-25T00:29Z', '2026-10-24T00:30Z'],
    [0, 45, '2026-10-25T06:00Z', '2026-10-24T23:45Z'],
    [2, 0, '2026-10-25T06:00Z', '2026-10-25T02:00Z'],
  ],
  'America/New_York': [
    [2, 30, '2026-03-08T12:00Z', '2026-03-08T07:30Z'],
    [2, 30, '2026-03-08T07:05Z', '2026-03-08T07:05Z'],
    [1, 30, '2026-03-08T12:00Z', '2026-03-08T06:30Z'],
    [1, 30, '2026-11-01T12:00Z', '2026-11-01T06:30Z'],
    [1, 30, '2026-11-01T06:10Z', '2026-11-01T05:30Z'],
    [23, 0, '2026-11-01T12:00Z', '2026-11-01T03:00Z'],
  ],
  // Half an hour of summer time.
  'Australia/Lord_Howe': [
    [2, 15, '2026-10-03T20:00Z', '2026-10-03T15:45Z'],
    [2, 45, '2026-10-03T20:00Z', '2026-10-03T15:45Z'],
    [1, 45, '2026-04-04T20:00Z', '2026-04-04T15:15Z'],
    [1, 45, '2026-04-04T15:10Z', '2026-04-04T14:45Z'],
  ],
  // Clocks change at midnight of the date line: the 30th of December 2011 was left out.
  'Pacific/Apia': [
    [9, 0, '2011-12-30T23:00Z', '2011-12-30T19:00Z'],
    [23, 0, '2011-12-30T10:30Z', '2011-12-30T10:30Z'],
    [9, 0, '2026-11-23T03:12Z', '2026-11-22T20:00Z'],
  ],
  // Midnight itself is left out where clocks change at midnight.
  'America/Santiago': [
    [0, 30, '2026-09-06T12:00Z', '2026-09-06T04:30Z'],
    [23, 30, '2026-04-05T12:00Z', '2026-04-05T03:30Z'],
  ],
  'Asia/Kathmandu': [[3, 0, '2026-11-23T00:00Z', '2026-11-22T21:15Z']],
  UTC: [[3, 13, '2026-11-23T03:12Z', '2026-11-22T03:13Z']],
};

describe('a clock time as it was typed', () => {
  for (const [zone, rows] of Object.entries(TYPED)) {
    test(`in ${zone}`, () => {
      const read = inZone(zone, rows.map(([hour, minute, now]) => [hour, minute, now]));
      assert.deepEqual(read, rows.map((row) => row[3]));
    });
  }

  /** Every quarter of an hour of both change nights, from every quarter of an hour after it. */
  test('is never read earlier than a clock showed it, and never in the future', () => {
    const nights = { 'Europe/London': ['2026-03-28T22:00Z', '2026-10-24T22:00Z'], 'America/New_York': ['2026-03-08T04:00Z', '2026-11-01T04:00Z'], 'Australia/Lord_Howe': ['2026-10-03T12:00Z', '2026-04-04T12:00Z'], 'Pacific/Apia': ['2011-12-30T06:00Z', '2026-11-23T06:00Z'], 'America/Santiago': ['2026-09-06T02:00Z', '2026-04-05T01:00Z'] };
    for (const [zone, starts] of Object.entries(nights)) {
      const script = `
        import { instantOfClock } from ${JSON.stringify(new URL('../../browser/dose_time.js', import.meta.url).href)};
        const wrong = [];
        for (const start of ${JSON.stringify(starts)}) {
          for (let taken = 0; taken < 40; taken += 1) {
            for (let after = taken; after < 60; after += 1) {
              const at = Date.parse(start) / 1000 + taken * 900;
              const now = Date.parse(start) / 1000 + after * 900;
              const local = new Date(at * 1000);
              const read = instantOfClock(local.getHours(), local.getMinutes(), now);
              if (read < at || read > now) wrong.push([start, new Date(at * 1000).toISOString(), new Date(now * 1000).toISOString(), new Date(read * 1000).toISOString()]);
            }
          }
        }
        console.log(JSON.stringify(wrong));
      `;
      const said = execFileSync(process.execPath, ['--input-type=module', '--eval', script], { env: { ...process.env, TZ: zone }, encoding: 'utf8' });
      assert.deepEqual(JSON.parse(said), [], zone);
    }
  });
});
