// GET and POST /evidence
import { find, habits } from "../../find.js";
import { carriedForm, scripts } from "../frame.js";
import { html } from "../html.js";
import { deskOf } from "../ledger/desk.js";
import { clinician, group, ledgerPage, rows } from "../ledger/draw.js";
import { kept } from "../part/kept.js";
import { notReviewed } from "../part/sources.js";
import { way } from "../part/way.js";

/** Longer questions are cut. */
const LONGEST_QUESTION = 200;

/** Everything that this rests on, and its search. */
export function handle(request) {
  const desk = deskOf(request);
  const { frame, words, say, ledger } = desk;
  const asked = request.method === "POST" ? (request.field("q") ?? "") : "";
  const typed = [...asked.trim()].slice(0, LONGEST_QUESTION).join("");
  const groups = groupsOf(desk);
  const shell = desk.shell(say("evidence-title"), "/evidence");
  const found = typed === "" ? null : searched(desk, typed, groups);
  const lead = words.say("evidence-lead", { statements: desk.statements.length, claims: ledger.claims.length, sources: ledger.sources.length });
  return ledgerPage(frame, shell, {
    scripts: scripts(frame, "find_page.js"),
    main: html`<h1>${say("evidence-title")}</h1>
<p class="help">${lead}</p>${carriedForm(shell)}<form class="find" method="post" action="/evidence" role="search" data-find data-skip="${say("find-skip")}" data-same="${say("find-same")}" data-none="${say("find-none")}" data-count="${say("find-count", { count: "#" })}">${kept(shell)}<label for="typed">${say("find-label")}</label>
<div class="find-row"><input id="typed" name="q" type="search" value="${typed}" maxlength="200" autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="search"><button class="btn">${say("find-go")}</button></div></form>
<section data-found aria-live="polite">${found && answer(desk, shell, found)}</section>
${besides(desk, shell)}
<div class="part" data-all>${groups.map((one) => group(shell, one))}</div>${clinician(frame, shell, desk.forClinicians(ledger.evidence.some((one) => one.clinician)))}${notReviewed(frame)}`,
  });
}

function answer({ words, say }, shell, found) {
  return found.length === 0 ? html`<p class="box">${say("find-none")}</p>` : html`<h2>${words.count("find-count", found.length)}</h2>${rows(shell, found)}`;
}

function besides({ beside, toCheck }, shell) {
  const list = [beside("/evidence/disagreements", "disagree"), beside("/article", "article"), toCheck];
  return html`<ul class="ways part">${list.map((one) => html`<li>${way(shell, one, "way")}</li>`)}</ul>`;
}

/** Statements by topic, in the order in which topics first come; then the article; then the sources. */
function groupsOf({ say, statements, claims, ledger, group: counted, statementRow, claimRow, sourceRow }) {
  const topics = [...new Set(statements.map(({ topic }) => topic))];
  return [
    ...topics.flatMap((topic) => counted(say(`topic-${topic}`), statements.filter((one) => one.topic === topic).map(statementRow), true)),
    ...counted(say("article-claims"), claims.map(claimRow), true),
    ...counted(say("sources"), ledger.sources.map(sourceRow), true),
  ];
}

/** The rows that have what was typed: searched is what is read. */
function searched({ say }, typed, groups) {
  const all = groups.flatMap((one) => one.rows);
  const line = ({ verdict, text, small, tag, path }) => [verdict?.word ?? "", text, small, tag, path.split("/").at(-1)].join(" ");
  return find(typed, all.map(line), habits(say("find-skip"), say("find-same"))).map((at) => all[at]);
}
