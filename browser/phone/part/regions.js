// The choice of region.
import { html } from "../html.js";
import { kept } from "./kept.js";

/** A form that goes to `action` (`/region`, `/check`, `/painkillers`) with all that the page carries. */
export function regions({ book, region, words, text }, shell, action) {
  const open = region === null ? html`<option value="" selected>${words.say("region-choose")}</option>` : null;
  const one = ({ id, name }) => html`<option value="${id}"${id === region?.id ? html` selected` : null}>${text(name)}</option>`;
  return html`<form class="box part" method="post" action="${action}">${kept(shell)}<div class="field"><label for="region">${words.say("region-ask")}</label><select id="region" name="region">${open}${book.protocol.regions.map(one)}</select></div><button class="btn soft" name="go" value="region">${words.say("region-go")}</button></form>`;
}
