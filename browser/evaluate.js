// The rules on the phone itself: the same answer as on the server, from the same protocol, without a network. Pure: no clock, no page, no store.
//
// The protocol is the normal form of `milkway protocol export`. A person is one row of small numbers: the level of each finding, then 0 or 1
// for each term, how many signs of each count hold, and 0 or 1 for each test of the context. So every test is "this place of the row is at
// least this", or, outside rules, "is not"; a worse answer only ever adds to the row. Held against Rust, table by table.

/** What stands in the place of a finding without an answer, and of one whose answer is "not sure". */
export const [NOTHING, UNSURE] = [-1, -2];
const [SELF_CARE, WITHIN_DAYS, WITHIN_24H] = [1, 2, 3];
const CONDITIONS_MOST = 5;
const COME_BACK_MOST = 8;
const GROUPS = ["body", "breast", "baby"];
/** What the plan says of a step, least cautious first: the most cautious of her situations holds. */
const MARKS = ["offered", "optional", "locked", "slow", "absent", "warned"];
const DOES = ["offered", "optional", "slow"];
/** Ages are compared up to a year: beyond it neither says anything about the other. */
const [YEAR_DAYS, FAR_APART_DAYS] = [366, 60];

const ids = (list) => list.map((one) => one.id);
const named = (list, id) => list.find((one) => one.id === id);
const most = (numbers) => numbers.reduce((one, other) => Math.max(one, other), 0);
const any = (cubes, row) => cubes.some((cube) => all(cube, row));

/** Whether all tests hold. */
function all(cube, row) {
  for (const { place, least, not } of cube) if (row[place] >= least === not) return false;
  return true;
}

/** Gives every finding, term, count and test of the context its place in the row, and turns tests into places. */
function layOut(protocol) {
  const places = new Map();
  const context = [];
  const at = (kind, id) => places.get(`${kind} ${id}`) ?? places.set(`${kind} ${id}`, places.size).size - 1;
  for (const kind of ["findings", "terms", "counts"]) ids(protocol[kind]).forEach((id) => at(kind, id));
  const level = (finding, id) => named(protocol.findings, finding).levels.indexOf(id);
  const contextAt = (one) => {
    const place = at("context", JSON.stringify(one));
    if (!context.some((known) => known.place === place)) context.push({ ...one, place });
    return place;
  };
  const test = (one) => {
    if ("finding" in one) return { place: at("findings", one.finding), least: level(one.finding, one.at_least ?? one.under), not: "under" in one };
    if ("count" in one) return { place: at("counts", one.count), least: one.at_least, not: false };
    if ("context" in one) return { place: contextAt(one), least: 1, not: false };
    return { place: at("terms", one.term ?? one.no_term), least: 1, not: "no_term" in one };
  };
  const cube = (tests) => tests.map(test);
  return { places, context, at, level, test, cube, cubes: (lists) => lists.map(cube) };
}

/** The places of the findings that tests rest on, also through terms, counts and whatever raises them. */
function restsOn(protocol, tests) {
  const found = new Set();
  const gather = (one) => {
    if ("finding" in one) found.add(one.finding);
    [...(named(protocol.terms, one.term ?? one.no_term)?.when.flat() ?? []), ...(named(protocol.counts, one.count)?.of ?? [])].forEach(gather);
  };
  tests.forEach(gather);
  protocol.raises.filter((one) => found.has(one.finding)).forEach((one) => one.when.flat().forEach(gather));
  return protocol.findings.flatMap((one, at) => (found.has(one.id) ? [at] : []));
}

