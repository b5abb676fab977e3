// GET and POST /evidence/:id
import { deskOf } from "../ledger/desk.js";
import { leaf } from "../ledger/draw.js";
import { unknownPage } from "./trouble.js";

/** One statement, what it rests on, and what rests on it. */
export function handle(request) {
  const desk = deskOf(request);
  const { say } = desk;
  const one = desk.ledger.evidence.find(({ id }) => id === request.id);
  if (one === undefined || (desk.isForHer(one) && !desk.maySay(one))) return unknownPage(request);
  const topic = say(`topic-${one.topic}`);
  const shell = desk.shell(topic, `/evidence/${one.id}`);
  const above = { up: desk.up, kicker: topic };
  // Of a statement for clinicians nothing is told before someone says that she is one.
  if (!desk.isForHer(one)) return leaf(desk, shell, { ...above, title: say("clinician-title"), clinician: "asked" });
  const quoted = one.claim !== null;
  return leaf(desk, shell, {
    ...above, quoted, title: quoted ? one.claim : one.statement, verdict: desk.judged(one.verdict), says: quoted ? [one.statement] : [],
    facts: factsOf(desk, one), groups: groupsOf(desk, one), clinician: desk.forClinicians(one.clinician),
  });
}

function factsOf(desk, one) {
  const { say, fact, ledger } = desk;
  const ours = ledger.disagreements.filter(({ evidence }) => evidence.includes(one.id)).filter(desk.shows);
  return [
    ...fact("strength", `${desk.strength(one)} ${say("strength-graded", { grade: one.grade })}`),
    ...fact("basis", say(`basis-${one.basis}`), { open: one.basis !== "verified" }),
    ...fact("disagree-who", one.disagreements),
    ...ours.flatMap(({ we }) => fact("disagree-we-do", we)),
    ...fact("rests-used", ledger.things.some(({ evidence }) => evidence.includes(one.id)) ? "" : say("rests-unused")),
  ];
}

function groupsOf(desk, one) {
  const { say, group, things, claims } = desk;
  const names = ({ evidence }) => evidence.includes(one.id);
  const shares = ({ sources }) => sources.some((id) => one.sources.includes(id));
  return [
    ...group(say("sources"), desk.sourceRows(one.sources)),
    ...desk.thingGroups(names),
    ...group(say("article-claims"), claims.filter(names).map(desk.claimRow)),
    ...group(say("rests-near"), desk.thingRows(things.filter((thing) => !names(thing) && shares(thing)), true), true),
  ];
}
