// The toast goes by itself after a while, but never from under a finger or the focus. Undo stands in the row too.
const STAYS_MS = 20_000;
const toast = document.querySelector("[data-toast]");

if (toast) {
  let going = setTimeout(() => toast.remove(), STAYS_MS);
  const hold = () => clearTimeout(going);
  const release = () => { hold(); going = setTimeout(() => toast.remove(), STAYS_MS); };
  for (const name of ["focusin", "pointerenter"]) toast.addEventListener(name, hold);
  for (const name of ["focusout", "pointerleave"]) toast.addEventListener(name, release);
}