/** Makes a protocol ready; do it once. Everything below takes what this gives. `passes` asks a row for one test that stands in the protocol. */
export function prepare(protocol) {
  const { places, context, at, level, test, cube, cubes } = layOut(protocol);
  const held = (list) => list.map((one) => ({ ...one, cubes: cubes(one.when) }));
  const raising = (list) => held(list).map((one) => ({ ...one, place: at("findings", one.finding), least: level(one.finding, one.level) }));
  const rules = protocol.rules.map((one) => ({ ...one, cube: cube(one.when), rests: restsOn(protocol, one.when) }));
  // Gravest first, so that the first that fires decides.
  const gravest = [...rules].sort((one, other) => other.level - one.level);
  const derived = [...protocol.raises, ...protocol.terms].flatMap((one) => one.when.flat()).concat(protocol.counts.flatMap((one) => one.of));
  const ready = {
    protocol, context, rules, gravest,
    findings: protocol.findings.map(({ id, subject, levels, unsure, group, needed, alone }, place) => ({
      id, place, levels, group, baby: subject === "baby", worst: levels.length - 1, unsure: levels.indexOf(unsure),
      needed: needed === "always" ? [[]] : needed === "never" ? [] : cubes(needed), alone: cubes(alone), feeds: derived.some((test) => test.finding === id),
      grave: gravest.filter((rule) => rule.level > WITHIN_24H && rule.rests.includes(place)),
    })),
    raises: raising(protocol.raises),
    answers: raising(protocol.answers),
    terms: held(protocol.terms).map((one) => ({ ...one, place: at("terms", one.id) })),
    counts: protocol.counts.map((one) => ({ place: at("counts", one.id), signs: cube(one.of) })),
    conditions: protocol.conditions.map(({ id, subject, favours, against }) => ({ id, subject, favours: cubes(favours), against: cubes(against) })),
    situations: held(protocol.situations),
    screens: new Map(protocol.screens.map((one) => [one.id, cubes(one.when)])),
    notices: held(protocol.notices),
    contradictions: held(protocol.contradictions),
    holds: held(protocol.care.holds),
    cautions: protocol.steps.map((step) => cubes(step.cautions.map((one) => one.when))),
    gates: protocol.care.gates.map(({ closed, limits, ...one }) => ({
      ...one, cubes: cubes(closed.map(({ when }) => when)), rests: restsOn(protocol, closed.flatMap(({ when }) => when)),
      under: named(limits, "parent_urgency_under")?.value ?? Infinity, age: named(limits, "age_years_at_least")?.value ?? null,
    })),
  };
  const passes = (row, one) => all([test(one)], row);
  return { ...ready, passes, byId: new Map(ready.findings.map((one) => [one.id, one])), width: places.size };
}

/** Reads a case as it is written in JSON. What is not understood is refused, never guessed. */
function read(rules, { context = {}, findings = {} }) {
  const given = new Int8Array(rules.findings.length).fill(NOTHING);
  for (const [id, level] of Object.entries(findings)) {
    const { place, levels } = rules.byId.get(id) ?? { levels: [] };
    if (place === undefined || (level !== "unsure" && !levels.includes(level))) throw new RangeError(`findings.${id}: ${JSON.stringify(level)} is not a level`);
    given[place] = level === "unsure" ? UNSURE : levels.indexOf(level);
  }
  for (const [id, value] of Object.entries(context)) {
    const { values, over, min, max } = named(rules.protocol.context, id) ?? {};
    const fits = values?.includes(value) ?? ((typeof value === "string" && value === over) || (Number.isInteger(value) && value >= min && value <= max));
    if (!fits) throw new RangeError(`context.${id}: ${JSON.stringify(value)} is not allowed`);
  }
  return { given, known: new Map(Object.entries(context)) };
}

/** A number of the context; the word for "more than the largest" is more than any; undefined while unknown. */
const numberOf = (known, item) => (typeof known.get(item) === "string" ? Infinity : known.get(item));

/** Whether a test of the context holds. An unknown number takes the cautious side; tests of the baby's age are off without a baby. */
function contextHolds({ protocol }, { known, hasBaby }, test) {
  if ("is" in test) return known.get(test.context) === test.is;
  if (test.context === protocol.baby_age && !hasBaby) return false;
  const number = numberOf(known, test.context);
  if ("at_least" in test) return number >= test.at_least;
  return number === undefined || ("under" in test ? number < test.under : number <= test.at_most);
}

