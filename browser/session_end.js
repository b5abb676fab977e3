// Notes on this phone that a session was done, and the pain before and after: the next one needs its rest. Nothing is sent.
const SESSIONS = "milkway.sessions";
const MOST = 200;
const TWICE_S = 90;
/** Between the last act and this page lies the question for the pain. */
const ASKED_S = 15 * 60;

/** Whoever pressed twice on the page before has not read the stop rule yet. */
const READ_MS = 600;

const note = document.querySelector("[data-ended]");
const code = document.querySelector("[data-session]")?.dataset.session;
const known = () => { try { return JSON.parse(localStorage.getItem(SESSIONS) ?? "[]").filter((one) => typeof one?.code === "string"); } catch { return []; } };

if (note && code) {
  const { ended, before, after } = note.dataset;
  const score = (typed) => (typed === undefined ? null : Number(typed));
  const one = { code, at: Number(ended), before: score(before), after: score(after) };
  const within = (other, s) => other.code === code && Math.abs(other.at - one.at) < s;
  const all = known().filter((other) => !(other.left && within(other, ASKED_S)));
  // A page that is loaded again is no second session.
  const same = all.some((other) => within(other, TWICE_S));
  try { localStorage.setItem(SESSIONS, JSON.stringify([...all, ...(same ? [] : [one])].slice(-MOST))); } catch { /* this phone keeps nothing: the page still carries it */ }
}

const rule = document.querySelector(".stop-rule")?.closest("form");
if (rule) {
  const early = (event) => { event.preventDefault(); event.stopPropagation(); };
  rule.addEventListener("click", early, true);
  rule.toggleAttribute("data-unread", true);
  setTimeout(() => {
    rule.removeEventListener("click", early, true);
    rule.removeAttribute("data-unread");
  }, READ_MS);
}
