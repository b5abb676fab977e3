// The parts of the record's pages, drawn as the server draws them.
import { file, scripts } from "../frame.js";
import { html, raw, when } from "../html.js";
import { mirrored, marks, text } from "./form.js";
import { keyOf } from "./desk.js";
import { spot, typed, unit } from "./entry_said.js";

export const style = (frame, name = "record.css") => html`<link rel="stylesheet" href="${file(frame, name)}">`;
export const icon = (name) => html`<svg class="i" aria-hidden="true"><use href="#${name}"/></svg>`;
export const sprite = ({ book }) => raw(book.record.kinds);
export const error = (said) => when(said, (one) => html`<p class="error" id="error" role="alert"><svg aria-hidden="true"><use href="#u6"/></svg><span>${one}</span></p>`);
const LETTERS = { left: "log-letter-left", right: "log-letter-right" };
/** An entry's line, the side as a letter in a box. */
export const line = ({ head }, words) => head.map(({ side, text: said }) => html`${side && html`<span class="side-of ${side}" aria-hidden="true">${words.say(LETTERS[side])}</span><span class="off">${words.say(`log-${side}`)}</span>`}${when(said, (one) => html`<span>${one}</span>`)}`);
export const smalls = ({ small }) => small.map((one) => html`<p class="small">${one}</p>`);
const checked = (chosen) => chosen && html` checked`;

/** A row of a day. */
export function row(one, words) {
  if (one.icon === "") return html`<li class="gap">${smalls(one.said)}</li>`;
  const act = (value, id) => html`<button class="btn" name="act" value="${value}">${words.say(id)}</button>`;
  return html`<li><span class="at">${when(one.date, (date) => html`<span class="small">${date}</span>`)}${one.clock}</span><span class="knot" aria-hidden="true"><svg class="i"><use href="#k-${one.icon}"/></svg></span><div class="what"><a class="head-of" href="${one.href}">${line(one.said, words)}</a>${smalls(one.said)}${one.waits && html`<p class="small waits">${icon("k-waits")}${words.say("log-said-waits")}</p>`}${when(one.other, (other) => html`<form class="which" method="post" action="${one.href}"><input type="hidden" name="other" value="${other}">${act("same", "log-day-same")}${act("two", "log-day-two")}</form>`)}</div></li>`;
}

const radio = (id, name, pick, label = pick.label) => html`<span class="one"><input class="pick" type="radio" id="${id}-${pick.value}" name="${name}" value="${pick.value}"${checked(pick.chosen)}><label for="${id}-${pick.value}">${label}</label></span>`;

