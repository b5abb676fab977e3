/** Entries of every kind, as phones send them: whole ones, odd ones, ones with marks. */

/** An id in the order of its number. */
export const id = (number) => `01990000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const moment = (at_ms) => ({ at_ms, zone: 'Europe/London', offset_s: 0 });
const amount = (value, unit) => ({ value, unit });
const H = 3_600_000;

/** What entries say, newest first: [hours ago, of whom, body]. */
export const SAYS = [
  [0.1, 'baby', { kind: 'feed', left_s: 1083, right_s: 540, last_side: 'right', latch_pain: 3, nipple_left: 'crack', fuller: 'left' }],
  [0.2, 'baby', { kind: 'feed', left_s: 45, open: true, first_side: 'left', last_side: 'left' }],
  [0.3, 'baby', { kind: 'feed', bottles: [{ milk: 'own', amount: amount('3,5', 'fl_oz') }, { milk: 'formula' }] }],
  [0.4, 'me', { kind: 'pump', left: amount('60', 'ml'), right: amount('2.5', 'fl_oz'), left_s: 600 }],
  [0.5, 'me', { kind: 'pump', total: amount('120', 'ml') }],
  [0.6, 'baby', { kind: 'nappy', wet: true, dirty: true, colour: 'yellow', dust: true, blood: 'streaks' }],
  [0.7, 'baby', { kind: 'nappy', wet: false, dirty: false }],
  [0.8, 'me', { kind: 'symptom', side: 'left', place: 2, pain: 4, lump: amount('2', 'in'), heat_colour: 'small_patch', nipple: 'sore' }],
  [0.9, 'me', { kind: 'symptom', side: 'right', place: 7, pain: 0 }],
  [1.0, 'me', { kind: 'temperature', amount: amount('38,2', 'c') }],
  [1.1, 'baby', { kind: 'temperature', amount: amount('100.4', 'f') }],
  [1.2, 'me', { kind: 'medicine', name: 'Ibuprofen', amount: amount('400', 'mg'), note: 'after food\nand "quoted" <b>' }],
  [1.3, 'baby', { kind: 'weight', amount: amount('7 9.7', 'lb_oz') }],
  [1.4, 'baby', { kind: 'length', amount: amount('20', 'in') }],
  [1.5, 'baby', { kind: 'head', amount: amount('34.5', 'cm') }],
  [1.6, 'me', { kind: 'stock', act: 'put', place: 'freezer', amount: amount('150', 'ml') }],
  [1.7, 'me', { kind: 'session', code: 'S-A', side: 'left', before: 6, after: 4, stopped: true }],
  [1.8, 'me', { kind: 'mood', down: true, little_interest: false }],
  [1.9, 'me', { kind: 'check', answers: 'x', fingerprint: 'y' }],
  [2.0, 'baby', { kind: 'note', note: 'A quiet night' }],
  [9, 'baby', { kind: 'sleep', end: 7.5 }],
  [9.5, 'me', { kind: 'temperature', amount: amount('warm', 'c') }],
  [30, 'baby', { kind: 'nappy', wet: true, dirty: false }],
];

/** Revisions of a household, as its owner's phone made them before `now_ms`. */
export function revisions({ me, baby }, now_ms) {
  const subject = (whose) => (whose === 'me' ? { parent: me } : { baby });
  const one = ([hours, whose, { end, ...body }], at) => {
    const at_ms = Math.floor(now_ms - hours * H);
    const ended = end === undefined ? {} : { end_ms: Math.floor(now_ms - end * H) };
    return { id: id(1000 + at), entry: id(2000 + at), made_at_ms: at_ms, content: { subject: subject(whose), at: moment(at_ms), ...body, ...ended } };
  };
  return SAYS.map(one);
}

/** Two changes of the first entry that did not see each other. */
export const changesApart = ([first]) => [1, 2].map((number) => ({ ...first, id: id(3000 + number), bases: [first.id], made_at_ms: first.made_at_ms + number, content: { ...first.content, note: `change ${number}` } }));
