/** The questions as data, from `milkway protocol export`: what a test may answer without knowing how a page looks. */
import { milkway } from './binary.mjs';

const exported = JSON.parse(milkway(['protocol', 'export']));

/** Findings and inputs, by id. */
export const FINDINGS = new Map(exported.findings.map((finding) => [finding.id, finding]));

/** Screens, by id. */
export const SCREENS = new Map(exported.screens.map((screen) => [screen.id, screen]));

/** The word for *not sure* in cases and in fields. */
export const UNSURE = 'unsure';

/** Which of the four texts is said: to the parent or to another, with a baby or without. */
export function voiceOf(context) {
  const other = context.audience !== undefined && context.audience !== 'parent';
  const alone = context.baby === 'none' || context.lactation === 'after_loss';
  return (other ? 2 : 0) + (alone ? 1 : 0);
}

/** A text as it is said; most are the same in every voice. */
export function say(text, voice) {
  return Array.isArray(text) ? text[voice] : text;
}

/** All levels and ids that an answer may hold, long enough not to stand in a page by chance. */
export function namesOfAnswers() {
  const levels = [...FINDINGS.values()].flatMap((finding) => [finding.id, ...finding.levels]);
  return [...new Set(levels)].filter((name) => name.includes('_'));
}

/** Levels by the words that head them, in every number of days. */
export function levelOfHead(head) {
  const plain = (text) => text.replace(/\d+ days?/, '$days');
  return exported.urgencies.find((urgency) => urgency.head === plain(head))?.level ?? null;
}
