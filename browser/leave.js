// Leave without a trace in Back: the link works without this, this only makes it quicker and quieter.
const leave = document.querySelector("a[data-leave]");
const go = () => {
  try { sessionStorage.clear(); } catch { /* nothing was kept in this tab */ }
  location.replace(leave.href);
};
let presses = [];

if (leave) {
  leave.addEventListener("click", (event) => {
    event.preventDefault();
    go();
  });
  // Esc pressed three times within two seconds does the same.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.repeat) return;
    presses = [...presses, event.timeStamp].slice(-3);
    if (presses.length === 3 && event.timeStamp - presses[0] <= 2000) go();
  });
}