const LOOKS = {
  picks: ({ id, name, label, picks, sides }) => html`<fieldset class="field picks${sides && html` two-sides`}"><legend>${label}</legend>${picks.map((pick) => html`<span class="one"><input class="pick" type="radio" id="${id}-${pick.value}" name="${name}" value="${pick.value}"${checked(pick.chosen)}><label for="${id}-${pick.value}"${pick.value === "" && html` class="unsure"`}>${pick.label}</label></span>`)}</fieldset>`,
  tick: ({ id, name, picks }) => picks.map((pick) => html`<div class="box-row"><input class="tick" type="checkbox" id="${id}" name="${name}" value="${pick.value}"${checked(pick.chosen)}><label for="${id}">${pick.label}</label></div>`),
  score: ({ id, name, label, picks, pain }, words) => {
    const band = ([message, from, to]) => html`<div class="band"><span id="${id}-${from}-${to}">${words.say(message)}</span><div>${picks.slice(from, to + 1).map((pick) => html`<span class="one"><input class="pick" type="radio" id="${id}-${pick.value}" name="${name}" value="${pick.value}" aria-describedby="${id}-${from}-${to}"${checked(pick.chosen)}><label for="${id}-${pick.value}">${pick.label}</label></span>`)}</div></div>`;
    const none = picks.filter(({ value }) => value === "").map((pick) => html`<span class="one not-said"><input class="pick" type="radio" id="${id}-" name="${name}" value=""${checked(pick.chosen)}><label class="unsure" for="${id}-">${pick.label}</label></span>`);
    return html`<fieldset class="field score"><legend>${label}</legend><div class="bands">${pain.map(band)}</div>${none}</fieldset>`;
  },
  place: ({ id, name, label, picks, breast }, words) => html`<fieldset class="field places"><legend>${label}</legend><p class="small side-first">${words.say("log-place-first")}</p><div class="ring">${raw(breast)}<span class="landmark armpit" aria-hidden="true">${words.say("log-armpit")}</span><span class="landmark middle" aria-hidden="true">${words.say("log-middle")}</span>${picks.map((pick) => html`<span class="spot s${pick.value}"><input class="pick" type="radio" id="${id}-${pick.value}" name="${name}" value="${pick.value}"${checked(pick.chosen)}><label for="${id}-${pick.value}"><span class="in-left">${pick.label}</span><span class="in-right">${pick.right}</span></label></span>`)}</div></fieldset>`,
  amount: ({ id, name, secondName, label, value, picks, steps }, words) => html`<fieldset class="field amount"><legend>${label}</legend>${stepped(steps, words, (reading) => html`<input id="${id}" name="${name}" value="${value}" inputmode="decimal" autocomplete="off" aria-label="${label}" maxlength="20"${reading}>`)}<span class="units-of">${picks.map((pick) => radio(id, secondName, pick))}</span></fieldset>`,
  time: ({ id, name, secondName, label, value, second }, words) => html`<fieldset class="field when"><legend>${label}</legend><span class="two"><input id="${id}" name="${name}" type="date" value="${value}" aria-label="${words.say("log-at-day")}"><input id="${id}-clock" name="${secondName}" type="time" value="${second}" aria-label="${words.say("log-at-clock")}"></span></fieldset>`,
  lines: ({ id, name, label, value }) => html`<div class="field"><label for="${id}">${label}</label><textarea id="${id}" name="${name}" rows="3">${value}</textarea></div>`,
  text: ({ id, name, label, value, help }) => html`<div class="field"><label for="${id}">${label}</label><input id="${id}" name="${name}" value="${value}" autocomplete="off"${help && html` inputmode="numeric" pattern="[0-9:]*" aria-describedby="${id}-help"`}>${help && html`<p class="small" id="${id}-help">${help}</p>`}</div>`,
};
/** Whether − and + stand beside a field, which change it by a tenth: a temperature. */
const isStepped = ({ ask, units }) => ask === "amount" && units.includes("c");
/** The script that they need, on the page of a form that has such a field. */
export const stepScripts = (frame, form) => (form.fields.some(isStepped) ? scripts(frame, "step.js") : []);
function stepped(steps, words, input) {
  const key = (by, name, sign) => html`<button class="btn" type="button" data-step="${by}" aria-label="${words.say(name)}" hidden>${sign}</button>`;
  return steps ? html`<span class="reading">${key("-1", "step-lower", "−")}${input(html` data-reading`)}${key("1", "step-higher", "+")}</span>` : input("");
}
const ASKS = { choice: "picks", yes_no: "picks", medicine: "picks", sides: "picks", duration: "text" };

/** What there is to choose. */
function picksOf(field, value, { words, medicines }) {
  const pick = (one, label) => ({ value: one, label, chosen: one === value });
  const options = (list) => list.map(([one, label]) => pick(one, words.say(label)));
  const notSaid = field.need ? [] : [pick("", words.say("log-not-said"))];
  const place = (picture) => {
    const named = (side) => `${words.say(`log-${side}`)}, ${words.say(spot(side, mirrored(picture)))}`;
    return { ...pick(String(picture), named("left")), right: named("right") };
  };
  switch (field.ask) {
    case "choice": return [...options(field.options), ...notSaid];
    case "yes_no": return [...options([["yes", "log-yes"], ["no", "log-no"]]), ...notSaid];
    case "sides": return options([["left", "log-left"], ["right", "log-right"]]);
    case "tick": return [pick("yes", words.say(field.label))];
    case "amount": return field.units.map((name) => pick(name, words.say(unit(name))));
    case "score": return [...Array.from({ length: 11 }, (_, score) => pick(String(score), String(score))), ...notSaid];
    case "place": return Array.from({ length: 13 }, (_, at) => place(12 - at));
    case "medicine": return [...medicines.map(([id, name]) => pick(id, name)), pick("", words.say("log-medicine-other"))];
    default: return [];
  }
}

function drawn(field, fields, { words, medicines, book }) {
  const [name, secondName = ""] = marks(field);
  const [value, second] = [text(fields, name), secondName === "" ? "" : text(fields, secondName)];
  const picks = picksOf(field, field.ask === "amount" ? second : value, { words, medicines });
  const isSaid = ["amount", "text", "lines", "duration"].includes(field.ask) ? value !== "" : field.ask === "time" ? second !== "" : picks.some((pick) => pick.chosen && pick.value !== "");
  const help = field.ask === "duration" && words.say("log-duration-help");
  const all = { id: `f-${field.path}`, name, secondName, label: words.say(field.label), value, second, picks, help, sides: field.ask === "sides", steps: isStepped(field), pain: book.record.pain, breast: book.record.breast };
  return { isSaid, markup: LOOKS[ASKS[field.ask] ?? field.ask](all, words) };
}

