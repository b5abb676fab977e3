// The frame of a page: how it speaks, which numbers it shows, and what stands on every screen.
import { html, raw, when } from "./html.js";
import { foot } from "./part/foot.js";
import { kept } from "./part/kept.js";
import { theme } from "./part/theme.js";
import { speaker } from "./words.js";

/** The voice of pages that know nothing of who reads: to the parent, with a baby. */
export const VOICE = { toParent: true, baby: true };
const CRISIS_MOST = 1;

/** What one page needs to be framed. A region that is known from the answers goes before the one that was chosen on this phone. */
export function framed(book, visitor, voice = VOICE, named = undefined) {
  const region = book.regions.get(named) ?? book.regions.get(visitor.region) ?? null;
  const at = (voice.toParent ? 0 : 2) + (voice.baby ? 0 : 1);
  /** A text of rules or guide in this voice. */
  const text = (one) => (Array.isArray(one) ? one[at] : (one ?? ""));
  return { book, visitor, voice, region, words: speaker(book, voice), text };
}

/** The numbers of one kind as calls; without a region the phrase that stands for them: a wrong number would be worse. */
export function calls({ book, region, text }, kind) {
  if (region === null) return [{ text: text(book.protocol.phrases[`any_${kind}`]), dial: null }];
  return region[kind].map(({ shown, dial }) => ({ text: text(shown), dial }));
}

/** A file under its version, so that no two are ever mixed. */
export const file = ({ book }, name) => `/static/${book.version}/${name}`;

/** The scripts of a page, after those of every page. */
export const scripts = (frame, ...names) => names.map((name) => html`<script type="module" src="${file(frame, name)}"></script>`);

/** The styles of relief. */
export const reliefStyles = (frame) => html`<link rel="stylesheet" href="${file(frame, "relief.css")}">`;

/**
 * A whole page.
 * `shell`: title, path (where the colours come back to), kept (hidden fields), foot. The rest is markup.
 */
export function page(frame, shell, { styles, scripts: own, mainClass, main, action }) {
  const { book, visitor, words, text } = frame;
  // One row, so that the choices stay under the thumb; *Help now* shows all.
  const crisis = calls(frame, "crisis").slice(0, shell.path === "/help" ? undefined : CRISIS_MOST);
  return html`<!doctype html>
<html lang="${book.language}" dir="${book.direction}"${when(visitor.theme, (name) => html` data-theme="${name}"`)}${when(visitor.tone, (tone) => html` data-tone="${tone}"`)}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${shell.title} · ${text(book.protocol.title)}</title>
<link rel="icon" type="image/svg+xml" href="${file(frame, "icon.svg")}">
<link rel="manifest" href="/manifest.webmanifest">
<link rel="apple-touch-icon" href="${file(frame, "icon-192.png")}">
<link rel="stylesheet" href="${file(frame, "app.css")}">${styles}
${scripts(frame, "leave.js", "alone.js", "carry.js")}${own}
</head>
<body>
${raw(book.sprite)}
<a class="skip" href="#main">${words.say("skip")}</a>
<header class="head">
<a class="mark" href="/" aria-label="${words.say("home-link")}">${raw(book.wordmark)}</a>
${theme(frame, shell)}
<a class="leave" href="${book.leave}" rel="noreferrer" data-leave>${words.say("leave")} <svg class="i" aria-hidden="true"><use href="#i-leave"/></svg></a>
</header>
<main id="main"${when(mainClass, (name) => html` class="${name}"`)}>${alone(words)}${main}${when(crisis, () => html`<p class="crisis"><span>${words.say("crisis-line")}</span>${crisis.map((call) => (call.dial ? html`<a href="tel:${call.dial}">${call.text}</a>` : html`<b>${call.text}</b>`))}</p>`)}</main>
<footer class="foot">${action}${foot(frame, shell)}</footer>
</body>
</html>`;
}

/** Where the page says what keeps the phone from working alone, or that a newer version is here. */
const alone = (words) => html`<div class="aside" role="status" data-alone${["coming", "slow", "failed", "server", "missing", "how", "newer", "newer-later", "use"].map((id) => html` data-${id}="${words.say(`alone-${id}`)}"`)} hidden></div>`;

/** A form that carries what is kept to wherever a button sends it. */
export const carriedForm = (shell) => html`<form id="answers" method="post" action="${shell.path}">${kept(shell)}<input type="hidden" name="from" value="${shell.path}"></form>`;
