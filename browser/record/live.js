// Shows what others log without being asked: waits for news of the household, fetches this page again and puts it in the place of the old one.
// Never under somebody's fingers: not while she types, and not while a button of the toast has the focus.
import { nextTry_ms } from "./retry.js";

const pause = (ms) => new Promise((done) => setTimeout(done, ms));
const record = () => document.querySelector("[data-record]");
const main = document.querySelector("main");

/** Whether something would be taken from under her. */
function busy() {
  const here = document.activeElement;
  const types = main.contains(here) && here.matches("input:not([type=radio]):not([type=checkbox]):not([type=hidden]), select, textarea");
  return types || here?.closest("[data-toast]") != null;
}

/** Waits until nothing would be. */
const calm = () => (busy() ? new Promise((done) => document.addEventListener("focusout", () => setTimeout(() => calm().then(done)), { once: true })) : Promise.resolve());

/** The number of the last change, once it is later than the page's; null: no news yet; undefined: nobody to ask. */
async function news(seq) {
  const answer = await fetch(`/record/live?since=${seq}`, { credentials: "same-origin", cache: "no-store" });
  if (answer.status === 401 || answer.status === 404) return undefined;
  if (!answer.ok) throw new Error(`status ${answer.status}`);
  const said = await answer.json();
  return said.seq > seq ? said.seq : null;
}

/** What of the new page is the same as this element of the old one. */
function twin(page, element) {
  if (element === null || !record().contains(element)) return null;
  const { tagName, id, name, value } = element;
  const href = element.getAttribute("href");
  const same = (one) => one.tagName === tagName && one.id === id && one.name === name && one.value === value && one.getAttribute("href") === href;
  return [...page.querySelectorAll(tagName)].find(same) ?? null;
}

/** The page as the worker of this phone draws it, with what waits here; null: it does not. */
function fromWorker() {
  const { controller } = navigator.serviceWorker ?? {};
  if (!controller) return Promise.resolve(null);
  const { port1, port2 } = new MessageChannel();
  const drawn = new Promise((done) => { port1.onmessage = ({ data }) => done(data); });
  controller.postMessage({ record: "refresh", draw: location.pathname }, [port2]);
  return drawn;
}

async function fromServer() {
  const answer = await fetch(location.pathname, { credentials: "same-origin", cache: "no-store" });
  if (!answer.ok) throw new Error(`status ${answer.status}`);
  return answer.text();
}

async function draw() {
  const text = (await fromWorker()) ?? (await fromServer());
  const page = new DOMParser().parseFromString(text, "text/html").querySelector("[data-record]");
  if (page === null) return false;
  await calm();
  const focused = twin(page, document.activeElement);
  record().replaceWith(page);
  focused?.focus({ preventScroll: true });
  document.dispatchEvent(new Event("milkway-drawn"));
  return true;
}

const pageSeq = () => Number(record().dataset.seq);

/** Waits for news and shows them; false: there is nobody to ask any more. News that do not arrive are asked for again, with pauses. */
async function next() {
  const before = pageSeq();
  const seq = await news(before);
  if (seq === undefined) return false;
  if (seq === null) return true;
  if (!(await draw())) return false;
  if (pageSeq() <= before) throw new Error("the news have not arrived");
  return true;
}

async function watch() {
  let failures = 0;
  while (record()) {
    try {
      if (!(await next())) return;
      // The server is back: what waits on this phone goes to it.
      if (failures > 0) tell("refresh");
      failures = 0;
    } catch {
      failures += 1;
      await pause(nextTry_ms("no_answer", failures));
    }
  }
}

/** The worker learns whose record this is, hears when the network is back, and tells when something has changed on this phone. */
const tell = (what) => navigator.serviceWorker?.ready.then(({ active }) => active.postMessage({ record: what }));
tell("learn");
addEventListener("online", () => tell("refresh"));
navigator.serviceWorker?.addEventListener("message", ({ data }) => { if (data.record) draw().catch(() => {}); });
watch();
