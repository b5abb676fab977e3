// A step of the plan, in words.

const MINUTE_S = 60;

/** How long a session takes, rounded up to minutes; empty: it has no clock. */
export function minutes({ moves }, words) {
  const seconds = moves.reduce((sum, { duration_s }) => sum + (duration_s ?? 0), 0);
  return seconds === 0 ? "" : words.count("minutes", Math.ceil(seconds / MINUTE_S));
}

/** Words beside a step: what her situations and the step's cautions add, or why its gate is closed. A warned step carries no words of comfort. */
export function wordsOfStep({ book, text }, read, step, place) {
  const { care: { gates }, phrases, steps } = book.protocol;
  if (place === "not_now") {
    const gate = gates.findIndex(({ opens }) => opens.includes(step.session));
    if (gate < 0) return [];
    const { exclusions, urgency, age } = read.gates[gate];
    return [...exclusions.map((at) => gates[gate].closed[at].say), ...(urgency ? [phrases.gate_urgency] : []), ...(age ? [phrases.gate_age] : [])].map(text);
  }
  if (place === "never") return [];
  const ofMarks = read.situations.map((id) => step.marks.find(({ situation }) => situation === id).words);
  const ofCautions = read.cautions[steps.indexOf(step)].map((at) => step.cautions[at].say);
  return [...new Set([...ofMarks, ...ofCautions].map(text).filter((said) => said !== ""))];
}
