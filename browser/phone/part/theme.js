// The button that changes the colours.
import { html } from "../html.js";
import { kept } from "./kept.js";

const NEXT = { day: "dark", dark: "red", red: "day" };
const ICON = { day: "moon", dark: "moon", red: "sun" };

const button = (words, { name, value, icon, kind }) => html`<button${kind} name="theme" value="${value}" aria-label="${words.say(name)}"><svg class="i" aria-hidden="true"><use href="#i-${icon}"/></svg></button>`;

/** The names of the colours. */
export const THEMES = Object.keys(NEXT);

/** Its form: the page comes back with all that it carries. */
export function theme({ visitor, words }, shell) {
  const now = visitor.theme;
  const buttons = now
    ? button(words, { name: `theme-${now}-to-${NEXT[now]}`, value: NEXT[now], icon: ICON[now] })
    : [
      button(words, { name: "theme-device-to-dark", value: "dark", icon: "moon", kind: html` class="when-light"` }),
      button(words, { name: "theme-device-to-red", value: "red", icon: "moon", kind: html` class="when-dark"` }),
    ];
  return html`<form method="post" action="/theme">${kept(shell)}<input type="hidden" name="return_to" value="${shell.path}">${buttons}</form>`;
}
