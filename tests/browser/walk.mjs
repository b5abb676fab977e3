/** Leads a check through the page, screen by screen, with the levels of a case. What a case does not say is answered mildest. */
import { FINDINGS, SCREENS, UNSURE } from './protocol.mjs';

/** More screens than any check has. */
const SCREENS_MAX = 60;

/** A temperature, and a pain, that mean a level. */
const TYPED = {
  temperature: { low_grade: '37.6', fever: '38.4', high: '39.5', warm: '37.6', feels_hot: UNSURE, fever_38: '38.4', yes: '35.5' },
  scale: { none: '0', mild: '2', moderate: '5', severe: '8' },
};

/**
 * Answers screen after screen until the result, or until `stop` says so.
 * @param {import('./check_page.mjs').CheckPage} check at any screen
 * @param {(at: string) => boolean | Promise<boolean>} [stop] asked on every screen before it is answered
 */
export async function walk(check, one, stop = () => false) {
  for (let count = 0; count < SCREENS_MAX; count += 1) {
    const at = await check.at();
    if (await stop(at)) return;
    if (at === 'result') {
      if (!(await check.offers('go', 'on'))) return;
      await check.press('go', 'on');
    } else {
      await answerScreen(check, at, one);
    }
  }
  throw new Error(`no end after ${SCREENS_MAX} screens`);
}

/** The same without moving a pointer: for ways that are not what a test is about. */
export async function hurry(check, one, stop) {
  check.quick = true;
  await walk(check, one, stop);
  check.quick = false;
}

/** Answers the screen that is shown. */
async function answerScreen(check, at, { context = {}, findings = {}, who }) {
  const [id, closer] = at.split('.');
  const screen = SCREENS.get(id);
  if (screen === undefined) throw new Error(`no screen \`${at}\`: ${await check.heading()}`);
  if (screen.kind.who) return answerWho(check, context, who);
  if (screen.kind.choose) return answerContext(check, screen.kind.choose, context);
  const alone = closer ?? screen.kind.question;
  if (alone) return answerAlone(check, FINDINGS.get(alone), findings[alone]);
  return answerList(check, screen.kind.list, findings);
}

async function answerWho(check, context, who = context.baby === 'none' ? 'alone' : 'both') {
  if (context.audience === 'caregiver') await check.touch('other', '1');
  await check.answer('who', who);
}

async function answerContext(check, id, context) {
  const known = context[id];
  await check.answer('value', known === undefined ? '?' : String(known));
}

/** A question on a screen of its own: by its button, or by a number where the page wants one. */
async function answerAlone(check, finding, level = finding.levels[0]) {
  if (level === UNSURE) return check.answer('choice', UNSURE);
  const typed = TYPED[finding.reading]?.[level];
  const choice = finding.choices.findIndex((one) => one.level === level);
  if (await check.offers('choice', choice)) return check.answer('choice', choice);
  if (finding.reading === 'temperature' && level === finding.levels[0]) return check.type('36.8');
  if (typed === UNSURE) return check.answer('choice', UNSURE);
  return finding.reading === 'scale' ? check.scale(typed) : check.type(typed);
}

/** A checklist: the lines that hold are ticked with their levels; none is said when none holds. */
async function answerList(check, list, findings) {
  let any = false;
  for (const id of list) {
    const finding = FINDINGS.get(id);
    const level = findings[id] ?? finding.levels[0];
    // A finding that is asked on its own later is not on the list.
    if (level === finding.levels[0] || !(await check.offers('tick', `${id}.0`))) continue;
    any = true;
    await tickLevel(check, finding, level);
  }
  return any ? check.goOn() : check.none();
}

async function tickLevel(check, finding, level) {
  if (level === UNSURE) return check.tick(`${finding.id}.0`, UNSURE);
  const line = finding.lines.findIndex((one) => one.level === level);
  if (line >= 0) return check.tick(`${finding.id}.${line}`);
  return check.tick(`${finding.id}.0`, finding.choices.findIndex((one) => one.level === level));
}
