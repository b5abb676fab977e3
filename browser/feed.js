// Runs the feed timer on this phone alone: what is pressed is kept here until it is started again, and sent nowhere. It goes on while the phone is locked.
import { clock, turned_s, TURN_S } from "./turn.js";

const FEED = "milkway.feed";
/** What was stopped longer ago belongs to another feed. */
const OVER_S = 60 * 60;
const box = document.querySelector("[data-feed]");
const words = document.querySelector("[data-words]").dataset;
const after = document.querySelector("[data-after]");
const since = box.querySelector(".ring-words");
const turn = box.querySelector(".turn");
const sides = document.querySelector("[data-sides]");
const buttons = Object.fromEntries(["left", "right"].map((side) => [side, document.querySelector(`.side.${side}`)]));
const stop = document.querySelector("[data-feed-stop]");
const again = document.querySelector("[data-feed-again]");
const names = { left: buttons.left.querySelector("b").textContent, right: buttons.right.querySelector("b").textContent };
const minutesOf = sides.textContent;

const parse = (line) => line.split(" ").filter(Boolean).map((word) => word.split("@")).map(([side, at]) => ({ side, at: Number(at) }))
  .filter(({ side, at }) => ["left", "right", "stop"].includes(side) && Number.isFinite(at));
let presses = parse(stored() || box.dataset.feed);

function stored() { try { return localStorage.getItem(FEED) ?? ""; } catch { return ""; } }
function store() { try { localStorage.setItem(FEED, presses.map(({ side, at }) => `${side}@${at}`).join(" ")); } catch { /* it runs on this page only */ } }
const now = () => Math.floor(Date.now() / 1000);
function forgetOld() { if (presses.at(-1)?.side === "stop" && now() - presses.at(-1).at > OVER_S) presses = []; }
const running = () => ["left", "right"].find((side) => presses.at(-1)?.side === side);

function seconds(side) {
  return presses.reduce((sum, press, at) => (press.side === side ? sum + Math.max(0, (presses[at + 1]?.at ?? now()) - press.at) : sum), 0);
}

function press(side) {
  if (side === (running() ?? "stop")) return;
  forgetOld();
  presses.push({ side, at: now() });
  store();
  draw();
}

/** Everything as it is now. */
function draw() {
  const side = running();
  const shown = side ? seconds(side) : seconds("left") + seconds("right");
  since.querySelector(".timer").textContent = clock(shown);
  const small = since.querySelector(".small") ?? since.insertBefore(Object.assign(document.createElement("span"), { className: "small" }), since.firstChild);
  small.textContent = side ? names[side] : presses.at(-1)?.side === "stop" ? words.over : "";
  turn.setAttribute("stroke-dasharray", `${(100 * turned_s(shown)) / TURN_S} 100`);
  const minutes = ["left", "right"].map((one) => String(Math.floor(seconds(one) / 60)));
  sides.textContent = minutesOf.replace(/\d+/g, () => minutes.shift());
  for (const [name, button] of Object.entries(buttons)) {
    button.setAttribute("aria-pressed", String(name === side));
    button.querySelector("[data-word]").textContent = name === side ? words.now : side ? words.switch : words.begin;
  }
  const over = presses.at(-1)?.side === "stop";
  after.hidden = !over;
  stop.disabled = !side;
  again.disabled = presses.length === 0;
  if (over) offer();
}

/** What may follow, by the age that the answers have now. */
function offer() {
  const open = after.querySelector("[data-open]");
  if (!open) return;
  const old = Number(box.dataset.until ?? 0) < now();
  open.hidden = old;
  after.querySelector("[data-ask]").hidden = !old;
}

for (const [side, button] of Object.entries(buttons)) button.addEventListener("click", (event) => { event.preventDefault(); press(side); });
stop.addEventListener("click", (event) => { event.preventDefault(); if (running()) press("stop"); });
again.addEventListener("click", (event) => { event.preventDefault(); presses = []; store(); draw(); });
forgetOld();
draw();
setInterval(draw, 1000);
document.addEventListener("visibilitychange", draw);
