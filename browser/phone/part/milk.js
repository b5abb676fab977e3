// May the baby drink this milk? Drawn.
import { carriedForm, page, reliefStyles } from "../frame.js";
import { html, when } from "../html.js";
import { notReviewed, sourced } from "./sources.js";
import { bullets, paragraphs } from "./told.js";

function ask(words, answer, lines) {
  const line = ({ id, text }) => html`<button class="btn choice" form="answers" name="tick" value="${id}">${text}</button>`;
  const any = words.say(answer.length === 0 ? "milk-any" : "milk-any-more");
  return html`<div class="thumb" role="group" aria-labelledby="milk-any"><h2 id="milk-any">${any}</h2><div class="stack after">${lines.map(line)}<button class="btn act" form="answers" name="go" value="none">${words.count("list-none", lines.length)}</button></div></div>`;
}

/** The answer so far, and what is left to ask. */
export function drawMilk(frame, shell, { answer, yes, lines, exceptions, sources }) {
  const { words } = frame;
  return page(frame, shell, {
    styles: reliefStyles(frame),
    main: html`<h1>${shell.title}</h1>${yes && html`<p class="verdict"><svg class="i" aria-hidden="true"><use href="#i-tick"/></svg>${words.say("milk-yes")}</p>`}${paragraphs(answer, "lead")}${when(exceptions, (list) => html`<section class="part"><h2>${words.say("milk-exceptions")}</h2>${bullets(list)}</section>`)}${carriedForm(shell)}${sourced(frame, sources)}${when(answer, () => notReviewed(frame))}${when(lines, () => ask(words, answer, lines))}`,
  });
}
