// Home with a record, drawn.
import { turned_s } from "../../turn.js";
import { file, page, reliefStyles, scripts } from "../frame.js";
import { html, when } from "../html.js";
import { banner } from "../part/banner.js";
import { clockOf } from "./frame.js";

const icon = (name) => html`<svg class="i" aria-hidden="true"><use href="#i-${name}"/></svg>`;
const hidden = (name, value) => html`<input type="hidden" name="${name}" value="${value}">`;
const savings = (one) => one.savings.map(({ entry, revision }) => html`${hidden("entry", entry)}${hidden("revision", revision)}`);
const actOf = ({ kind }) => (kind === "pump" ? "/pump-timer" : "/feed");

const alarm = (frame, one) => html`<section class="alarm">${banner(frame, one.banner)}<p class="small">${frame.words.say("record-alarm")}</p><form method="post" action="/check">${hidden("kept", one.kept)}<button class="btn" name="go" value="on">${frame.words.say("record-alarm-go")}</button></form></section>`;

/** Quiet by default: what has not reached the server, and what to do. */
function waiting(words, { count, isOut, refused }) {
  const out = isOut && html`${words.say("record-waits-out")} <a class="link" href="/sign-in">${words.say("record-waits-in")}</a>`;
  return html`${(count > 0 || isOut) && html`<p class="waits"><b>${words.say("record-waits")}</b> ${count > 0 && words.count("record-waits-count", count)} ${out}</p>`}${refused > 0 && html`<p class="waits refused">${words.count("record-refused", refused)}</p>`}`;
}

const titleOf = ({ title, whose }) => html`${title}${when(whose, (names) => html` · ${names}`)}`;

function began(words, { href, began: time }, before = null) {
  const [head, tail] = words.around("record-began", "time");
  return html`${before}${head}<a href="${href}">${time}</a>${tail}`;
}

const running = (words, timer) => html`<div class="running"><h1>${titleOf(timer)}</h1><p class="began">${began(words, timer, icon("clock"))}</p></div>`;

function head(words, one, isHeading) {
  const inside = html`<span class="kicker">${one.kicker}</span> <span class="huge">${one.time}</span>`;
  return html`<div class="head-of">${isHeading ? html`<h1 class="ago">${inside}</h1>` : html`<h2 class="ago">${inside}</h2>`}${when(one.line, (line) => html`<p class="line">${line}</p>`)}<p class="line counts"><a href="/day">${one.counts || words.say("record-day")}</a></p></div>`;
}

const counted = ({ over_s, since_ms }) => html` data-ring data-over="${over_s}"${since_ms !== null && html` data-since="${since_ms}"`}`;

function ring(words, timer) {
  const turned = turned_s(timer.shown_s);
  return html`<div class="ring-box${timer.since_ms === null && " paused"}"${counted(timer)}><svg class="ring" viewBox="0 0 200 200" aria-hidden="true"><circle class="track" cx="100" cy="100" r="88"/><circle class="turn" cx="100" cy="100" r="88" pathLength="720" stroke-dasharray="${turned} 720"/><circle class="glow" cx="100" cy="100" r="88" pathLength="720" stroke-dasharray="${turned} 720"/><circle class="tip" cx="100" cy="12" r="9" transform="rotate(${turned / 2} 100 100)"/></svg><p class="ring-words" role="timer" aria-live="off"><span class="timer" data-time>${clockOf(timer.shown_s)}</span>${when(timer.other, (other) => html`<span class="small">${other}</span>`)}</p></div>
${timer.long && html`<p class="long"><a href="${timer.href}">${words.say("record-long")}</a></p>`}<p class="small locks">${words.say("record-locks")} <a class="link" href="/" data-refresh>${words.say("record-refresh")}</a></p>`;
}

function strip(words, timer) {
  return html`<section class="strip timer-strip"><div><h2>${titleOf(timer)}</h2><p class="small">${began(words, timer)}${when(timer.other, (other) => html`. ${other}`)}</p></div><p class="strip-time" role="timer" aria-live="off"${counted(timer)}><span class="figure" data-time>${clockOf(timer.shown_s)}</span></p>${timer.writes && stripForm(words, timer)}</section>`;
}

function stripForm(words, timer) {
  const key = (side) => html`<button class="btn soft${timer.pair[side].now && " now"}" name="act" value="${side}"${timer.pair[side].runs && html` aria-pressed="true"`}>${words.say(side)}</button>`;
  const [act, word] = timer.since_ms === null ? ["resume", "record-go-on"] : ["pause", "record-pause"];
  return html`<form class="strip-keys" method="post" action="${actOf(timer)}">${savings(timer)}${key("left")}${key("right")}<button class="btn soft" name="act" value="${act}">${words.say(word)}</button><button class="btn soft" name="act" value="end">${words.say(timer.kind === "pump" ? "record-end-pump" : "record-end")}</button></form>`;
}

function pair(words, two) {
  const side = (own) => html`<button class="side ${own}${two[own].now && " now"}" name="act" value="${own}"${two[own].runs && html` aria-pressed="true"`}><span>${two[own].word}</span><b>${words.say(own)}</b></button>`;
  return html`<div class="feed-pair" role="group" aria-label="${words.say("feed-which")}">${side("left")}${side("right")}</div>`;
}

