// The service worker: answers the check, relief and reading on the phone itself, with or without a network. Nothing that was answered is sent.
// It lies in the folder of its version, and all that it uses lies there too, so that no two versions are ever mixed.
import { open } from "./phone/book.js";
import { forHer } from "./phone/for_her.js";
import { answers, respond } from "./phone/respond.js";
import * as trouble from "./phone/page/trouble.js";
import { isOfRecord, isServersFirst, respondOfRecord } from "./phone/record/respond.js";
import { keeper } from "./record/keeper.js";
import { outbox } from "./record/outbox.js";

const folder = new URL(".", import.meta.url).pathname;
const version = folder.split("/").at(-2);
const [BOOK, FILES, LEDGER, RECORD] = ["book", "shelf", "ledger", "record"].map((name) => `/phone/${version}/${name}.json`);
const SHELF = `milkway-${version}`;
/** What was chosen on this phone (colours, region, skin of the drawings) outlives versions; it says nothing of her health. */
const CHOICES = "milkway-choices";
const CHOSEN = "/phone/choices.json";
const NOTHING = { theme: null, region: null, tone: null };
/** Where the server is told of a choice, so that its own pages look the same. */
const TELL = { theme: "/theme", region: "/region", tone: "/tone" };

const json = (path) => caches.match(path).then((found) => found?.json() ?? null);

/** The book, made ready once for as long as the worker lives; with the ledger and the words of the record, where those have come. */
let opened;
const book = () => (opened ??= Promise.all([json(BOOK), json(LEDGER), json(RECORD)]).then(([text, ledger, record]) => ({
  ...open(text, version), ledger, record,
})));

/** The same as it is for whoever is signed in here: made ready once for what is set for her. */
let opened_for = {};
async function herBook() {
  const [ready, hers] = await Promise.all([book(), home.hers()]);
  const key = JSON.stringify(hers);
  if (opened_for.ready !== ready || opened_for.key !== key) opened_for = { ready, key, hers: forHer(ready, hers) };
  return opened_for.hers;
}

/** Addresses from which somebody may come signed in, and where she signs out. */
const ENTERS = ["/keep", "/sign-in", "/sign-in/passkey", "/recover"];
const isEnter = (path) => ENTERS.includes(path) || path.startsWith("/join/");
const LEAVES = "/sign-out";
const home = keeper(outbox(), (...asked) => fetch(...asked), Date.now, (bytes) => crypto.getRandomValues(bytes), tellPages);

/** Every open page of ours hears that the record on this phone has changed. */
async function tellPages(outcome) {
  for (const page of await clients.matchAll({ type: "window" })) page.postMessage({ record: outcome });
}

async function fetched(path) {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer;
}

/** Puts files where pages find them. */
const shelve = (shelf, files) => Promise.all(files.map(({ name, kind, text }) => shelf.put(folder + name, new Response(text, { headers: { "content-type": kind } }))));

/** Fetches a part that comes later, unless it is here: its files first, for who finds the part finds them. */
async function fetchPart(path) {
  if (await caches.match(path)) return;
  const text = await fetched(path);
  const { files } = await text.clone().json();
  const shelf = await caches.open(SHELF);
  await shelve(shelf, files);
  await shelf.put(path, text);
  opened = undefined;
}

/** Everything or nothing: a half version never starts. */
async function fetchAll() {
  const shelf = await caches.open(SHELF);
  const [text, files] = await Promise.all([fetched(BOOK), fetched(FILES).then((answer) => answer.json())]);
  await shelf.put(BOOK, text);
  await shelve(shelf, files);
  const choices = await caches.open(CHOICES);
  if (!(await choices.match(CHOSEN))) await choices.put(CHOSEN, await fetched(CHOSEN));
}

/** The ledger is larger than all the rest and nobody waits for it: it comes once the first page stands, or with a later one. */
let asked;
const fetchLedger = () => (asked ??= fetchPart(LEDGER).catch(() => { asked = undefined; }));

