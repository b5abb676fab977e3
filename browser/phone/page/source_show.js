// GET and POST /source/:id
import { deskOf } from "../ledger/desk.js";
import { leaf } from "../ledger/draw.js";
import { unknownPage } from "./trouble.js";

/** The host of an address: `doi.org`. */
const hostOf = (address) => address.split("://").at(-1).split("/")[0].replace(/^(www\.)+/, "");

/** One source, and what rests on it. */
export function handle(request) {
  const desk = deskOf(request);
  const { say, ledger } = desk;
  const one = ledger.sources.find(({ id }) => id === request.id);
  if (one === undefined) return unknownPage(request);
  const statements = ledger.evidence.filter(({ sources }) => sources.includes(one.id));
  const { what } = one;
  return leaf(desk, desk.shell(one.short, `/source/${one.id}`), {
    up: desk.up, kicker: `${say(`kind-${one.kind}`)}, ${one.year}`, title: one.title, isSource: true,
    says: desk.shows(what) ? [what.text] : [],
    facts: factsOf(desk, one),
    outside: one.address && { href: one.address, name: say("source-outside", { place: hostOf(one.address) }) },
    groups: groupsOf(desk, one, statements),
    clinician: desk.forClinicians(what.clinician || statements.some((entry) => entry.clinician)),
  });
}

function factsOf({ say, fact, maySay }, { authors, citation, read, seen, kept }) {
  const known = say(read ? "source-read" : "source-not-read", { seen: maySay(seen) ? seen.text : "" });
  return [
    ...fact("source-authors", authors, { isSource: true }),
    ...fact("source-citation", citation, { isSource: true }),
    ...fact("basis", known, { open: !read }),
    ...fact("source-use", kept ? say("source-kept") : ""),
  ];
}

function groupsOf(desk, one, statements) {
  const { say, group, claims } = desk;
  const cites = ({ sources }) => sources.includes(one.id);
  return [
    ...group(say("rests-statements"), statements.filter(desk.shows).map(desk.statementRow)),
    ...desk.thingGroups(cites),
    ...group(say("article-claims"), claims.filter(cites).map(desk.claimRow)),
  ];
}
