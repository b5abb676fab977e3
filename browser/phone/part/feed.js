// A feed timer without any record, drawn.
import { carriedForm, page, reliefStyles, scripts } from "../frame.js";
import { html, when } from "../html.js";
import { time, timed } from "./when.js";

/** What stands in the ring. */
function ring(words, { side, stopped, since, minutes: { left, right } }) {
  const shown = side === "left" ? left : side === "right" ? right : left + right;
  const timer = html`<span class="timer" data-timer>${words.count("minutes", Number(shown))}</span>`;
  if (stopped) return html`<span class="small">${words.say("feed-over")}</span>${timer}`;
  if (side === null) return html`<span class="timer">0:00</span>`;
  const [before, after] = words.around("feed-since", "time");
  return html`<span class="small" data-since>${words.say(side)}${when(since, (then) => html`, ${before}${time(then)}${after}`)}</span>${timer}`;
}

function follows(words, { offer, why, when: then }) {
  const go = (id, kind) => html`<button class="${kind}" form="answers" formaction="/session/light_touch">${words.say(id)}</button>`;
  const ask = html`<p>${words.say("feed-ask")}</p>${go("feed-ask-go", "btn")}`;
  switch (offer) {
    case "open": return html`<div data-open><p>${words.say("feed-offer")}</p>${go("feed-offer-go", "btn act")}</div><div data-ask hidden>${ask}</div>`;
    case "ask": return ask;
    case "check": return html`<p>${words.say("feed-check")}</p><a class="btn" href="/check">${words.say("home-start")}</a>`;
    case "wait": return html`<p>${timed(words, "session-wait", then)}</p>`;
    default: return html`<p>${words.say("feed-closed")}</p><ul class="bullets">${why.map((reason) => html`<li>${reason}</li>`)}</ul>`;
  }
}

function button(words, running, own) {
  const word = running === own ? "feed-now" : running === null ? "feed-begin" : "feed-switch";
  return html`<button class="side ${own}" form="answers" name="go" value="${own}"${running === own && html` aria-pressed="true"`}><b>${words.say(own)}</b><span data-word>${words.say(word)}</span></button>`;
}

/** `one`: of fill/feed.js. */
export function drawFeed(frame, shell, one) {
  const { words } = frame;
  const { offer, side, minutes: { left, right } } = one;
  const until = one.holdsUntil_s === null ? null : html` data-until="${one.holdsUntil_s}"`;
  return page(frame, shell, {
    styles: reliefStyles(frame),
    scripts: scripts(frame, "clock.js", "feed.js"),
    main: html`<h1>${shell.title}</h1><p class="help" data-feed-help>${words.say("feed-help")}</p>
<div class="feed" data-feed="${one.line}" data-offer="${offer.offer}"${until}><div class="ring-box"><svg class="ring" viewBox="0 0 200 200" aria-hidden="true"><circle class="track" cx="100" cy="100" r="88"/><circle class="turn" cx="100" cy="100" r="88" pathLength="100"/></svg><p class="ring-words" role="timer" aria-live="off">${ring(words, one)}</p></div><p class="sides" data-sides>${words.say("feed-sides", { left: Number(left), right: Number(right) })}</p></div>
<section class="after-feed" data-after${!one.stopped && html` hidden`}><h2>${words.say("feed-after")}</h2>${follows(words, offer)}</section>${carriedForm(shell)}
<div class="thumb"><div class="feed-pair" role="group" aria-label="${words.say("feed-which")}">${button(words, side, "left")}${button(words, side, "right")}</div></div>
<p class="off" data-words data-now="${words.say("feed-now")}" data-switch="${words.say("feed-switch")}" data-begin="${words.say("feed-begin")}" data-over="${words.say("feed-over")}"></p>`,
    action: html`<div class="foot-keys two"><button class="btn" form="answers" name="go" value="again" data-feed-again>${words.say("feed-again")}</button><button class="btn act" form="answers" name="go" value="stop" data-feed-stop>${words.say("feed-stop")}</button></div>`,
  });
}
