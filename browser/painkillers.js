// The painkiller page on this phone: cards that follow the clock, a log that stays here, a warning before a dose is saved.
// Nothing of it is sent: no field of it stands in a form. Without this the page is a plain one with a form of its own.
// The other files carry the version of this one, so that arithmetic and page always belong together.

import * as cards from "./dose_cards.js";
import * as draw from "./dose_draw.js";
import * as form from "./dose_form.js";
import * as log from "./dose_log.js";
import * as clock from "./dose_time.js";
import * as doses from "./doses.js";

const REFRESH_MS = 20_000;
const TOAST_MS = 20_000;
const { el, icon } = draw;
const data = JSON.parse(document.querySelector("#limits").textContent);
const speak = draw.speaker(data.words, document.documentElement.lang);
const { say, time } = speak;
const root = document.querySelector("[data-card]");
const action = document.querySelector("[data-action]");
const toast = el("div", { class: "toast", role: "status" });
const now = () => Math.floor(Date.now() / 1000);

cards.begin({ draw, speak, data, act: { answer, again } });
form.begin({ draw, speak, data, clock, overLines: cards.overLines });
let fade;

/** What is kept, read anew each time: another tab may have logged. */
const kept = () => log.read(localStorage);
const regionOf = ({ region }) => (data.regions.some((one) => one.id === region) ? region : data.region);

/** Changes what is kept and shows it. Whether it was kept: a phone may be full. */
function keep(change) {
  const { log: before } = kept();
  try {
    log.write(localStorage, change(before));
  } catch {
    home();
    root.prepend(el("p", { class: "error", role: "alert" }, icon("u6", ""), el("span", {}, say("error-kept"))));
    scrollTo(0, 0);
    return false;
  }
  home();
  return true;
}

/** The answers that hold; what the check has named is held whatever was answered here. */
function cautionsOf(present) {
  const said = log.cautions(present, now());
  return { ...said, ...Object.fromEntries(data.ask_first.map((substance) => [substance, "some"])) };
}

function answer(substance, said) {
  keep((before) => log.answer(before, substance, said, now()));
  root.querySelector(`h2[data-of="${substance}"]`)?.focus();
}

function again(substance) {
  keep((before) => log.forget(before, substance));
  root.querySelector(`#asked-${substance}`)?.focus();
}

/* ---------- the page ---------- */

function place(region) {
  const names = data.regions.map((one) => el("option", { value: one.id, selected: one.id === region }, one.name));
  const choose = (event) => keep((before) => ({ ...before, region: event.target.value }));
  return el("details", { class: "place-choice", open: region === null, data: { key: "place" } },
    el("summary", { id: "place-summary" }, say("place")),
    el("div", { class: "field" }, el("label", { for: "place" }, say("region-ask")),
      el("select", { id: "place", on: { change: choose } }, region === null && el("option", { value: "", selected: true }, say("region-choose")), ...names)));
}

function head(region) {
  const name = data.regions.find((one) => one.id === region)?.name;
  return [
    el("h1", { tabindex: "-1" }, say("title")),
    el("p", { class: "help" }, name ? say("limits", { region: name }) : say("no-place")),
  ];
}

function list(present, at) {
  const newest = [...present.doses].sort((one, other) => other.at - one.at);
  const row = (dose) => el("li", {}, el("div", { class: "row" },
    el("span", {}, form.words(dose), el("span", { class: "small" }, time(dose.at, at)), dose.at > at && el("span", { class: "small later" }, say("later"))),
    el("button", { class: "btn soft", type: "button", id: `change-${dose.id}`, "aria-label": `${say("change")}: ${form.words(dose)}, ${time(dose.at, at)}`, on: { click: () => edit(dose) } }, say("change"))));
  const all = el("button", { class: "link", type: "button", id: "delete-all", on: { click: () => clear(present) } }, say("delete-all"));
  return el("section", { class: "part" }, el("h2", {}, say("doses")),
    newest.length === 0 ? el("p", { class: "box" }, say("no-doses")) : el("ul", { class: "lines" }, newest.map(row)),
    newest.length > 0 && all);
}

function foot() {
  return [
    el("section", { class: "part" }, el("h2", {}, say("never")), el("ul", { class: "bullets" }, data.nevers.map((line) => el("li", {}, line)))),
    el("p", { class: "small part" }, say("kept")),
    el("p", { class: "small" }, el("strong", {}, say("not-reviewed"))),
  ];
}

/** The cards, the log and what belongs to them. */
function home() {
  const { log: present, broken } = kept();
  const at = now();
  const region = regionOf(present);
  root.dataset.view = "home";
  if (broken) {
    const over = el("button", { class: "btn", type: "button", on: { click: () => { localStorage.removeItem("milkway.doses"); home(); } } }, say("start-over"));
    root.replaceChildren(...head(region), el("p", { class: "error" }, icon("u6", ""), el("span", {}, say("broken"))), el("div", { class: "after" }, over), ...foot());
    action.replaceChildren();
    return;
  }
  const told = doses.cards(data.medicines, region, present.doses, cautionsOf(present), at);
  const drawn = region === null ? [] : cards.drawn(told, { region, byCheck: data.ask_first }, at);
  root.replaceChildren(...head(region), ...drawn, el("p", { class: "cold" }, say("cold")), place(region), list(present, at), ...foot());
  action.replaceChildren(el("button", { class: "btn act", type: "button", data: { log: "" }, on: { click: () => edit(null) } }, icon("i-pill"), say("log")));
}

