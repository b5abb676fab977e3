// Numbers that hold their order in a language that is written from right to left: `116 123` must not be shown as `123 116`.

const [BEGIN, END] = ["\u2066", "\u2069"];
const BLANK = "[ \u00a0\u202f]";
/** A number with single marks between its digits, the name or the gap of one, or nothing before a unit that stands alone. */
const VALUE = `(?:\\$[a-zA-Z0-9]*|\u0001|(?=°[CF])|(?:(?<![\\p{L}\\p{N}])[+\\-−])?\\d(?:[.,:\\-]?\\d|${BLANK}\\d)*)`;
const UNIT = `(?:${BLANK}?(?:°C|°F|mg|ml|kg|cm|mm|%)(?![\\p{L}\\p{N}]))`;
const PIECE = new RegExp(`${VALUE}${UNIT}?`, "gu");
/** What stays in order by itself, or is held when it is filled in. */
const isPlain = (piece) => piece === "" || /^[\d.,:]+$/.test(piece) || (/^[$\u0001]/.test(piece) && !new RegExp(`${UNIT}$`, "u").test(piece));

/** Holds together every number that has blanks, hyphens, a sign or a unit. What is held already stays as it is. */
export const hold = (text) => (text.includes(BEGIN) ? text : text.replace(PIECE, (piece) => (isPlain(piece) ? piece : BEGIN + piece + END)));
