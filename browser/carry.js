// Takes the answers of the check along to the pages of relief, so that they fit her. The answers stay in this tab and go when it is closed;
// what was done and chosen stays on this phone. Without this the pages' own forms carry the same.
import { send } from "./alone.js";

const CHECK = "milkway.check";
const SENT = "milkway.sent";
/** The page and the phone note the same session seconds apart; two of one kind are never so close. */
const SAME_S = 15 * 60;
const PLACES = ["/relief", "/session/", "/feed-timer", "/milk", "/painkillers", "/read/", "/condition/", "/more", "/evidence", "/evidence/", "/source/", "/rests/", "/article", "/article/"];

/** Only the server has it: no answer goes there. */
const SERVERS = "/article/check";
const carries = (path) => path !== SERVERS && PLACES.some((place) => path === place || path.startsWith(place.endsWith("/") ? place : `${place}/`));
const read = (store, key) => { try { return store.getItem(key); } catch { return null; } };
const keep = (store, key, value) => { try { value === null ? store.removeItem(key) : store.setItem(key, value); } catch { /* nothing can be kept: the forms still carry it */ } };
const keeps = () => { try { localStorage.setItem("milkway.try", "1"); localStorage.removeItem("milkway.try"); return true; } catch { return false; } };
const list = (key) => { try { return JSON.parse(read(localStorage, key) ?? "[]").filter((one) => typeof one === "object" && one !== null); } catch { return []; } };

/** Sessions of the last day and a half, with those that the form carries itself, and the texts that were chosen: what a door asks about. */
function known(form) {
  const since = Date.now() / 1000 - 36 * 3600;
  const phone = list("milkway.sessions").filter(({ at }) => at > since);
  const carried = (form.querySelector("[type=hidden][name=done]")?.value ?? "").split(" ").filter(Boolean).map((word) => word.split("@")).map(([code, at]) => ({ code, at: Number(at) }));
  const twice = (one) => phone.some(({ code, at }) => code === one.code && Math.abs(at - one.at) < SAME_S);
  const done = [...phone, ...carried.filter((one) => !twice(one))].map(({ code, at }) => `${code}@${at}`);
  const chosen = list("milkway.choices").map(({ mark }) => mark);
  return [["done", done.join(" ")], ["chosen", chosen.join(" ")]].filter(([, value]) => value !== "");
}

function put(form, name, value) {
  const field = form.querySelector(`input[type=hidden][name="${name}"]`) ?? form.appendChild(Object.assign(document.createElement("input"), { type: "hidden", name }));
  field.value = value;
}

/** Opens a page of relief with the answers. */
function open(path, kept) {
  const form = Object.assign(document.createElement("form"), { method: "post", action: path, hidden: true });
  put(form, "kept", kept);
  document.body.append(form);
  for (const [name, value] of known(form)) put(form, name, value);
  send(form);
}

const form = document.querySelector("form#answers");
const kept = form?.querySelector("[name=kept]")?.value;
const before = read(sessionStorage, CHECK);
if (kept) {
  keep(sessionStorage, CHECK, kept);
} else if (before && carries(location.pathname)) {
  // They were sent and did not come back: they belong to other questions. A page that is not there for her has no form either, but refuses nothing.
  const status = performance.getEntriesByType("navigation")[0]?.responseStatus || 400;
  if (form ? read(sessionStorage, SENT) === before : status === 400) {
    keep(sessionStorage, CHECK, null);
    keep(sessionStorage, SENT, null);
  } else if (form) {
    keep(sessionStorage, SENT, before);
    // What this page would say without the answers must not be read meanwhile: the page with them follows.
    document.documentElement.dataset.follows = "";
    open(location.pathname, before);
  }
}
if (kept) keep(sessionStorage, SENT, null);

// Back and reload ask for the address again, and the answers follow from this tab: no browser asks whether a form may be sent twice.
// Not where the form says more than the answers do: between the start and the end of a session, and among the lines of the milk.
const stage = document.querySelector("[data-session]")?.dataset.stage ?? "intro";
const more = form?.querySelector("[type=hidden][name=tick]");
if (kept && carries(location.pathname) && ["intro", "held"].includes(stage) && !more && keeps() && read(sessionStorage, CHECK) === kept) history.replaceState(null, "", location.pathname);

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href]");
  const now = read(sessionStorage, CHECK);
  if (!link || !now || event.button !== 0 || event.metaKey || event.ctrlKey || link.origin !== location.origin || !carries(link.pathname)) return;
  event.preventDefault();
  open(link.pathname, now);
});

form?.addEventListener("submit", () => {
  for (const [name, value] of known(form)) put(form, name, value);
});

// A phone that keeps its list knows when a session was done: it need not be asked.
for (const question of document.querySelectorAll("[data-lately]")) question.hidden = keeps();
