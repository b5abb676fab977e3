// One question: its answer buttons, and a number where one may be typed.
import { html, when } from "../html.js";
import { BANDS } from "./bands.js";

/** `reading`: { kind: "scale" | "temperature" | "number", value … }, null: nothing to type. A choice is { name, value, text, glyph, chosen }. */
export function question({ words }, { reading, choices }, described) {
  const asked = reading === null ? html`<div class="stack">${choices.map(choice)}</div>` : KINDS[reading.kind](words, reading, choices);
  return html`<div class="thumb" role="group" aria-labelledby="ask"${described}>${asked}</div>`;
}

const KINDS = {
  scale(words, { value }, choices) {
    const number = (band, one) => html`<span class="one"><input class="pick" type="radio" id="p${one}" name="reading" value="${one}" aria-describedby="${band}"${value === one && html` checked`}><label for="p${one}">${one}</label></span>`;
    const band = ([id, numbers]) => html`<div class="band"><span id="${id}">${words.say(id)}</span><div>${numbers.map((one) => number(id, one))}</div></div>`;
    const [before, after] = words.around("go-on-with", "value");
    return html`<div class="bands" role="radiogroup" aria-labelledby="ask">${BANDS.map(band)}</div><div class="pair swap"><button class="btn act" name="go" value="reading"><span><span class="without">${words.say("go-on")}</span><span class="with">${before}<span class="n-pain"></span>${after}</span></span></button>${choices.map(choice)}</div>`;
  },
  temperature(words, { value, fahrenheit, hint }, choices) {
    const step = (by, name, sign) => html`<button class="btn" type="button" data-step="${by}" aria-label="${words.say(name)}" hidden>${sign}</button>`;
    const unit = (one, chosen) => html`<span class="one"><input class="pick" type="radio" id="unit-${one}" name="unit" value="${one}"${chosen && html` checked`}><label for="unit-${one}">${words.say(`unit-${one}`)}</label></span>`;
    return html`<div class="reading">${step("-1", "step-lower", "−")}<input name="reading" inputmode="decimal" autocomplete="off" aria-labelledby="ask" aria-describedby="hint" value="${value}" data-reading>${step("1", "step-higher", "+")}</div><div class="units" role="radiogroup" aria-label="${words.say("unit")}"><p id="hint">${hint}</p>${unit("c", !fahrenheit)}${unit("f", fahrenheit)}</div>${typed(words, choices)}`;
  },
  number(words, { value, unit, hint }, choices) {
    return html`<div class="reading plain"><input name="reading" inputmode="decimal" autocomplete="off" aria-labelledby="ask" aria-describedby="unit hint" value="${value}"><span class="unit" id="unit">${unit}</span></div><div class="units"><p id="hint">${hint}</p></div>${typed(words, choices)}`;
  },
};

const typed = (words, choices) => html`<div class="stack after"><button class="btn act" name="go" value="reading">${words.say("go-on")}</button><div class="${choices.length === 2 ? "pair" : "stack"}">${choices.map(choice)}</div></div>`;

const choice = ({ name, value, text, glyph, chosen }) => html`<button class="btn choice${glyph === "g-unsure" && html` unsure`}" name="${name}" value="${value}"${chosen && html` aria-pressed="true"`}>${when(glyph, (mark) => html`<svg class="i" aria-hidden="true"><use href="#${mark}"/></svg>`)}${text}</button>`;
