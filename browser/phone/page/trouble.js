// Pages that say what went wrong and what to do.
import { VOICE, framed, page } from "../frame.js";
import { html } from "../html.js";

/** An address that is not ours, or not hers. */
export const unknownPage = (request) => show(request, 404, "trouble-unknown", "trouble-unknown-next");
/** An address that is asked in the wrong way. */
export const wrongMethod = (request) => show(request, 405, "trouble-unknown", "trouble-unknown-next");
/** Hidden fields of another version of the questions, or broken ones. */
export const stale = (request) => show(request, 400, "trouble-stale", "trouble-stale-next");
/** A page that could not be drawn. */
export const broken = (request) => show(request, 500, "trouble-broken", "trouble-broken-next");
/** A page that only the server has, while there is no network. */
export const noNetwork = (request) => show(request, 503, "trouble-no-network", "trouble-no-network-next");

/** She wants to sign out while something that she logged has not reached the server. */
export const unsent = ({ book, visitor }) => show({ book: withRecord(book), visitor }, 409, "record-unsent", "record-unsent-next");

/** The words of the record are there as soon as somebody keeps one. */
const withRecord = (book) => ({ ...book, words: { ...book.words, ...book.record?.words } });

function show({ book, visitor }, status, what, next) {
  const frame = framed(book, visitor, { ...VOICE, baby: false });
  const { words } = frame;
  const shell = { title: words.say(what), path: "/", foot: { dock: "elsewhere" } };
  const body = page(frame, shell, {
    main: html`<h1>${words.say(what)}</h1>
<p class="help">${words.say(next)}</p>
<div class="stack thumb"><a class="btn act" href="/check">${words.say("home-start")}</a><a class="btn" href="/">${words.say("trouble-home")}</a></div>
<p class="small">${words.count("trouble-status", status)}</p>`,
  });
  return { status, body };
}
