// A result that was left open says so when it has grown old: the same answers may no longer hold.
const note = document.querySelector("[data-old-from]");

function look() {
  if (note && Date.now() >= Date.parse(note.dataset.oldFrom)) note.hidden = false;
}

look();
document.addEventListener("visibilitychange", look);
setInterval(look, 60_000);
