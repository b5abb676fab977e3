// The result: how soon, what it could be, what to do, when to come back.
import { page, reliefStyles, scripts } from "../frame.js";
import { html, when } from "../html.js";
import { banner } from "./banner.js";
import { kept } from "./kept.js";
import { reasons } from "./reasons.js";
import { regions } from "./regions.js";
import { sources } from "./sources.js";
import { timed } from "./when.js";

const icon = (name) => html`<svg class="i" aria-hidden="true"><use href="#i-${name}"/></svg>`;
const bullets = (list) => html`<ul class="bullets">${list.map((one) => html`<li>${one}</li>`)}</ul>`;
const named = (whose) => when(whose, (name) => html`${name}: `);

/** `one`: what `fill/result.js` gives. */
export function result(frame, one) {
  const { shell } = one;
  return page(frame, shell, {
    styles: reliefStyles(frame), scripts: scripts(frame, "clock.js", "old.js", "print.js"), mainClass: "wide",
    main: html`${old(frame, one)}${one.banners.map((each, at) => said(frame, one, each, at === 0))}${goOn(frame, one)}<div class="columns"><div>${whatToDo(frame, one)}</div><div>${watch(frame, one)}</div></div>`,
  });
}

const old = ({ words }, { oldFrom }) => oldFrom && html`<p class="error" data-old-from="${oldFrom.datetime}" hidden><svg aria-hidden="true"><use href="#u6"/></svg><span>${words.say("result-old")} <a href="/check">${words.say("start-again")}</a></span></p>`;

function said(frame, { sayThis }, one, heading) {
  const { words } = frame;
  const aloud = heading && when(sayThis, (text) => html`<section class="aloud"><h2>${words.say("say-this")}</h2><blockquote>${words.say("quoted", { text })}</blockquote></section>`);
  return html`${banner(frame, one, { heading })}${when(one.say, (text) => html`<p class="then">${text}</p>`)}${aloud}`;
}

function goOn({ words }, { shell, unanswered }) {
  const button = unanswered.length > 0 && !shell.foot.call && html`<button class="btn act" name="go" value="on">${words.say("result-go-on")}</button>`;
  return html`<form id="answers" class="go-on" method="post" action="/check">${kept(shell)}${button}</form>`;
}

/** Whom to call, what it could be, what to do. */
function whatToDo(frame, { shell, calls, checked, couldBe, plan }) {
  const { words, region } = frame;
  const call = ({ text, dial }, at) => {
    const inside = html`${icon("phone")}${words.say("call", { number: text })}`;
    return dial ? html`<a class="btn${at === 0 && !shell.foot.call && html` act tall`}" href="tel:${dial}">${inside}</a>` : html`<p class="number">${inside}</p>`;
  };
  const thing = (one) => html`<li><button class="way" form="answers" formaction="${one.path}"><span><b>${one.name}</b>${when(one.say, (text) => html`<span class="small">${text}</span>`)}</span></button>${sources(frame, one.sources)}</li>`;
  const step = ({ path, text, why, tag }) => html`<li><button class="way" form="answers" formaction="${path}"><span>${text}${when(why, (line) => html`<span class="small">${line}</span>`)}</span>${when(tag, (time) => html`<span class="tag">${time}</span>`)}</button></li>`;
  const section = (one) => html`<section class="part"><h2 class="kind">${icon(one.icon)}${one.title}</h2><ul class="ways">${one.steps.map(step)}</ul></section>`;
  return html`${when(calls, () => html`<div class="stack part">${calls.map(call)}</div>`)}${when(checked, (line) => html`<p class="small part">${line}</p>`)}${region === null && regions(frame, shell, "/check")}${when(couldBe, () => html`<section class="part"><h2>${words.say("could-be")}</h2><p class="help">${words.say("not-a-diagnosis")}</p><ul class="lines after">${couldBe.map(thing)}</ul></section>`)}${plan.map(section)}`;
}

/** When to come back, what else is needed, why, and what is still open. */
function watch(frame, one) {
  const { words } = frame;
  const { checkAgain, comeBack, also, contradictions, unanswered } = one;
  const sign = ({ whose, then, signs }) => html`<li><b>${named(whose)}${then}</b><span class="small">${signs.join("\u00a0· ")}</span></li>`;
  const needed = ({ whose, head, text }) => html`<li><b>${named(whose)}${head}</b><span class="small">${text}</span></li>`;
  const sooner = checkAgain ? timed(words, "come-back-sooner", checkAgain) : words.say("come-back-at-once");
  return html`${when(comeBack, () => html`<section class="part"><h2>${sooner}</h2><ul class="nodes after">${comeBack.map(sign)}</ul></section>`)}${when(also, () => html`<section class="part"><h2>${words.say("also-needed")}</h2><ul class="lines">${also.map(needed)}</ul></section>`)}${reasons(frame, one)}${when(contradictions, () => html`<section class="part"><h2>${words.say("contradictions")}</h2>${bullets(contradictions)}</section>`)}${when(unanswered, () => html`<div class="part"><details><summary>${words.count("unanswered", unanswered.length)}</summary>${bullets(unanswered)}</details><button class="btn after" form="answers" name="go" value="on">${words.say("result-go-on")}</button></div>`)}${foot(frame)}`;
}

function foot({ book: { protocol: { protocol, version, fingerprint } }, words }) {
  return html`<div class="stack part"><button class="btn" type="button" data-print hidden>${icon("print")}${words.say("print")}</button><p class="small" data-print-hint>${words.say("print-hint")}</p><a class="btn" href="/check">${words.say("start-again")}</a></div><p class="small part"><span class="print-only">${words.say("self-reported")} </span>${words.say("protocol-line", { protocol: `${protocol} ${version}`, fingerprint })} <strong>${words.say("not-reviewed")}</strong></p>`;
}
