/** The interview in a terminal, answered with the levels of a case through its standard input. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { BINARY } from './binary.mjs';
import { FINDINGS, SCREENS, say, UNSURE, voiceOf } from './protocol.mjs';

/** The prompt of every question; nothing else ends so. */
const PROMPT = '\n> ';

/** The order of the answers to the first question. */
const WHO = { parent: 'a', baby: 'b', both: 'c', alone: 'd' };

const letter = (at) => String.fromCharCode('a'.charCodeAt(0) + at);
const flat = (text) => text.replace(/\s+/g, ' ').trim();

/** Answers every question and returns what was printed after the last one. */
export async function interview(one) {
  const child = spawn(BINARY, ['check', '--region', one.context.region], { stdio: ['pipe', 'pipe', 'inherit'] });
  let printed = '';
  let told = { ...one, saidOther: false };
  child.stdout.setEncoding('utf8');
  child.stdout.on('data', (some) => {
    printed += some;
    if (!printed.endsWith(PROMPT)) return;
    const reply = answer(printed, told);
    if (reply === 's') told = { ...told, saidOther: true };
    printed = '';
    child.stdin.write(`${reply}\n`);
  });
  await once(child, 'close');
  return printed;
}

/** The level that each patient's headline names, in the order in which they are printed. */
export function headlines(printed) {
  return [...printed.matchAll(/^=== ([^:\n]+): (.+)$/gm)].map(([, whose, head]) => ({ whose, head }));
}

/** What to type. The question is known by its words. */
function answer(printed, one) {
  const block = flat(printed.slice(printed.lastIndexOf(' left)\n') + 1).replace(/^.*?\)/s, ''));
  const voice = known(one);
  const screen = [...SCREENS.values()].find((each) => starts(block, each.ask, voice));
  if (screen?.kind.who) return who(one);
  if (screen?.kind.choose) return choose(screen, one);
  if (screen?.kind.list) return list(block, screen, one, voice);
  const finding = [...FINDINGS.values()].find((each) => starts(block, each.ask, voice));
  if (finding === undefined) throw new Error(`an unknown question: ${block}`);
  return level(finding, one.findings[finding.id] ?? finding.levels[0]);
}

/** The voices the question may be said in: what is known of the baby grows during the interview. */
function known({ context }) {
  return [voiceOf(context), voiceOf({ ...context, baby: undefined, lactation: undefined })];
}

function starts(block, text, voices) {
  return voices.some((voice) => say(text, voice) !== '' && block.startsWith(flat(say(text, voice))));
}

function who({ context, saidOther }) {
  if (context.audience === 'caregiver' && !saidOther) return 's';
  return WHO[context.baby === 'none' ? 'alone' : 'both'];
}

function choose({ kind }, { context }) {
  const at = kind.choices.findIndex((choice) => String(choice.value) === String(context[kind.choose]));
  return at < 0 ? '?' : letter(at);
}

/** The numbers of the lines that hold. */
function list(block, screen, one, voices) {
  const numbers = screen.kind.list.flatMap((id) => {
    const finding = FINDINGS.get(id);
    const wanted = one.findings[id] ?? finding.levels[0];
    if (wanted === finding.levels[0]) return [];
    const line = finding.lines.find((each) => each.level === wanted) ?? finding.lines[0];
    const number = numberOf(block, line.text, voices);
    return number === undefined ? [] : [wanted === UNSURE ? `${number}?` : number];
  });
  return numbers.length > 0 ? numbers.join(' ') : '0';
}

function numberOf(block, text, voices) {
  const before = voices.map((voice) => block.indexOf(` ${flat(say(text, voice))}`)).find((at) => at >= 0);
  return before === undefined ? undefined : /(\d+)$/.exec(block.slice(0, before))?.[1];
}

function level(finding, wanted) {
  const at = finding.choices.findIndex((choice) => choice.level === wanted);
  return at < 0 ? '?' : letter(at);
}
