// Drawings as markup: named for those who cannot see them, turned for the other side.
import { raw } from "../html.js";

const START = "<svg ";
const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** A text inside an attribute. */
const escaped = (text) => text.replace(/[&<>"]/g, (one) => ESCAPES[one]);

/** A drawing with its name; null where there is none. Drawings show the right side; the left is the same one turned. */
export function drawn({ guide }, name, alt, side) {
  const svg = guide.drawings[name];
  if (!svg?.startsWith(START)) return null;
  return raw(`<svg class="drawing${side === "left" ? " flip" : ""}" role="img" aria-label="${escaped(alt)}" ${svg.slice(START.length)}`);
}
