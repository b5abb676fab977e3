// Counts the timers of the page: what was over when it was made, and what has run since. It goes on by the clock, so a locked phone loses
// nothing. What the page was made with is the server's clock; the phone's may differ from it.
import { clock, turned_s } from "../turn.js";

const record = () => document.querySelector("[data-record]");
let made = null;
let ahead_ms = 0;

/** How far this clock is ahead of the page's, told by each page anew. */
function ahead() {
  const now = record()?.dataset.now;
  if (now !== made) [made, ahead_ms] = [now, Date.now() - Number(now)];
  return ahead_ms;
}

function draw() {
  const now_ms = Date.now() - ahead();
  for (const one of document.querySelectorAll("[data-ring]")) {
    const { over, since } = one.dataset;
    const run_s = since === undefined ? 0 : Math.max(0, Math.floor((now_ms - Number(since)) / 1000));
    const shown_s = Number(over) + run_s;
    one.querySelector("[data-time]").textContent = clock(shown_s);
    for (const turn of one.querySelectorAll(".turn, .glow")) turn.setAttribute("stroke-dasharray", `${turned_s(shown_s)} 720`);
    one.querySelector(".tip")?.setAttribute("transform", `rotate(${turned_s(shown_s) / 2} 100 100)`);
  }
  for (const link of document.querySelectorAll("[data-refresh]")) link.hidden = true;
}

draw();
setInterval(draw, 1000);
document.addEventListener("visibilitychange", draw);
document.addEventListener("milkway-drawn", draw);
