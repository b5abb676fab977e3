// Leads through a session one act at a time: ring and seconds, pause, back, skip, a short pulse at each step, a voice on request, a screen that stays awake.
// Without this the acts stand on the page as a list with pictures.
const list = document.querySelector(".moves");
const moves = [...list.children];
const words = document.querySelector("[data-words]").dataset;
const find = (name) => document.querySelector(`[data-${name}]`);
const [progress, step, pause, skip, back, end, voice, said] = ["progress", "step", "pause", "skip", "back", "end", "voice", "said"].map(find);
const TICK_MS = 250;
const PULSE_MS = 80;
const SESSIONS = "milkway.sessions";
const PLACE = "milkway.place";
/** A place is come back to within this time: a page that was loaded again, other colours. */
const BACK_MS = 15 * 60 * 1000;
/** A session that is left after as much counts as done. */
const COUNTS_S = 60;
const { session: code } = document.querySelector("[data-session]").dataset;

let at = -1;
let left = null;
let until = null;
let speaks = false;
let awake = null;
let over = false;
let returns = false;

const secondsOf = (move) => Number(move.dataset.seconds ?? 0);
const clock = (s) => `${Math.floor(s / 60)}:${String(s % 60).padStart(2, "0")}`;
const paused = () => left !== null && until === null;

function speak() {
  if (!speaks || !("speechSynthesis" in globalThis)) return;
  speechSynthesis.cancel();
  const text = [...moves[at].querySelectorAll("h2, .how")].map((one) => one.textContent.trim()).join(". ");
  speechSynthesis.speak(Object.assign(new SpeechSynthesisUtterance(text), { lang: document.documentElement.lang }));
}

async function stayAwake() {
  try { awake ??= await navigator.wakeLock?.request("screen"); } catch { awake = null; }
  awake?.addEventListener("release", () => { awake = null; });
}

/** Shows one act and starts its clock, or goes on with it where it was left. */
function show(next, rest = secondsOf(moves[next])) {
  at = next;
  const move = moves[at];
  moves.forEach((one) => one.toggleAttribute("data-current", one === move));
  left = rest > 0 ? rest : null;
  until = left === null ? null : Date.now() + left * 1000;
  const number = Number(move.dataset.number);
  const share = Math.min(96, Math.max(4, (100 * number) / Number(list.dataset.total)));
  progress.querySelector(".run").setAttribute("x2", `${share}%`);
  progress.querySelector(".node").setAttribute("cx", `${share}%`);
  step.textContent = words.wordStep.replace(/\d+/, String(number));
  // What must not be done twice has no way back into it.
  const before = moves[at - 1];
  back.disabled = before === undefined || move.dataset.once !== undefined || before.dataset.once !== undefined;
  move.querySelector("h2").focus({ preventScroll: true });
  scrollTo(0, 0);
  navigator.vibrate?.(PULSE_MS);
  said.textContent = "";
  speak();
  draw();
}

/** The clock, the ring and the words on the buttons, as they are now. */
function draw() {
  const move = moves[at];
  const whole = secondsOf(move);
  if (until !== null) left = Math.max(0, Math.ceil((until - Date.now()) / 1000));
  if (left !== null) {
    move.querySelector("[data-left]").textContent = clock(left);
    move.querySelector(".turn").setAttribute("stroke-dasharray", `${(100 * left) / whole} 100`);
  }
  document.body.classList.toggle("paused", paused());
  const last = at === moves.length - 1;
  pause.querySelector("svg").toggleAttribute("hidden", left === null || paused());
  pause.querySelector("span").textContent = left === null ? (last ? end.textContent : words.wordNext) : paused() ? words.wordOn : words.wordPause;
  skip.querySelector("span").textContent = words.wordSkip;
  skip.hidden = left === null;
}

function forward() {
  if (at + 1 < moves.length) show(at + 1);
  else finish();
}

function finish() {
  over = true;
  until = null;
  globalThis.speechSynthesis?.cancel();
  end.click();
}

/** Where she was in this tab a short while ago; the first act otherwise. */
function place() {
  try {
    const { code: of, act, rest, ms } = JSON.parse(sessionStorage.getItem(PLACE));
    const age = Date.now() - ms;
    if (of === code && moves[act] && age >= 0 && age < BACK_MS) return [act, Math.min(rest || 1, secondsOf(moves[act]))];
  } catch { /* there is none */ }
  return [0];
}

/** What was left in its midst was done, too: the next one needs its rest. The page at the end says it better. */
function leave() {
  try {
    if (over) sessionStorage.removeItem(PLACE);
    else sessionStorage.setItem(PLACE, JSON.stringify({ code, act: at, rest: left, ms: Date.now() }));
    const spent = moves.slice(0, at).reduce((sum, move) => sum + secondsOf(move), secondsOf(moves[at]) - (left ?? 0));
    if (returns || (!over && spent < COUNTS_S)) return;
    const one = { code, at: Math.floor(Date.now() / 1000), left: true };
    const all = JSON.parse(localStorage.getItem(SESSIONS) ?? "[]");
    const others = Array.isArray(all) ? all.filter((known) => !(known?.left && known.code === code && one.at - known.at < BACK_MS / 1000)) : [];
    localStorage.setItem(SESSIONS, JSON.stringify([...others, one]));
  } catch { /* this phone keeps nothing */ }
}

function tick() {
  if (until !== null) {
    draw();
    if (left === 0) forward();
  }
}

pause.addEventListener("click", () => {
  if (left === null) return forward();
  if (paused()) {
    until = Date.now() + left * 1000;
  } else {
    until = null;
    said.textContent = words.wordPaused;
  }
  draw();
});
skip.addEventListener("click", forward);
back.addEventListener("click", () => show(at - 1));
voice.addEventListener("click", () => {
  speaks = !speaks;
  label();
  if (speaks) speak();
  else globalThis.speechSynthesis?.cancel();
});

function label() {
  voice.querySelector("span").textContent = speaks ? words.wordVoiceOff : words.wordVoiceOn;
  voice.setAttribute("aria-pressed", String(speaks));
}

list.classList.add("playing");
for (const one of [progress, pause, skip]) one.hidden = false;
voice.hidden = !("speechSynthesis" in globalThis);
find("no-voice").hidden = !voice.hidden;
end.hidden = true;
label();
show(...place());
setInterval(tick, TICK_MS);
stayAwake();
document.addEventListener("visibilitychange", () => { if (!document.hidden) { stayAwake(); tick(); } });
document.querySelector("[form=answers][value=stop]").addEventListener("click", () => { over = true; });
// Other colours: she is back at once.
document.querySelector("[name=theme]")?.form.addEventListener("submit", () => { returns = true; });
addEventListener("pagehide", leave);
