// GET /about
import { framed, page, scripts } from "../frame.js";
import { html } from "../html.js";

/** What Milkway is, what it is not, and what happens with the answers. */
export function handle({ book, visitor }) {
  const frame = framed(book, visitor);
  const { words } = frame;
  const { protocol, version, fingerprint } = book.protocol;
  const shell = { title: words.say("about-title"), path: "/about", foot: { dock: "more" } };
  const heads = (...ids) => ids.map((id) => (id.endsWith("-title") ? html`<h2>${words.say(id)}</h2>` : html`<p>${words.say(id)}</p>`));
  return page(frame, shell, {
    scripts: scripts(frame, "forget.js"),
    main: html`<div class="prose"><h1>${words.say("about-title")}</h1>${heads("about-what", "about-not-title", "about-not-diagnosis", "about-not-seen")}
<p><strong>${words.say("not-reviewed")}</strong></p>${heads("about-answers-title", "about-answers", "about-answers-server", "about-phone-title", "about-phone")}
<p class="after"><button class="btn" type="button" data-forget hidden>${words.say("about-forget")}</button></p>
<p role="status" data-forgotten hidden>${words.say("about-forgotten")}</p><h2 id="alone">${words.say("about-alone-title")}</h2>${heads("about-alone", "about-alone-install", "about-alone-secure", "about-alone-how", "about-leave-title", "about-leave", "about-rules-title", "about-rules")}
<p class="after"><a class="btn" href="/about/safety">${words.say("about-safety")}</a></p>
<p class="after"><a class="btn" href="/evidence">${words.say("evidence-title")}</a></p>
<p class="small">${words.say("protocol-line", { protocol: `${protocol} ${version}`, fingerprint })}</p></div>`,
  });
}
