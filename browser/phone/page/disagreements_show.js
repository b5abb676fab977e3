// GET and POST /evidence/disagreements
import { carriedForm } from "../frame.js";
import { html } from "../html.js";
import { capital, deskOf } from "../ledger/desk.js";
import { clinician, ledgerPage, rows } from "../ledger/draw.js";
import { notReviewed } from "../part/sources.js";
import { up } from "../part/way.js";

/** Where guidance disagrees, and our default. */
export function handle(request) {
  const desk = deskOf(request);
  const { frame, say, ledger } = desk;
  const shell = desk.shell(say("disagree-title"), "/evidence/disagreements");
  return ledgerPage(frame, shell, {
    main: html`${up(shell, desk.up)}<h1>${say("disagree-title")}</h1>
<p class="help">${say("disagree-lead")}</p>${ledger.disagreements.filter(desk.shows).map((one) => question(desk, shell, one))}${clinician(frame, shell, desk.forClinicians(ledger.disagreements.some((one) => one.clinician)))}${notReviewed(frame)}${carriedForm(shell)}`,
  });
}

function question(desk, shell, { id, ask, positions, we, because, evidence, sources }) {
  const { say } = desk;
  const position = (text) => html`<li>${capital(text.replace(/[;.]+$/, ""))}</li>`;
  return html`<section class="part question" id="${id}"><h2>${ask}</h2><ul class="bullets">${positions.map(position)}</ul>
<p class="we"><b>${say("disagree-we")}</b> ${we}</p>
<p><b>${say("disagree-because")}</b> ${because}</p><details><summary>${say("rests-behind")}</summary>${rows(shell, [...desk.statementRows(evidence), ...desk.sourceRows(sources)])}</details></section>`;
}
