// `/relief` and `/more`: headings and rows.
import { carriedForm, page, reliefStyles } from "../frame.js";
import { html, when } from "../html.js";
import { kept } from "./kept.js";
import { ways } from "./way.js";

const TONES = ["1", "2", "3", "4", "5"];

const section = (shell, { title, icon, rows }) => html`<section class="part"><h2${when(icon, () => html` class="kind"`)}>${when(icon, (name) => html`<svg class="i" aria-hidden="true"><use href="#i-${name}"/></svg>`)}${title}</h2>${ways(shell, rows)}</section>`;

/** The choice of a skin tone. */
function tones({ words, visitor }, shell) {
  const one = (tone) => html`<button name="tone" value="${tone}" class="tone t${tone}"${tone === visitor.tone ? html` aria-pressed="true"` : null}><span class="off">${words.count("tone", tone)}</span></button>`;
  return html`<form class="part" method="post" action="/tone">${kept(shell)}<input type="hidden" name="return_to" value="${shell.path}"><fieldset class="tones"><legend>${words.say("tone-ask")}</legend>${TONES.map(one)}</fieldset></form>`;
}

/** `help` is one more sentence, or empty. `asksTone`: whether the choice of a skin tone stands on it. */
export function drawSections(frame, shell, { help, sections, asksTone }) {
  return page(frame, shell, {
    styles: reliefStyles(frame),
    main: html`<h1>${shell.title}</h1>${when(help, (line) => html`<p class="help">${line}</p>`)}${carriedForm(shell)}${sections.map((one) => section(shell, one))}${asksTone && tones(frame, shell)}`,
  });
}