/** Whether words of the context say so. */
export const isSaidThere = (known, lists) => lists.some((tests) => tests.every((one) => "is" in one && known.get(one.context) === one.is));

/** What an answer counts as, "not sure" at its own place; below the mildest while unanswered. */
const levelOf = ({ place, unsure }, given) => (given[place] === UNSURE ? unsure : given[place]);

/** Adds what the context answers by itself. Here an unknown number answers nothing. */
function settle(rules, one) {
  const holds = (test) => "context" in test && one.known.has(test.context) && contextHolds(rules, one, test);
  for (const { place, least, when } of rules.answers) {
    if (levelOf(rules.findings[place], one.given) < least && when.some((tests) => tests.every(holds))) one.given[place] = least;
  }
}

/** The row before anything is derived. A baby's findings are left out when there is no baby. */
function pack(rules, one) {
  const row = new Uint8Array(rules.width);
  for (const finding of rules.findings) if (one.hasBaby || !finding.baby) row[finding.place] = Math.max(0, levelOf(finding, one.given));
  for (const test of rules.context) row[test.place] = contextHolds(rules, one, test) ? 1 : 0;
  return row;
}

/** Fills in what follows: raised findings, all by what was answered; then terms, each after those that it names; then counts. */
function derive(rules, row) {
  const raised = rules.raises.filter(({ cubes }) => any(cubes, row));
  for (const { place, least } of raised) row[place] = Math.max(row[place], least);
  for (const { place, cubes } of rules.terms) row[place] = any(cubes, row) ? 1 : 0;
  for (const { place, signs } of rules.counts) for (const sign of signs) row[place] += row[sign.place] >= sign.least ? 1 : 0;
  return row;
}

/** What one patient has reached: the gravest of the rules that fired, and the fewest days of those. */
function reached(fired, subject) {
  const own = fired.filter((rule) => rule.subject === subject);
  const level = most(own.map((rule) => rule.level));
  const days = own.filter((rule) => rule.level === level && rule.days !== null).map((rule) => rule.days);
  return { level, days: days.length === 0 ? null : Math.min(...days) };
}

/** Mandatory findings that are still open. */
const missing = (open, { babyAsked }, row) => open.filter((finding) => (babyAsked || !finding.baby) && any(finding.needed, row));

/** The worst that can still come: every mandatory finding without an answer at its worst, and what that makes mandatory too. */
function worstOf(rules, one) {
  let [open, row] = [rules.findings.filter(({ place }) => one.given[place] === NOTHING), one.row];
  const worst = one.packed.slice();
  for (let next = one.unanswered; next.length > 0; next = missing(open, one, row)) {
    for (const finding of next) worst[finding.place] = finding.worst;
    open = open.filter((finding) => !next.includes(finding));
    row = derive(rules, worst.slice());
  }
  return row;
}

/** The highest still reachable. */
function couldReach(rules, one) {
  const row = worstOf(rules, one);
  return rules.gravest.find((rule) => all(rule.cube, row))?.level ?? 0;
}

/** Things this can be, most favoured first, else in the order of the protocol. Never a part of the urgency. */
function conditionsOf(rules, { row, hasBaby, known, headline }) {
  const count = (cubes) => cubes.filter((cube) => all(cube, row)).length;
  const considered = ({ id, subject, favours, against }) => ({ id, subject, balance: count(favours) - count(against) });
  const found = rules.conditions.filter((one) => (hasBaby || one.subject === "parent") && any(one.favours, row)).map(considered);
  if (found.length > 0 || headline !== 0 || known.get("lactation") === "not_lactating") return found.sort((one, other) => other.balance - one.balance);
  return rules.conditions.filter(({ id }) => id === rules.protocol.usual_condition).map(({ id, subject }) => ({ id, subject, balance: 0 }));
}