/** What pages of the record need comes once somebody keeps one. */
let askedRecord;
const fetchRecord = () => (askedRecord ??= fetchPart(RECORD).catch(() => { askedRecord = undefined; }));

/** Whoever is signed in now keeps a record here. Without an answer it is asked again with the next page. */
async function learn() {
  await home.learn().catch(() => {});
  if (await home.isHeld()) await fetchRecord();
}

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
  const [ready, visitor] = await Promise.all([herBook(), chosen()]);
  if (isOfRecord(path) && (await home.isHeld())) return ofRecord(request, ready, visitor);
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

/** A page of the record: what she logged is on this phone's disk before she sees the next page, whatever the network does. */
async function ofRecord(request, ready, visitor) {
  const spare = request.clone();
  if (isServersFirst(request.method, new URL(request.url).pathname)) {
    const said = await fetch(request.clone()).catch(() => null);
    if (said) return said;
  }
  try {
    const said = ready.record && (await drawn(request, ready, visitor));
    if (said) return page(ready, said);
  } catch (fault) {
    // The phone could not keep or draw it: the server may.
    console.error(fault);
  }
  return elsewhere(spare, ready, visitor);
}

async function drawn(request, ready, visitor) {
  const { pathname: path, searchParams } = new URL(request.url);
  const fields = request.method === "POST" ? [...await request.formData()] : [];
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone ?? "";
  const record = await home.record();
  const said = respondOfRecord(ready, { method: request.method, path, fields, visitor, query: [...searchParams], now_ms: Date.now(), zone, record, fresh: home.fresh });
  if (said?.revisions?.length > 0) await home.keep(said.revisions);
  return said;
}

/** A page that only the server has: without a network it says so. */
async function elsewhere(request, ready, visitor) {
  const { pathname: path } = new URL(request.url);
  const posts = request.method === "POST";
  try {
    if (posts && path === LEAVES && !(await sentAll())) return page(ready, trouble.unsent({ book: ready, visitor }));
    const said = await fetch(request);
    // Only when the server has let her go: it leads her to another page then.
    if (posts && path === LEAVES && said.type === "opaqueredirect") await home.forget();
    if (posts && isEnter(path)) await learn();
    return said;
  } catch {
    return page(ready, trouble.noNetwork({ book: ready, visitor }));
  }
}

/** Sends what waits; whether all of it has gone. Nobody signs out of what would be lost. */
async function sentAll() {
  if (await home.isHeld()) await home.refresh().catch(() => {});
  return !(await home.waits());
}

/** After every page: what is not there yet is fetched, what waits is sent. */
async function tidy() {
  await fetchLedger();
  if (!(await home.isHeld())) return;
  await fetchRecord();
  await home.refresh().catch(() => {});
}

/** A page asks for itself as it would be drawn now, or tells that somebody is signed in, or that the network is back. */
async function hear({ draw, record }, port) {
  if (record === "learn" && !(await home.isHeld())) await learn();
  if (record === "refresh") await home.refresh().catch(() => {});
  if (draw === undefined) return;
  const [ready, visitor] = await Promise.all([herBook(), chosen()]);
  const said = ready.record && (await home.isHeld()) ? await drawn(new Request(new URL(draw, location.origin)), ready, visitor) : null;
  port?.postMessage(said?.body ? String(said.body) : null);
}

addEventListener("install", (event) => event.waitUntil(fetchAll()));
addEventListener("activate", (event) => event.waitUntil(takeOver()));
// A newer version waits until every page of the older is closed, or until someone asks for it on a page without answers.
addEventListener("message", (event) => {
  if (event.data === "use") skipWaiting();
  else event.waitUntil(hear(event.data, event.ports[0]));
});
addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (url.pathname.startsWith(folder)) event.respondWith(caches.match(request, { ignoreVary: true }).then((found) => found ?? fetch(request)));
  else if (request.mode === "navigate") {
    event.respondWith(answer(request));
    event.waitUntil(tidy());
  }
});
