// What is wrong with the last answer.
import { html, when } from "../html.js";

/** The line that says it; nothing for an empty text. */
export const faulty = (error) => when(error, (text) => html`<p class="error" id="error"><svg aria-hidden="true"><use href="#u6"/></svg>${text}</p>`);

/** The same for who hears it: an attribute of what must be answered again. */
export const described = (error) => when(error, () => html` aria-describedby="error"`);