function keys(words, timer) {
  const hold = timer.since_ms === null
    ? html`<button class="btn" name="act" value="resume">${icon("skip")}${words.say("record-go-on")}</button>`
    : html`<button class="btn" name="act" value="pause">${icon("pause")}${words.say("record-pause")}</button>`;
  return html`<form class="stack" method="post" action="/feed">${savings(timer)}${pair(words, timer.pair)}<div class="pair">${hold}<button class="btn act" name="act" value="end">${icon("stop")}${words.say("record-end")}</button></div></form>`;
}

function begin(words, { whom, pair: two }) {
  const radio = ([value, name, chosen], at) => html`<span class="one"><input class="pick" type="radio" name="baby" id="whom-${at + 1}" value="${value}"${chosen && html` checked`}><label class="dot" for="whom-${at + 1}">${name}</label></span>`;
  const fields = whom.length > 1 ? html`<fieldset class="whom"><legend class="off">${words.say("record-whom")}</legend>${whom.map(radio)}</fieldset>` : whom.map(([value]) => hidden("baby", value));
  return html`<form class="stack begin" method="post" action="/feed">${fields}${pair(words, two)}</form>`;
}

function quick(words, baby) {
  const key = ([path, name, id]) => html`<a class="key" href="${path}">${icon(name)}${words.say(id)}</a>`;
  const lead = ([path, id]) => html`<a class="btn soft" href="${path}">${words.say(id)}</a>`;
  if (!baby) return html`<nav class="pair leads" aria-label="${words.say("record-quick")}">${LEADS.map(lead)}</nav>`;
  return html`<nav class="quick" aria-label="${words.say("record-quick")}">${KEYS.map(key)}</nav>`;
}
const KEYS = [["/log/pump", "pump", "record-pump"], ["/log/bottle", "bottle", "record-bottle"], ["/log/nappy", "wrap", "record-nappy"], ["/log", "plus", "record-other"]];
const LEADS = [["/log/pump", "record-pump"], ["/log/symptom", "record-symptom"], ["/log/medicine", "record-medicine"], ["/log/temperature", "record-temperature"], ["/log", "record-other"]];

const undoForm = (words, one, kind) => html`<form method="post" action="/undo">${savings(one)}<button class="${kind}">${words.say("record-undo")}</button></form>`;
const swapForm = (words, one, kind) => html`<form${kind && html` class="${kind}"`} method="post" action="${actOf(one)}">${savings(one)}<button class="link" name="act" value="swap">${words.say("record-swap")}</button></form>`;

function row(words, one) {
  return html`<section class="strip row-saved"><p>${one.text}</p><a class="link" href="${one.href}">${words.say("record-change")}</a>${one.sides && swapForm(words, one, null)}${one.undo && undoForm(words, one, "link")}</section>`;
}

/** What may be done while a feed runs, below the first screen. */
const rest = (words, { main, start, baby }) => html`${main.writes && swapForm(words, main, "swap")}${start && begin(words, start)}${quick(words, baby)}`;

const pumpBegin = (words) => html`<form class="pump-begin" method="post" action="/pump-timer"><p>${words.say("record-pump-timer")}</p><div class="pair"><button class="btn soft" name="act" value="left">${words.say("left")}</button><button class="btn soft" name="act" value="right">${words.say("right")}</button></div></form>`;

function first(words, one) {
  const { main, more, heads, start, writes, baby } = one;
  const shown = heads.length === 0 ? null : html`<div class="heads${heads.length > 1 && " apart"}">${heads.map((of, at) => head(words, of, at === 0 && !main))}</div>`;
  const press = main ? main.writes && keys(words, main) : html`${start && begin(words, start)}${quick(words, baby)}`;
  return html`<div class="first">${main && running(words, main)}${shown}${main && ring(words, main)}${more.map((timer) => strip(words, timer))}<a class="strip hurts" href="/check"><span>${words.say("record-hurts")}</span> <span class="tag">${words.say("check")}</span></a>${writes && html`<div class="thumb">${press}</div>`}</div>`;
}

/** `one`: of home.js. */
export function drawHome(frame, one) {
  const { words } = frame;
  const { toast } = one;
  return page(frame, { title: words.say("home"), path: "/", foot: { dock: "home" } }, {
    styles: html`${reliefStyles(frame)}<link rel="stylesheet" href="${file(frame, "record.css")}">`,
    scripts: scripts(frame, "record/ring.js", "record/live.js", "record/toast.js"),
    main: html`<div class="record" data-record data-seq="${one.seq}" data-now="${one.now_ms}">${one.alarms.map((of) => alarm(frame, of))}${one.waits && waiting(words, one.waits)}${first(words, one)}${one.writes && html`${one.main && rest(words, one)}${one.row && row(words, one.row)}${pumpBegin(words)}`}</div>`,
    action: toast && html`<div class="toast" role="status" data-toast><span>${toast.text}</span>${toast.undo && undoForm(words, toast, "btn")}</div>`,
  });
}