/** Situations she is in. Sore and in none: the usual one. */
function situationsOf(rules, row) {
  const found = rules.situations.filter((one) => any(one.cubes, row));
  const usual = found.length === 0 && row[named(rules.terms, "sore")?.place] === 1;
  return ids(usual ? rules.situations.filter(({ id }) => id === rules.protocol.usual_situation) : found);
}

/** Where a gate stands. "Not sure" closes as "yes" does, whatever it counts as elsewhere; silence does not open. */
function standing(rules, gate, one) {
  const exclusions = (counts) => {
    const row = one.packed.slice();
    const worst = gate.rests.map((place) => rules.findings[place]).filter((finding) => counts(one.given[finding.place]) && (one.hasBaby || !finding.baby));
    for (const finding of worst) row[finding.place] = finding.worst;
    derive(rules, row);
    return gate.cubes.flatMap((cube, at) => (all(cube, row) ? [at] : []));
  };
  const closed = exclusions((given) => given === UNSURE);
  const silent = exclusions((given) => given === UNSURE || given === NOTHING).filter((at) => !closed.includes(at));
  const age = numberOf(one.known, "age_years");
  const why = { exclusions: closed, urgency: one.parent.level >= gate.under, age: gate.age !== null && age < gate.age };
  const open = { silent, age_unknown: gate.age !== null && age === undefined, unfinished: one.unanswered.some((finding) => !finding.baby) };
  const isClosed = why.urgency || why.age || closed.length > 0;
  const asks = open.unfinished || open.age_unknown || silent.length > 0;
  return { ...why, ...open, stand: isClosed ? "closed" : asks ? "ask" : "open" };
}

/** Where a step stands in the relief plan, null: nowhere. It does not offer what its gate would refuse. */
function placeOf({ marks, session }, { situations, gates }, doors) {
  const mark = MARKS[most(marks.filter((one) => situations.includes(one.situation)).map((one) => MARKS.indexOf(one.mark)))];
  if (situations.length === 0 || mark === "locked" || mark === "absent") return null;
  if (mark === "warned") return marks.some((one) => DOES.includes(one.mark)) ? "not_now" : "never";
  if (gates[doors.findIndex((one) => one.opens.includes(session))]?.stand === "closed") return "not_now";
  return mark === "optional" ? mark : "offered";
}

/** Single worsenings that would reach same-day or more, and more than what that patient has reached. */
function worsenings(rules, one) {
  const now = { parent: one.parent.level, baby: one.baby?.level ?? 0 };
  const row = new Uint8Array(rules.width);
  const found = [];
  for (const finding of rules.findings) {
    if (finding.group === null || (finding.baby && !one.hasBaby)) continue;
    for (let level = Math.max(0, levelOf(finding, one.given)) + 1, before = WITHIN_24H; level <= finding.worst; level += 1) {
      if (finding.levels[level] === "unsure") continue;
      // Where nothing is derived from a finding, what was derived stays.
      row.set(finding.feeds ? one.packed : one.row);
      row[finding.place] = Math.max(row[finding.place], level);
      if (finding.feeds) derive(rules, row);
      // Only a rule that rests on this finding can fire now and did not before.
      const then = finding.grave.find((rule) => rule.level > now[rule.subject] && all(rule.cube, row))?.level ?? 0;
      if (then <= before) continue;
      before = then;
      found.push({ level: then, group: finding.group, sign: { finding: finding.id, level: finding.levels[level] } });
    }
  }
  return found;
}

