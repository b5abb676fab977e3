// Lets the phone work alone: a service worker answers every page from then on, and answers stay here. Until it is there nothing is sent, unless
// she says so; where it can never be, the page says what is missing.
const note = document.querySelector("[data-alone]");
const words = note?.dataset;
const CHECK = "milkway.check";
const SERVER = "milkway.server";
/** How long she waits before she is offered the server. */
const PATIENCE_MS = 4000;
const HELP_MS = 1000;
/** Pages on which someone looks around: there it is said what is missing. */
const SAID_ON = ["/", "/check", "/about"];

/** What is logged and who signs in is for the server to know, where the phone does not keep it first. Such a page carries no answers of a check. */
const isOfRecord = document.querySelector('link[href$="/record.css"]') !== null;

// A Milkway without the check has nothing that a phone would work out, and no worker.
const workers = note === null ? undefined : navigator.serviceWorker;
let isReady = isOfRecord || workers === undefined || workers.controller !== null || serverMay();
let failed = false;

/** Whether she let the server answer, in this tab. */
function serverMay() {
  try { return sessionStorage.getItem(SERVER) !== null; } catch { return false; }
}

function letServer() {
  isReady = true;
  note.hidden = true;
  try { sessionStorage.setItem(SERVER, "1"); } catch { /* asked again on the next page */ }
}

const answersHere = () => {
  try { return document.querySelector("input[name=kept]") !== null || sessionStorage.getItem(CHECK) !== null; } catch { return true; }
};

/** Shows a line, with a button or a link where there is something to do. */
function say(text, { label, act, href } = {}) {
  note.replaceChildren(Object.assign(document.createElement("p"), { textContent: text }));
  if (label) {
    const way = Object.assign(document.createElement(href ? "a" : "button"), href ? { href, textContent: label } : { type: "button", className: "btn", textContent: label });
    if (act) way.addEventListener("click", act, { once: true });
    note.append(way);
  }
  note.hidden = false;
}

/** Resolves when a form may be sent: it will be answered here, or she let the server answer. */
function mayBeSent() {
  if (isReady) return Promise.resolve();
  return new Promise((go) => {
    say(words.coming);
    workers.ready.then(() => { isReady = true; note.hidden = true; go(); });
    const offer = () => say(failed ? words.failed : words.slow, { label: words.server, act: () => { letServer(); go(); } });
    failed ? offer() : setTimeout(() => { if (!isReady) offer(); }, PATIENCE_MS);
  });
}

/** Sends a form that a script has made. */
export const send = (form) => (isReady ? form.submit() : mayBeSent().then(() => form.submit()));

addEventListener("submit", (event) => {
  // A form with a file is for the server alone, and carries no answers.
  if (isReady || event.target.method !== "post" || event.target.enctype === "multipart/form-data") return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const { target: form, submitter } = event;
  const go = () => form.requestSubmit(submitter);
  if (submitter?.getAttribute("formaction") !== "/help") return mayBeSent().then(go);
  // Whom to call is waited for a moment at most; then the numbers come without the way back to this page.
  const late = setTimeout(() => location.assign("/help"), HELP_MS);
  workers.ready.then(() => { clearTimeout(late); isReady = true; go(); });
}, { capture: true });

/** A newer version never comes in the way of answers; on a page without any it is offered. */
function newer(worker) {
  if (document.querySelector("[data-session][data-stage=run]")) return;
  if (answersHere()) return say(words.newerLater);
  say(words.newer, { label: words.use, act: () => {
    workers.addEventListener("controllerchange", () => location.reload(), { once: true });
    worker.postMessage("use");
  } });
}

async function begin() {
  // Not after what follows: while a newer version is fetched that takes its time, and whoever works already may send.
  workers.ready.then(() => { isReady = true; });
  const registration = await workers.register("/worker.js", { type: "module", updateViaCache: "none" });
  // Some browsers that are told to have no workers do not refuse: they do nothing.
  if (registration === undefined) return missing();
  if (registration.waiting && registration.active) newer(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const coming = registration.installing;
    coming.addEventListener("statechange", () => {
      if (coming.state === "installed" && registration.active) newer(coming);
      if (coming.state === "redundant" && !registration.active) failed = true;
    });
  });
}

/** The browser or the address does not let a page work alone: the server answers, and that is said. */
function missing() {
  isReady = true;
  // Of a record it would be wrong: what is logged goes to the server to be kept.
  if (note === null || isOfRecord) return;
  if (SAID_ON.includes(location.pathname)) say(words.missing, { label: words.how, href: "/about#alone" });
}

// A script that did not arrive may come next time: she is asked. What is forbidden stays so: she is told.
workers === undefined ? missing() : begin().catch((fault) => { if (fault.name === "SecurityError") missing(); else failed = true; });
