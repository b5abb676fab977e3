// The painkiller page, drawn for its script.
//
// The server's page holds a plain form beside it (`data-plain`), for a browser without scripts: whoever is answered by the phone has them, so
// that form is not drawn here. Where a phone can keep nothing, painkillers.js leaves what is plain: then the labels are read, and nothing is
// counted. Numbers and words of the labels come from the server's own block (`book.painkillers`), one for each voice: where she is and what her
// check has named is all that is set here.
import { file, page, reliefStyles, scripts } from "../frame.js";
import { html, raw, when } from "../html.js";
import { kept } from "./kept.js";

/** The data of the script. */
function dataOf({ book, voice, region }, askFirst) {
  const own = book.painkillers.blocks[(voice.toParent ? 0 : 2) + (voice.baby ? 0 : 1)];
  return { ...own, region: region?.id ?? null, ask_first: askFirst };
}

/** The same as it may stand in a page: no `<` is left in it. */
const block = (data) => raw(JSON.stringify(data).replaceAll("<", "\\u003c"));

const list = (lines) => html`<ul class="bullets">${lines.map((line) => html`<li>${line}</li>`)}</ul>`;

/** The labels of the region, with the reasons to ask first. */
function plain({ words, region, text }, title, { medicines, cautions, ask_first, nevers }) {
  const here = medicines.filter(({ regions }) => regions.includes(region?.id));
  const medicine = ({ name, label, says, overs }) => html`<section class="medicine"><h2>${name}</h2>${list(label)}${[says, overs].map((one) => when(one[region.id], (said) => html`<p>${said}</p>`))}</section>`;
  const asked = ([substance, { list: lines }]) => html`<section class="part"><h2>${words.say("painkillers-ask-if")}: ${words.say(`painkillers-${substance}`)}</h2>${ask_first.includes(substance) ? html`<p>${words.say("painkillers-by-check")}</p>` : list(lines)}</section>`;
  const whose = region === null ? words.say("painkillers-no-place") : words.say("painkillers-limits", { region: text(region.name) });
  return html`<div data-plain><h1>${title}</h1><p class="help">${whose}</p>${here.map(medicine)}${Object.entries(cautions).map(asked)}<section class="part"><h2>${words.say("painkillers-never")}</h2>${list(nevers)}</section></div>`;
}

/** `askFirst`: substances that the check has named. */
export function painkillers(frame, shell, askFirst) {
  const data = dataOf(frame, askFirst);
  return page(frame, shell, {
    styles: html`${reliefStyles(frame)}<link rel="stylesheet" href="${file(frame, "painkillers.css")}">`,
    scripts: html`<script type="application/json" id="limits">${block(data)}</script>${scripts(frame, "painkillers.js")}`,
    main: html`<svg hidden xmlns="http://www.w3.org/2000/svg"><symbol id="i-pill" viewBox="0 0 24 24"><path d="M8 7.5h8a4.5 4.5 0 0 1 0 9H8a4.5 4.5 0 0 1 0-9zM12 7.5v9"/></symbol></svg>
<div data-card hidden></div><form id="answers" class="plain" method="post" action="${shell.path}">${kept(shell)}<input type="hidden" name="from" value="${shell.path}"></form>${plain(frame, shell.title, data)}`,
    action: html`<div class="foot-keys" data-action><a class="btn act" href="#log">${frame.words.say("painkillers-log")}</a></div>`,
  });
}