/** Worsenings gathered by what they reach and where they stand: gravest first, at most eight lines. */
function comeBackIf(rules, one) {
  const lines = new Map();
  for (const { level, group, sign } of worsenings(rules, one)) {
    const line = lines.get(`${level} ${group}`) ?? { level, group, signs: [] };
    line.signs.push(sign);
    lines.set(`${level} ${group}`, line);
  }
  const order = (one, other) => other.level - one.level || GROUPS.indexOf(one.group) - GROUPS.indexOf(other.group);
  return [...lines.values()].sort(order).slice(0, COME_BACK_MOST);
}

/** Whether alternatives hold by what was said: "milder than" and "no" must rest on answers, not on silence. */
function isSaid(rules, { when, cubes }, { given, row }) {
  const answered = (test) => !("finding" in test) || given[rules.byId.get(test.finding).place] !== NOTHING;
  const rests = (test) => ("under" in test && !answered(test) ? false : (named(rules.terms, test.no_term)?.when.flat() ?? []).every(answered));
  return cubes.some((cube, at) => all(cube, row) && when[at].every(rests));
}

/** Whether the baby's age and the days since the birth lie far apart. */
function agesDiffer({ known, hasBaby }) {
  const [age, birth] = ["baby_age_days", "days_since_birth"].map((item) => Math.min(numberOf(known, item), YEAR_DAYS));
  return hasBaby && Math.abs(age - birth) > FAR_APART_DAYS;
}

/** Holds on the milk; the one without tests when no other holds. */
function holdsOf({ holds }, row) {
  const special = holds.filter((one) => any(one.cubes, row));
  return ids(special.length > 0 ? special : holds.filter((one) => one.cubes.length === 0));
}

/** The unanswered findings of the first screen that has any. */
function nextOf({ protocol }, unanswered) {
  const open = protocol.screens.map(({ kind }) => (kind.list ?? [kind.question]).filter((id) => unanswered.includes(id)));
  return open.find((list) => list.length > 0) ?? [];
}

/** Answers with everything derived, ready for questions. `given`: what was answered, by place; `known`: what is known of the context. */
export function readAnswers(rules, { given, known }) {
  const { protocol } = rules;
  const one = { given: Int8Array.from(given), known };
  one.hasBaby = !isSaidThere(one.known, protocol.baby_absent);
  one.babyAsked = one.hasBaby && !isSaidThere(one.known, protocol.baby_watched);
  settle(rules, one);
  one.packed = pack(rules, one);
  one.row = derive(rules, one.packed.slice());
  one.unanswered = missing(rules.findings.filter(({ place }) => one.given[place] === NOTHING), one, one.row);
  return one;
}

/** The same answers read at the worst that can still come. */
export const worstCase = (rules, one) => ({ ...one, row: worstOf(rules, one) });

/** The ids of the mandatory findings, answered or not. */
export const neededNow = (rules, one) => new Set(ids(missing(rules.findings, one, one.row)));

/** Whether a finding is asked on its own now. */
export const isAlone = (rules, { row }, finding) => any(rules.byId.get(finding).alone, row);

/** Whether a screen of the interview is to be shown by its own condition. */
export function screenIsOn({ screens }, { row }, screen) {
  const cubes = screens.get(screen);
  return cubes.length === 0 || any(cubes, row);
}

/** The rules that fired, and what each patient has reached by them. */
export function assess(rules, one) {
  one.fired = rules.rules.filter((rule) => all(rule.cube, one.row));
  one.parent = reached(one.fired, "parent");
  one.baby = one.hasBaby ? reached(one.fired, "baby") : null;
  return one;
}

