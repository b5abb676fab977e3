// Search as you type: what stands on the page is what is searched, and nothing is sent. Without this the form posts, and the server finds the same.
import { find, habits } from "./find.js";

const form = document.querySelector("form[data-find]");
const found = document.querySelector("[data-found]");
const rows = [...document.querySelectorAll("[data-all] .ways > li")];

/** All text of a row, with a blank between its pieces. */
const textOf = (node) => (node.nodeType === Node.TEXT_NODE ? node.data : [...node.childNodes].map(textOf).join(" "));
/** The id that a row leads to is made of words. */
const idOf = (row) => { const { attributes } = row.firstElementChild; return (attributes.href ?? attributes.formaction).value.split("/").at(-1); };
const lines = rows.map((row) => `${textOf(row)} ${idOf(row)}`);
const { skip, same, none, count } = form.dataset;
const own = habits(skip, same);

function show() {
  const typed = form.elements.q.value.trim();
  if (typed === "") return found.replaceChildren();
  const places = find(typed, lines, own);
  const made = (name, more) => Object.assign(document.createElement(name), more);
  if (places.length === 0) return found.replaceChildren(made("p", { className: "box", textContent: none }));
  const list = made("ul", { className: "ways" });
  list.append(...places.map((at) => rows[at].cloneNode(true)));
  return found.replaceChildren(made("h2", { textContent: count.replace("#", String(places.length)) }), list);
}

form.elements.q.addEventListener("input", show);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  show();
});
