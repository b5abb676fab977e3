/** Doors with something missing. Each is a change of a file, or of the rules that a phone was handed. */

const changed = (file) => (name, from, to) => ({ name, file, from, to });
const [door, allowance, evaluator] = ['phone/relief/door.js', 'phone/relief/allowance.js', 'evaluate.js'].map(changed);
const gate = (book, id) => book.protocol.care.gates.find((one) => one.id === id);

const OF_RULES = [
  { name: 'the first exclusion of massage forgotten', rules: (book) => { gate(book, 'massage').closed.shift(); } },
  { name: 'the last exclusion of massage forgotten', rules: (book) => { gate(book, 'massage').closed.pop(); } },
  { name: 'the one exclusion of vibration forgotten', rules: (book) => { gate(book, 'vibration').closed = []; } },
  { name: 'lying strokes not behind the gate', rules: (book) => { gate(book, 'massage').opens = ['S-A', 'S-H']; } },
  { name: 'the age of the gate forgotten', rules: (book) => { gate(book, 'massage').limits = gate(book, 'massage').limits.filter(({ id }) => id !== 'age_years_at_least'); } },
  { name: 'the urgency of the gate forgotten', rules: (book) => { gate(book, 'massage').limits = gate(book, 'massage').limits.filter(({ id }) => id !== 'parent_urgency_under'); } },
  { name: 'cold no longer rests', rules: (book) => { book.guide.sessions.find(({ code }) => code === 'S-E').rest_s = null; } },
  { name: 'vibration need not be chosen', rules: (book) => { book.guide.sessions.find(({ code }) => code === 'S-H').unlock = null; } },
];

const OF_EVALUATOR = [
  evaluator('the urgency of the gate one too high', 'urgency: one.parent.level >= gate.under', 'urgency: one.parent.level > gate.under'),
  evaluator('sixteen itself is too young', 'gate.age !== null && age < gate.age', 'gate.age !== null && age <= gate.age'),
  evaluator('not sure opens', 'exclusions((given) => given === UNSURE);', 'exclusions(() => false);'),
  evaluator('silence opens', 'exclusions((given) => given === UNSURE || given === NOTHING)', 'exclusions((given) => given === UNSURE)'),
  evaluator('an unfinished check counts as finished', 'unfinished: one.unanswered.some((finding) => !finding.baby)', 'unfinished: false'),
  evaluator('an unknown age is old enough', 'age_unknown: gate.age !== null && age === undefined', 'age_unknown: false'),
];

const OF_GATE = [
  door('an exclusion is no reason', 'const named = fresh ? exclusions.map(', 'const named = fresh ? [].map('),
  door('the urgency is no reason', '...(urgency ? [{ kind: "urgency" }] : [])', '...[]'),
  door('the age is no reason', '...(age ? [{ kind: "age" }] : [])', '...[]'),
  door('old reasons close instead of being asked anew', 'const named = fresh ? ', 'const named = true ? '),
  door('the second gate is skipped', 'gates.flatMap((at) => reasons(', 'gates.slice(0, 1).flatMap((at) => reasons('),
  door('the lines of the second gate are not asked', 'const exclusions = gates.flatMap(', 'const exclusions = gates.slice(0, 1).flatMap('),
  door('the urgency is not asked anew', '[...exclusions, { kind: "urgency" }, ...holds(session)]', '[...exclusions, ...holds(session)]'),
  door('no check is needed', 'if (read === null) return { door: "check" };', 'if (read === null) return { door: "open" };'),
  door('an unfinished check is not sent back', 'if (standings.some(({ unfinished }) => unfinished)) return { door: "check" };', ''),
  door('silence is not asked', '|| silent || session.hold', '|| session.hold'),
  door('old answers are not asked again', 'if (anew || !fresh || silent', 'if (anew || silent'),
  door('a withheld session is not asked anew', 'if (anew || !fresh', 'if (!fresh'),
  door('a withheld session need not be chosen', 'if (anew && !chosen && !unlocked) return { door: "choose" };', ''),
  door('what a clinician has unlocked is not heard', 'if (anew && !chosen && !unlocked)', 'if (anew && !chosen)'),
  door('what a clinician has unlocked is not asked anew', 'const anew = session.unlock !== null;', 'const anew = session.unlock !== null && !unlocked;'),
  door('somebody else may choose', 'if (anew && !isHers(read)) return closed([{ kind: "not_hers" }]);', ''),
  door('a ticked line opens massage', 'if (!none) return closed([{ kind: "ticked" }]);', ''),
  door('"no" to the age opens', 'if (!old) return closed([{ kind: "age" }]);', ''),
  door('the age is not asked', 'if (old === null) return { door: "age" };', ''),
];

