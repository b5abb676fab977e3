/** Every single answer on the four lists of dangers that is an emergency by itself, judged by the rules, not by the page. */
import { assess } from './binary.mjs';
import { FINDINGS, SCREENS } from './protocol.mjs';

const EMERGENCY = 6;

/** The lists, each with what is asked before it. */
const LISTS = [
  { screen: 'parent_now', who: 'parent', before: [] },
  { screen: 'parent_now_more', who: 'parent', before: ['parent_now'] },
  { screen: 'baby_now', who: 'baby', before: [] },
  { screen: 'baby_now_more', who: 'baby', before: ['baby_now'] },
];

/** Each tick: its list, the value of the line, the level chosen under it (none where the tick alone answers), and the level it means. */
function ticks() {
  return LISTS.flatMap((list) => SCREENS.get(list.screen).kind.list.flatMap((id) => ticksOf(list, FINDINGS.get(id))));
}

function ticksOf(list, finding) {
  const alone = finding.lines
    .map((line, at) => ({ list, line: `${finding.id}.${at}`, level: line.level, finding: finding.id }))
    .filter((tick) => tick.level !== null);
  const chosen = finding.choices
    .map((choice, at) => ({ list, line: `${finding.id}.0`, choice: at, level: choice.level, finding: finding.id }))
    .filter((tick) => tick.level !== finding.levels[0] && !alone.some((one) => one.level === tick.level));
  return [...alone, ...chosen];
}

/** Those ticks that are an emergency when nothing else is known. */
export function singleTickEmergencies() {
  const all = ticks();
  const results = assess(all.map((tick) => ({ id: tick.line, context: {}, findings: { [tick.finding]: tick.level } })));
  return all.filter((tick, at) => results[at].level === EMERGENCY);
}
