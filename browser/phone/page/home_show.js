// GET /
import { framed, page } from "../frame.js";
import { html } from "../html.js";

/** Three questions, one button. */
export function handle({ book, visitor }) {
  const frame = framed(book, visitor);
  const { words } = frame;
  const shell = { title: "Milkway", path: "/", foot: { dock: "home" } };
  return page(frame, shell, {
    main: html`<h1 class="road"><span>${words.say("home-what")}</span> <span>${words.say("home-now")}</span> <span>${words.say("home-when")}</span><i></i><i></i><i></i></h1>
<a class="btn act tall" href="/check">${words.say("home-start")}</a>
<p class="small">${words.say("home-promise")}</p>
<div class="pair"><a class="btn soft" href="/relief">${words.say("home-relief")}</a><a class="btn soft" href="/painkillers">${words.say("home-painkillers")}</a></div>`,
  });
}