/** Everything that follows from answers that were read. */
export function conclude(rules, one) {
  const { protocol } = rules;
  assess(rules, one);
  one.raised = rules.raises.filter(({ place }) => one.row[place] > one.packed[place]);
  one.complete = one.unanswered.length === 0;
  // Nothing is told at or below self-care while answers are missing.
  one.told = (level) => (one.complete || level > SELF_CARE ? level : null);
  one.headline = one.told(Math.max(one.parent.level, one.baby?.level ?? 0));
  one.couldReach = couldReach(rules, one);
  one.conditions = conditionsOf(rules, one);
  one.situations = situationsOf(rules, one.row);
  one.gates = rules.gates.map((gate) => standing(rules, gate, one));
  one.plan = protocol.steps.map((step) => ({ step: step.id, place: placeOf(step, one, rules.gates) })).filter(({ place }) => place !== null);
  one.cautions = rules.cautions.map((cubes) => cubes.flatMap((cube, at) => (all(cube, one.row) ? [at] : [])));
  one.holds = holdsOf(rules, one.row);
  one.notices = ids(rules.notices.filter((notice) => isSaid(rules, notice, one)));
  one.contradictions = [...ids(rules.contradictions.filter((two) => isSaid(rules, two, one))), ...(agesDiffer(one) ? ["ages_differ"] : [])];
  one.comeBackIf = comeBackIf(rules, one);
  return one;
}

/** Everything that follows from a case { id, context, findings } as `milkway check` reads it. Throws a RangeError for what is not understood. */
export const evaluate = (rules, someone) => conclude(rules, { id: someone.id ?? null, ...readAnswers(rules, read(rules, someone)) });

/** What one patient is told: the rules at the level, and those at `within_days` or above that are below it. */
export function told(one, { level: reached, days }, subject) {
  const level = one.told(reached);
  const own = one.fired.filter((rule) => rule.subject === subject && level !== null);
  const also = own.filter((rule) => rule.level >= WITHIN_DAYS && rule.level < level).sort((rule, other) => other.level - rule.level);
  return { level, days: level === null ? null : days, reasons: own.filter((rule) => rule.level === level), also };
}

/** Things this can be, as they are shown at first: at most five of each patient. */
export const conditionsShown = ({ conditions }) => ["parent", "baby"].flatMap((subject) => conditions.filter((one) => one.subject === subject).slice(0, CONDITIONS_MOST));

/** The ids of the advice that fired rules add, in the order of the protocol. */
export function advicesOf({ protocol }, { fired }) {
  const advised = new Set(fired.flatMap((rule) => rule.advises));
  return ids(protocol.advices).filter((id) => advised.has(id));
}

/** What is told of it: the fields of `milkway check --batch --brief`, in their order. */
export function brief(rules, one) {
  const { protocol } = rules;
  const urgency = (level) => ({ urgency: level === null ? "incomplete" : protocol.urgencies[level].id, level });
  const patient = (reached, subject) => {
    const { level, days, reasons, also } = told(one, reached, subject);
    return {
      ...urgency(level), days, reasons: reasons.map(({ id }) => ({ rule: id })),
      also: also.map((rule) => ({ ...urgency(rule.level), days: rule.days, rule: rule.id })),
    };
  };
  const notes = [...one.raised.map(({ finding }) => `raised_${finding}`), ...one.notices, ...advicesOf(rules, one)];
  return {
    id: one.id, protocol: { version: protocol.version, fingerprint: protocol.fingerprint }, ...urgency(one.headline),
    complete: one.complete, interim: !one.complete && one.headline !== null, unanswered: ids(one.unanswered),
    could_reach: protocol.urgencies[one.couldReach].id,
    parent: patient(one.parent, "parent"), baby: one.baby && patient(one.baby, "baby"),
    reasons: one.fired.filter((rule) => rule.level === one.headline).map(({ id }) => ({ rule: id })),
    conditions: conditionsShown(one).map(({ id }) => ({ id })), plan: one.plan,
    gates: rules.gates.map(({ id, opens }, at) => ({ gate: id, opens, stand: one.gates[at].stand })),
    come_back_if: one.comeBackIf.map(({ level, group, signs }) => ({ ...urgency(level), group, signs })),
    notes: notes.map((id) => ({ id })), contradictions: one.contradictions.map((id) => ({ id })), next: nextOf(rules, ids(one.unanswered)),
  };
}
