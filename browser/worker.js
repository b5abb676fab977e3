// The service worker: answers the check, relief and reading on the phone itself, with or without a network. Nothing that was answered is sent.
// It lies in the folder of its version, and all that it uses lies there too, so that no two versions are ever mixed.
import { open } from "./phone/book.js";
import { answers, respond } from "./phone/respond.js";
import * as trouble from "./phone/page/trouble.js";

const folder = new URL(".", import.meta.url).pathname;
const version = folder.split("/").at(-2);
const [BOOK, FILES, LEDGER] = ["book", "shelf", "ledger"].map((name) => `/phone/${version}/${name}.json`);
const SHELF = `milkway-${version}`;
/** What was chosen on this phone (colours, region, skin of the drawings) outlives versions; it says nothing of her health. */
const CHOICES = "milkway-choices";
const CHOSEN = "/phone/choices.json";
const NOTHING = { theme: null, region: null, tone: null };
/** Where the server is told of a choice, so that its own pages look the same. */
const TELL = { theme: "/theme", region: "/region", tone: "/tone" };

const json = (path) => caches.match(path).then((found) => found?.json() ?? null);

/** The book, made ready once for as long as the worker lives; with the ledger, where that has come. */
let opened;
const book = () => (opened ??= Promise.all([json(BOOK), json(LEDGER)]).then(([text, ledger]) => ({ ...open(text, version), ledger })));

async function fetched(path) {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer;
}

/** Everything or nothing: a half version never starts. */
async function fetchAll() {
  const shelf = await caches.open(SHELF);
  const [text, files] = await Promise.all([fetched(BOOK), fetched(FILES).then((answer) => answer.json())]);
  await shelf.put(BOOK, text);
  await Promise.all(files.map(({ name, kind, text: inside }) => shelf.put(folder + name, new Response(inside, { headers: { "content-type": kind } }))));
  const choices = await caches.open(CHOICES);
  if (!(await choices.match(CHOSEN))) await choices.put(CHOSEN, await fetched(CHOSEN));
}

/** The ledger is larger than all the rest and nobody waits for it: it comes once the first page stands, or with a later one. */
let asked;
const fetchLedger = () => (asked ??= caches.match(LEDGER).then(async (known) => {
  if (known) return;
  await (await caches.open(SHELF)).put(LEDGER, await fetched(LEDGER));
  opened = undefined;
}).catch(() => { asked = undefined; }));

/** Nothing of another version is left, and pages that are open already are answered from now on. */
async function takeOver() {
  const old = (await caches.keys()).filter((name) => name.startsWith("milkway-") && ![SHELF, CHOICES].includes(name));
  await Promise.all(old.map((name) => caches.delete(name)));
  await clients.claim();
}

async function chosen() {
  const found = await caches.match(CHOSEN);
  return { ...NOTHING, ...(found ? await found.json() : {}) };
}

/** Keeps choices here and tells the server of them, of nothing else. Without a network it is told never, and that is well. */
async function keep(before, changes) {
  const choices = await caches.open(CHOICES);
  await choices.put(CHOSEN, Response.json({ ...before, ...changes }));
  for (const [name, value] of Object.entries(changes)) {
    fetch(TELL[name], { method: "POST", body: new URLSearchParams({ [name]: value }), redirect: "manual" }).catch(() => {});
  }
}

/** A page as the server would send it, with the same guards. */
function page(ready, { status, body, location }) {
  if (location) return Response.redirect(location, status);
  return new Response(String(body), { status, headers: [...ready.headers, ["content-type", "text/html; charset=utf-8"], ["cache-control", "no-store"]] });
}

async function answer(request) {
  const { pathname: path } = new URL(request.url);
  const [ready, visitor] = await Promise.all([book(), chosen()]);
  if (!answers(path, ready)) return elsewhere(request, ready, visitor);
  const now_s = Math.floor(Date.now() / 1000);
  try {
    const fields = request.method === "POST" ? [...await request.formData()] : [];
    const { choices, ...said } = respond(ready, { method: request.method, path, fields, visitor, now_s });
    if (choices) await keep(visitor, choices);
    return page(ready, said);
  } catch (fault) {
    console.error(fault);
    return page(ready, trouble.broken({ book: ready, visitor }));
  }
}

/** A page that only the server has: without a network it says so. */
async function elsewhere(request, ready, visitor) {
  try {
    return await fetch(request);
  } catch {
    return page(ready, trouble.noNetwork({ book: ready, visitor }));
  }
}

addEventListener("install", (event) => event.waitUntil(fetchAll()));
addEventListener("activate", (event) => event.waitUntil(takeOver()));
// A newer version waits until every page of the older is closed, or until someone asks for it on a page without answers.
addEventListener("message", ({ data }) => { if (data === "use") skipWaiting(); });
addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (url.pathname.startsWith(folder)) event.respondWith(caches.match(request, { ignoreVary: true }).then((found) => found ?? fetch(request)));
  else if (request.mode === "navigate") {
    event.respondWith(answer(request));
    event.waitUntil(fetchLedger());
  }
});