const OF_TIME = [
  door('answers hold an hour longer', 'Math.min(HOLD_HOURS, ...gates.map((at) => hoursOf(protocol.care.gates[at]) ?? HOLD_HOURS))', '13'),
  door('answers of exactly twelve hours are old', 'age_s <= BigInt(holds_s)', 'age_s < BigInt(holds_s)'),
  door('a clock set back makes answers new', 'age_s >= 0n && ', ''),
  door('answers without a time are new', 'if (at_s === null) return false;', 'if (at_s === null) return true;'),
  door('an old pass holds', 'visit.pass !== null && lately(visit.pass.at_s, now_s, anew ? ANEW_S : holds_s)', 'visit.pass !== null'),
  door('the pass of a withheld session holds as long as any', 'anew ? ANEW_S : holds_s', 'holds_s'),
  door('an old pass holds for the plan', 'visit.pass !== null && lately(visit.pass.at_s, now_s, holds_s) ?', 'visit.pass !== null ?'),
  door('old answers speak for the plan', 'const read = lately(visit.answered_s, now_s, holds_s) ? visit.read : null;', 'const read = visit.read;'),
];

const OF_PLAN = [
  door('a ticked line opens another session', 'return none ? { door: "open" } : closed([{ kind: "ticked" }]);', 'return { door: "open" };'),
  door('a situation holds nothing back', 'if (why.length > 0) return closed(why);\n    if (known', 'if (known'),
  door('a step that the plan does not offer opens', 'if (known && !offered(read, session)) return closed([{ kind: "not_in_plan" }]);', ''),
  door('situations are not asked without a check', 'const situations = known ? [] : ', 'const situations = true ? [] : '),
];

const OF_REST = [
  door('the wait is not told', 'return from_s !== null && [', 'return false && ['),
  door('the wait hides a reason', '["open", "list", "age"].includes(said.door)', '["open", "list", "age", "closed"].includes(said.door)'),
  allowance('the rest is not counted', 'const rested = rest_s === null || ends.length === 0 ? null', 'const rested = true ? null'),
  allowance('the rest is counted from the first', 'later(ends.at(-1), rest_s)', 'later(ends[0], rest_s)'),
  allowance('the day is not counted', 'const counted = first === undefined ? null', 'const counted = true ? null'),
  allowance('one more a day', 'ends[ends.length - most]', 'ends[ends.length - most - 1]'),
  allowance('a session of exactly a day ago is forgotten', 'later(first, DAY_S + 1)', 'later(first, DAY_S)'),
  allowance('each session counts alone', 'coded.get(code)?.pool === pool', 'coded.get(code)?.pool === pool && code === "S-A"'),
  allowance('a second too soon', 'from_s > now_s', 'from_s > now_s + 1n'),
  allowance('what lies ahead is forgotten', '.map(({ at_s }) => at_s).sort', '.map(({ at_s }) => at_s).filter((at_s) => at_s <= now_s).sort'),
  { name: 'time turns over at its end', file: 'phone/instant.js', from: 'held(at_s + BigInt(span_s))', to: 'BigInt.asIntN(64, at_s + BigInt(span_s))' },
];

export const MUTANTS = [...OF_RULES, ...OF_EVALUATOR, ...OF_GATE, ...OF_TIME, ...OF_PLAN, ...OF_REST];
