// Rows, verdicts and whole pages of the ledger as markup.
import { carriedForm, file, page, reliefStyles } from "../frame.js";
import { html, when } from "../html.js";
import { kept } from "../part/kept.js";
import { notReviewed } from "../part/sources.js";
import { up, way } from "../part/way.js";

/** Full disc, half disc, ring, ring struck through, octagon. */
const SHAPES = { supported: "g-full", mixed: "g-half", unsupported: "g-empty", contradicted: "g-struck", harmful: "u6" };

/** A verdict: its shape and its word. */
export const judgedTag = ({ key, word }) => html`<span class="judged v-${key}"><svg class="i" aria-hidden="true"><use href="#${SHAPES[key]}"/></svg>${word}</span>`;

function row(shell, { path, text, small, tag, verdict, isSource }) {
  const kind = isSource ? "source-name way" : "way";
  const inside = html`<span>${verdict && judgedTag(verdict)}${text}${when(small, (line) => html`<span class="small">${line}</span>`)}${when(tag, (word) => html`<span class="tag open-tag">${word}</span>`)}</span>`;
  if (shell.kept.length === 0) return html`<a class="${kind}" href="${path}">${inside}</a>`;
  return html`<button class="${kind}" form="answers" formaction="${path}" formnovalidate>${inside}</button>`;
}

/** Rows as a list. */
export const rows = (shell, list) => html`<ul class="ways">${list.map((one) => html`<li>${row(shell, one)}</li>`)}</ul>`;

/** A group: folded, or open under its heading. */
export const group = (shell, { title, rows: list, folded }) => (folded
  ? html`<details><summary>${title}</summary>${rows(shell, list)}</details>`
  : html`<section class="part"><h2>${title}</h2>${rows(shell, list)}</section>`);

/** The question whether she is a clinician, or that what is for them is shown. */
export function clinician({ words }, shell, state) {
  if (state === "shown") return html`<p class="box part">${words.say("clinician-shown")}</p>`;
  return state && html`<form class="box part" method="post" action="${shell.path}">${kept(shell)}<p>${words.say("clinician-what")}</p><button class="btn" name="clinician" value="yes">${words.say("clinician-yes")}</button></form>`;
}

/** A page in the styles of the ledger. */
export const ledgerPage = (frame, shell, { main, scripts }) =>
  page(frame, shell, { styles: html`${reliefStyles(frame)}<link rel="stylesheet" href="${file(frame, "ledger.css")}">`, scripts, main });

/** One statement, source, claim, or thing that rests on them. */
export function leaf({ frame }, shell, one) {
  const kind = one.isSource ? "source-name" : (one.quoted ? "quoted" : "stated");
  const fact = ({ name, text, open, isSource }) => html`<div${open && html` class="open"`}><dt>${name}</dt><dd${isSource && html` class="source-name"`}>${text}</dd></div>`;
  return ledgerPage(frame, shell, {
    main: html`${up(shell, one.up)}<p class="kicker">${one.kicker}</p>
<h1 class="${kind}">${one.quoted ? `“${one.title}”` : one.title}</h1>${one.verdict && html`<p class="judged-line">${judgedTag(one.verdict)}</p>`}${(one.says ?? []).map((text) => html`<p class="lead">${text}</p>`)}${when(one.facts, (facts) => html`<dl class="facts">${facts.map(fact)}</dl>`)}${one.outside && html`<p class="after"><a class="source-name btn" href="${one.outside.href}" rel="noreferrer">${one.outside.name}</a></p>`}${one.go && way(shell, one.go, "btn after")}${(one.groups ?? []).map((list) => group(shell, list))}${clinician(frame, shell, one.clinician)}${notReviewed(frame)}${carriedForm(shell)}`,
  });
}
