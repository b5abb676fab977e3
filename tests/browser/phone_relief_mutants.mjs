/** Pages of relief with something missing or changed: a name, a file of the phone, what stands there once, and what stands there instead. */
import assert from 'node:assert/strict';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export const MUTANTS = [
  ['a session that was done is forgotten', 'page/session_show.js', '{ ...carried, done } : carried', '{ ...carried } : carried'],
  ['it is noted twice', 'page/session_show.js', 'field("ended") === undefined', 'true'],
  ['"too lately" is not noted', 'page/session_show.js', 'field("lately") === undefined ? carried.done : done', 'carried.done'],
  ['a score is not needed before', 'page/session_show.js', 'if (reply.score === null) return { carried, error: "score-missing" };', ''],
  ['a score is not needed after', 'page/session_show.js', 'session.score && reply.score === null ? page.after(stopped, said)', 'false ? page.after(stopped, said)'],
  ['stop asks no score', 'page/session_show.js', 'case "stop": return page.after(true, said);', 'case "stop": return page.end({ after: null, stopped: true });'],
  ['"none of these" goes before a tick', 'page/session_show.js', 'none_of_these: ticked ? null : true', 'none_of_these: true'],
  ['"these" without a tick', 'page/session_show.js', 'none_of_these: ticked ? false : null', 'none_of_these: false'],
  ['not sure is none of these', 'page/session_show.js', 'case "not_sure": return { go: "list", none_of_these: false };', 'case "not_sure": return { go: "list", none_of_these: true };'],
  ['young is old', 'page/session_show.js', 'old_enough: false }', 'old_enough: true }'],
  ['what was said before is dropped', 'page/session_show.js', 'old_enough: null, ...carried.pass, at_s', 'old_enough: null, at_s'],
  ['what was said before is not renewed', 'page/session_show.js', '...carried.pass, at_s: now_s }', 'at_s: now_s, ...carried.pass }'],
  ['any text counts as chosen', 'page/session_show.js', 'chosen: field("mark") ?? null', 'chosen: session.mark'],
  ['other colours start a session again', 'page/session_show.js', 'carried.before !== null ? page.atDoor("") : page.first()', 'page.first()'],
  ['a session starts without its score', 'fill/session.js', 'session.score && carried.before === null', 'false'],
  ['the first page does not say why not', 'fill/session.js', '["closed", "wait", "check"]', '["wait", "check"]'],
  ['the first page does not tell to wait', 'fill/session.js', '["closed", "wait", "check"]', '["closed", "check"]'],
  ['the stop rule is not told', 'fill/session.js', 'scored(book.protocol, carried.before, after) === "stop"', 'false'],
  ['the stop rule one point too late', 'relief/stop.js', 'after - before < step', 'after - before <= step'],
  ['relief hides that she must be seen', 'fill/session.js', 'running || carried.interview === null ? []', 'true ? []'],
  ['what belongs to a session follows her into the next', 'fill/session.js', 'over ? onward(carried) : carried', 'carried'],
  ['no stop conditions', 'fill/session.js', '{ stops: book.protocol.care.stops.map(({ say }) => text(say)) }', '{ dock: "elsewhere" }'],
  ['the wrong hand', 'fill/session.js', '["hand-right", "hand-left"] : ["hand-left", "hand-right"]', '["hand-left", "hand-right"] : ["hand-right", "hand-left"]'],
  ['acts with the baby for everyone', 'fill/session.js', 'with_baby === null || with_baby === voice.baby', 'true'],
  ['what is behind the same door is offered instead', 'fill/session.js', ' && step !== session.step', ''],
  ['nothing instead without a check', 'fill/session.js', '? [row(frame, steps.get("cold_pack"))] : []', '? [] : []'],
  ['"too lately" is asked of a phone that has said', 'fill/session.js', ' && carried.done.length === 0', ''],
  ['a reason is told twice', 'fill/session.js', 'why.filter((one, at) => one.text !== why[at - 1]?.text)', 'why.slice(0, 1)'],
  ['a reason in the words of another gate', 'fill/why.js', 'care.gates[why.gate].closed[why.at].say', 'care.gates[0].closed[0].say'],
  ['a line that says nothing to her is asked', 'part/told.js', 'own === "" ? null', 'false ? null'],
  ['the left is not turned', 'fill/picture.js', 'side === "left"', 'side === "right"'],
  ['a held step can be started', 'fill/relief.js', 'if (place === "not_now" || place === "never") return null;', ''],
  ['a step without its place', 'fill/relief.js', 'read?.plan.find((planned) => planned.step === step.id)?.place ?? null', 'null'],
  ['a withheld session starts at once', 'fill/relief.js', 'session.unlock ? "card-read-on"', 'false ? "card-read-on"'],
  ['sources of a step are left out', 'fill/relief.js', '[...step.sources, ', '['],
  ['the other form of the touch is not offered', 'fill/relief.js', 'one.id !== first?.id', 'false'],
  ['pages of a baby without one', 'page/read_show.js', '(frame.voice.baby || !page.needs_baby)', 'true'],
  ['conditions of a baby without one', 'page/condition_show.js', '(frame.voice.baby || book.conditions.get(id).subject === "parent")', 'true'],
  ['milk without a baby', 'page/milk_show.js', 'if (!frame.voice.baby) return unknownPage(request);', ''],
  ['milk for everyone in the list', 'fill/more.js', '...(voice.baby ? [way("/milk", "milk-title")] : [])', 'way("/milk", "milk-title")'],
  ['a withheld session in the list', 'fill/more.js', 'guide.sessions.filter(({ unlock }) => unlock === null)', 'guide.sessions'],
  ['yes to held milk', 'fill/milk.js', 'const yes = none && held.length === 0;', 'const yes = none;'],
  ['the check says nothing of the milk', 'fill/milk.js', '(read?.holds.includes(hold) ?? false)', 'false'],
  ['lines of the milk are forgotten', 'page/milk_show.js', '...fieldsOf(book, onward(carried)), ...named]', '...fieldsOf(book, onward(carried))]'],
  ['a second press starts again', 'fill/feed.js', 'side === null || side === running ? presses', 'side === null ? presses'],
  ['stop without a side', 'fill/feed.js', 'go === "stop" && running !== null', 'go === "stop"'],
  ['a side runs backwards', 'fill/feed.js', 'span_s > 0n ? later(sum, span_s) : sum', 'later(sum, span_s)'],
  ['light touch offered behind a closed door', 'fill/feed.js', 'if (said.door === "closed") return { offer: "closed"', 'if (said.door === "closed") return { offer: "open"'],
  ['the offer holds for ever', 'fill/feed.js', 'began_s === null || hours === undefined ? null', 'true ? null'],
  ['more presses than are read', 'fill/feed.js', '.slice(0, MOST_PRESSES)', ''],
  ['more sessions than are looked at', 'carry.js', '.slice(0, MOST_DONE)', ''],
  ['nonsense is a pass', 'carry.js', 'word === yes ? true : word === no ? false : null', 'word === yes ? true : word === no ? false : true'],
  ['broken answers are none', 'carry.js', 'if (interview === null && line !== "") return null;', ''],
  ['eleven is a score', 'carry.js', 'HIGHEST_SCORE = 10n', 'HIGHEST_SCORE = 11n'],
  ['one blank is as good as another', 'instant.js', '/[ \\t\\n\\f\\r]+/', '/\\s+/'],
  ['the region of the answers is not heard', 'carry.js', 'carried.interview === null ? undefined : region(carried.interview)', 'undefined'],
  ['the check says nothing of painkillers', 'page/painkillers_show.js', 'by_check.filter(({ findings }) => findings.some(named))', '[]'],
  ['not sure is no caution', 'page/painkillers_show.js', '(interview.answers.given.get(finding) ?? 0) !== 0', '(interview.answers.given.get(finding) ?? 0) > 0'],
  ['one caution of two', 'page/painkillers_show.js', 'findings.some(named)', 'named(findings[0])'],
  ['another voice at the painkillers', 'part/painkillers.js', '(voice.toParent ? 0 : 2)', '(voice.toParent ? 2 : 0)'],
  ['no region at the painkillers', 'part/painkillers.js', 'region: region?.id ?? null', 'region: null'],
  ['a tone comes back to anywhere', 'page/tone_choose.js', 'ownPath(back) ? back : "/relief"', 'back ?? "/relief"'],
  ['a tone loses the answers', 'page/tone_choose.js', 'carried.interview === null ? SEE_OTHER : SAME_AGAIN', 'SEE_OTHER'],
  ['any tone', 'page/tone_choose.js', 'if (!TONES.includes(tone)) return { status: SEE_OTHER, location };', ''],
];

/** The modules of the phone with one text changed, in a folder of their own. */
export async function mutated(folder, file, from, to) {
  for (const part of ['phone', 'evaluate.js', 'number.js', 'package.json']) await cp(new URL(`../../browser/${part}`, import.meta.url), join(folder, part), { recursive: true });
  const path = join(folder, 'phone', file);
  const text = await readFile(path, 'utf8');
  assert.equal(text.split(from).length, 2, `${file} says it once: ${from}`);
  await writeFile(path, text.replace(from, () => to));
  return import(join(folder, 'phone', 'respond.js'));
}
