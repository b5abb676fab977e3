// A checklist. A tick opens the levels of its line.
import { html, when } from "../html.js";

/** `rows`: { value, text, ticked, levels }; a level is { value, text, chosen, unsure }. */
export function list({ words }, rows, described) {
  const [before, after] = words.around("list-ticked", "count");
  return html`<fieldset aria-labelledby="ask"${described}><ul class="rows">${rows.map((one, at) => row(words, one, at + 1))}</ul></fieldset><div class="stack after"><button class="btn act tall ticked" name="go" value="ticked"><span>${before}<span class="n-ticked"></span>${after}</span></button><p class="small ticked">${words.say("list-untick")}</p><button class="btn act tall none" name="go" value="none">${words.count("list-none", rows.length)}</button><button class="btn" name="go" value="one_by_one">${words.say("list-one-by-one")}</button></div>`;
}

function row(words, { value, text, ticked, levels }, at) {
  return html`<li><input class="tick" type="checkbox" id="r${at}" name="tick" value="${value}"${ticked && html` checked`}><label for="r${at}">${text}</label>${when(levels, () => html`<div class="levels" role="radiogroup" aria-labelledby="l${at}"><p class="ask" id="l${at}"><span class="off">${text}: </span>${words.say("list-level")}</p>${levels.map((one, inner) => level(one, `r${at}-${inner + 1}`, value))}</div>`)}</li>`;
}

const level = ({ value, text, chosen, unsure }, id, row) => html`<span class="one"><input class="pick" type="radio" id="${id}" name="level.${row}" value="${value}"${chosen && html` checked`}><label class="dot${unsure && html` unsure`}" for="${id}">${text}</label></span>`;
