// Forgets everything that this phone keeps for Milkway: doses, sessions, the timer, what was chosen, the answers of this tab.
const button = document.querySelector("[data-forget]");
const done = document.querySelector("[data-forgotten]");

button.hidden = false;
button.addEventListener("click", () => {
  for (const store of [localStorage, sessionStorage]) {
    try { store.clear(); } catch { /* nothing was kept */ }
  }
  button.hidden = true;
  done.hidden = false;
});
