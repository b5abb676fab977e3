// The hidden fields that carry an interview, and what was said and done beside it.
import { html } from "../html.js";

/** Fields are pairs of name and value. */
export const kept = ({ kept: fields = [] }) => fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`);

/** Whether the page holds answers that its ways on must carry along. */
export const carries = ({ kept: fields = [] }) => fields.some(([name]) => name === "kept");