/* ---------- a dose ---------- */

function edit(dose) {
  const region = regionOf(kept().log);
  root.dataset.view = "form";
  toast.replaceChildren();
  const screen = form.screen(region, now(), dose);
  const back = el("button", { class: "btn", type: "button", on: { click: leave } }, say("cancel"));
  const save = el("button", { class: "btn act", type: "button", data: { save: "" }, on: { click: () => weigh(screen, dose) } }, say("save"));
  if (dose) screen.append(el("button", { class: "btn soft part", type: "button", data: { delete: "" }, on: { click: () => drop(dose) } }, say("delete")));
  root.replaceChildren(screen);
  action.replaceChildren(el("div", { class: "pair" }, back, save));
  settle(screen.querySelector("h1"));
}

function leave() {
  home();
  settle(root.querySelector("h1"));
}

function settle(heading) {
  scrollTo(0, 0);
  heading.focus({ preventScroll: true });
}

/** Holds the dose on the screen against the log without its old self; says what is to be said, else saves. */
function weigh(screen, old) {
  const at = now();
  const { dose, error } = form.read(screen, at, old);
  if (error) return form.refuse(screen, error);
  const { log: present } = kept();
  const region = regionOf(present);
  const others = old ? log.remove(present, old.id).doses : present.doses;
  const told = doses.would(data.medicines, region, others, cautionsOf(present), dose, at);
  if (told.say === "fine") return save(dose, old);
  const box = form.warned(told, dose, region, at, { save: () => save(dose, old), back: leave });
  root.dataset.view = "warning";
  root.replaceChildren(el("h1", { tabindex: "-1" }, say("log")), box);
  action.replaceChildren();
  settle(box);
}

function save(dose, old) {
  const before = kept().log;
  if (!keep((present) => (old ? log.change(present, old.id, dose) : log.add(present, dose, now())))) return;
  settle(root.querySelector("h1"));
  announce("saved", { dose: `${form.words(dose)}, ${time(dose.at, now())}` }, before);
}

function drop(dose) {
  const before = kept().log;
  if (!keep((present) => log.remove(present, dose.id))) return;
  settle(root.querySelector("h1"));
  announce("deleted", { dose: form.words(dose) }, before);
}

function clear(before) {
  if (!keep((present) => ({ ...present, doses: [] }))) return;
  settle(root.querySelector("h1"));
  announce("all-deleted", {}, before);
}

/** What was done, with the way back. It stays for a while, and as long as it has the focus. */
function announce(id, values, before) {
  const undo = el("button", { class: "btn soft", type: "button", on: { click: () => { hide(); keep((present) => ({ ...present, doses: before.doses })); } } }, say("undo"));
  toast.replaceChildren(el("span", {}, say(id, values)), undo);
  const hide = () => toast.replaceChildren();
  const wait = () => { clearTimeout(fade); fade = setTimeout(hide, TOAST_MS); };
  undo.addEventListener("focus", () => clearTimeout(fade));
  undo.addEventListener("blur", wait);
  wait();
}

/** Draws the cards again while they are shown; what was open stays open, and the focus stays where it was. */
function tick() {
  const { activeElement: focused, visibilityState } = document;
  if (root.dataset.view !== "home" || visibilityState !== "visible" || focused?.matches("select")) return;
  const inside = root.contains(focused) ? focused.id : "";
  const open = [...root.querySelectorAll("details[open]")].map((one) => one.dataset.key);
  home();
  for (const one of root.querySelectorAll("details")) one.open ||= open.includes(one.dataset.key);
  if (inside !== "") document.getElementById(inside)?.focus({ preventScroll: true });
}

/** Whether this browser keeps anything. */
function keeps() {
  try {
    localStorage.setItem("milkway.try", "1");
    localStorage.removeItem("milkway.try");
    return true;
  } catch {
    return false;
  }
}

/** From here on the plain page is gone, with its form fields: there is nothing left that could be sent. */
function begin() {
  // Where nothing can be kept the plain page stays: its doses travel with it.
  if (!keeps()) return;
  // The answers of a check follow: without them a dose could be allowed that they hold back.
  if (document.documentElement.dataset.follows !== undefined) return;
  for (const plain of document.querySelectorAll("[data-plain]")) plain.remove();
  root.hidden = false;
  document.querySelector(".foot").prepend(toast);
  home();
  setInterval(tick, REFRESH_MS);
  addEventListener("storage", tick);
  document.addEventListener("visibilitychange", tick);
  root.dataset.ready = "";
}

begin();
