// GET and POST /article
import { carriedForm } from "../frame.js";
import { html } from "../html.js";
import { deskOf } from "../ledger/desk.js";
import { judgedTag, ledgerPage } from "../ledger/draw.js";
import { job } from "../ledger/job.js";
import { notReviewed, sources } from "../part/sources.js";
import { up, way, ways } from "../part/way.js";

/** The gravest first. */
const VERDICTS = ["harmful", "contradicted", "unsupported", "mixed", "supported"];

/** The article this project began from, judged. */
export function handle(request) {
  const desk = deskOf(request);
  const { frame, say, claims } = desk;
  const shell = desk.shell(say("article-title"), "/article");
  const count = (verdict) => html`<li><b>${claims.filter((one) => one.verdict === verdict).length}</b> ${judgedTag(desk.judged(verdict))}</li>`;
  const gravest = VERDICTS.flatMap((verdict) => claims.filter((one) => one.verdict === verdict));
  const step = (to, text) => html`<a class="next btn soft" href="#${to}">${text}</a>`;
  const stepTo = (name, one) => step(one.id, say(name, { number: String(one.number) }));
  /** The claim after this one, the gravest first; after the last one the top. */
  const onward = (one) => {
    const next = gravest[gravest.indexOf(one) + 1];
    return next === undefined ? step("main", say("article-top")) : stepTo("article-next", next);
  };
  return ledgerPage(frame, shell, {
    main: html`${up(shell, desk.up)}<h1>${say("article-title")}</h1>
<p class="help">${say("article-lead")}</p><ul class="counts">${VERDICTS.map(count)}</ul>${gravest.length > 0 && stepTo("article-first", gravest[0])}${partsOf(claims).map((part) => html`<section class="part"><h2>${say(`article-section-${part[0].section}`)}</h2>${part.map((one) => claimed(desk, shell, one, onward(one)))}</section>`)}<p class="part">${way(shell, desk.toCheck, "btn")}</p>${notReviewed(frame)}${carriedForm(shell)}`,
  });
}

/** Claims that follow each other in one part of the article. */
function partsOf(claims) {
  const parts = [];
  for (const one of claims) {
    const last = parts.at(-1);
    if (last?.[0].section === one.section) last.push(one);
    else parts.push([one]);
  }
  return parts;
}

function claimed(desk, shell, one, next) {
  const { frame, say } = desk;
  const own = { path: `/article/${one.id}`, text: say("rests-behind") };
  const cited = one.sources.map((id) => frame.book.sources[id]);
  const summary = html`<span><span class="nth">${one.number}</span> ${judgedTag(desk.judged(one.verdict))}<span class="quoted">“${one.claim}”</span></span>`;
  return html`<details id="${one.id}"><summary>${summary}</summary><p>${one.reason}</p>${sources(frame, cited)}${ways(shell, [job(desk, one), own].filter((way) => way !== null))}${next}</details>`;
}