/** What is asked back, in words. */
function askedBack(one, words) {
  if (one.amount) {
    const { message, typed: amount, meant } = one.amount;
    const value = message === "log-odd-number" ? amount.value : typed(amount, words);
    return [words.say(message, { value }), ...(meant ? [words.say("log-odd-meant", { value: typed(meant, words) })] : [])];
  }
  if (one.twice) return [words.say("log-odd-twice", { value: one.twice })];
  if (one.skipped) return [words.say("log-odd-skipped", { value: one.skipped, taken: one.taken })];
  if (one.lines) return one.lines;
  return [one.ahead ? words.say("log-odd-ahead", { value: one.ahead }) : words.say("log-odd-end")];
}

function asked(back, words) {
  const twice = back.find((one) => one.twice);
  const ways = [
    ...(back.some((one) => one.amount?.meant) ? [["meant", words.say("log-as-meant")]] : []),
    ["typed", words.say(back.some((one) => one.lines) ? "log-dose-took" : "log-as-typed")],
    ...(twice ? [["second", words.say("log-as-second", { value: twice.twice })]] : []),
  ];
  return html`<div class="asked" role="alert">${icon("u6")}${back.flatMap((one) => askedBack(one, words)).map((said) => html`<p>${said}</p>`)}${ways.map(([value, label]) => html`<button class="btn" name="go" value="${value}" formnovalidate>${label}</button>`)}</div>`;
}

const capital = (said) => said.slice(0, 1).toUpperCase() + said.slice(1);
/** Who was chosen among those who may be. */
export function chosenOf(who, fields) {
  const sent = fields.filter(([name]) => name === "subject").map(([, value]) => value);
  return who.length === 1 ? who : who.filter((subject) => sent.includes(keyOf(subject)));
}

/** A form. `around`: { action, hidden, who, isNew }. */
export function formOf(form, { action, hidden = [], who = [], isNew = false }, fields, back, desk) {
  const { words, reader } = desk;
  const quick = isNew && form.quick.length > 0;
  const first = (field) => !field.more || (!isNew && field.ask === "tick");
  const draw = (field) => drawn(field, fields, desk);
  const [fore, more] = [form.fields.filter(first).map(draw), form.fields.filter((field) => !first(field)).map(draw)];
  const many = who.every(({ baby }) => baby !== undefined);
  const chosen = chosenOf(who, fields);
  const whom = (subject, at) => html`<span class="one"><input class="pick" type="${many ? "checkbox" : "radio"}" id="who-${at + 1}" name="subject" value="${keyOf(subject)}"${checked(chosen.includes(subject))}><label for="who-${at + 1}">${capital(reader.subject(subject))}</label></span>`;
  const save = words.say(isNew ? "log-save" : "log-entry-change");
  const at = html`<fieldset class="field when"><legend>${words.say("log-at")}</legend><span class="two"><input id="at-day" name="at:day" type="date" value="${text(fields, "at:day")}" aria-label="${words.say("log-at-day")}"><input id="at-clock" name="at:clock" type="time" value="${text(fields, "at:clock")}" aria-label="${words.say("log-at-clock")}"></span></fieldset>`;
  const behind = when(more, () => html`<details${more.some(({ isSaid }) => isSaid) && html` open`}><summary>${words.say("log-more")}</summary><div class="more">${more.map(({ markup }) => markup)}${quick && html`${at}<button class="btn">${save}</button>`}</div></details>`);
  const thumb = quick
    ? html`<div class="stack thumb">${form.quick.map(([value, label]) => html`<button class="btn choice one-tap" name="quick" value="${value}">${icon(`k-${value}`)}${words.say(label)}</button>`)}</div>`
    : html`<div class="thumb"><button class="btn act tall">${save}</button></div>`;
  return html`<form class="fields log" method="post" action="${action}">${hidden.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}${when(back, () => asked(back, words))}${who.length > 1 && html`<fieldset class="field picks"><legend>${words.say(many ? "log-both" : "log-who")}</legend>${who.map(whom)}</fieldset>`}${fore.map(({ markup }) => markup)}${!quick && at}${behind}${thumb}</form>`;
}
