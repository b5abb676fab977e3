// GET and POST /article/:id
import { deskOf } from "../ledger/desk.js";
import { leaf } from "../ledger/draw.js";
import { job } from "../ledger/job.js";
import { unknownPage } from "./trouble.js";

/** One claim of the article. */
export function handle(request) {
  const desk = deskOf(request);
  const { say, words, group } = desk;
  const one = desk.claims.find(({ id }) => id === request.id);
  if (one === undefined) return unknownPage(request);
  const place = words.say("article-place", { number: one.number, all: desk.ledger.claims.length });
  return leaf(desk, desk.shell(place, `/article/${one.id}`), {
    up: { path: "/article", text: say("article-title") }, kicker: place, title: one.claim, quoted: true, verdict: desk.judged(one.verdict), says: [one.reason],
    go: job(desk, one),
    groups: [...group(say("rests-statements"), desk.statementRows(one.evidence)), ...group(say("sources"), desk.sourceRows(one.sources))],
  });
}
