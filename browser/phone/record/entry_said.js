// An entry in words, as the server says it. Pure. `reader`: of desk.js.
import { milli } from "../../record/amount.js";
import { mirrored } from "./form.js";

const UNITS = { ml: "ml", fl_oz: "fl-oz", g: "g", kg: "kg", lb: "lb", lb_oz: "lb-oz", cm: "cm", in: "in", c: "c", f: "f", mg: "mg", piece: "piece" };
const MEASURES = { volume: ["ml", "fl_oz"], mass: ["g", "kg", "lb", "lb_oz"], length: ["cm", "in"], temperature: ["c", "f"] };
/** The message that names a unit. */
export const unit = (name) => `log-unit-${UNITS[name]}`;

/** No break stands between a number and its unit. */
function written(value, of, words) {
  const blank = value.trim().indexOf(" ");
  if (of === "lb_oz" && blank >= 0) {
    const [pounds, ounces] = [value.trim().slice(0, blank), value.trim().slice(blank + 1)];
    return `${pounds}\u00a0${words.say("log-unit-lb")} ${ounces}\u00a0${words.say("log-unit-fl-oz")}`;
  }
  return `${value}\u00a0${words.say(unit(of))}`;
}

/** As typed. */
export const typed = (amount, words) => written(amount.value, amount.unit, words);

const floor = (num, den) => (num - ((num % den) + den) % den) / den;
const rounded = (num, den) => floor(num * 2n + den, den * 2n);
function decimal(last, digits) {
  if (digits === 0) return String(last);
  const ten = 10n ** BigInt(digits);
  const plain = last < 0n ? -last : last;
  return `${last < 0n ? "-" : ""}${plain / ten}.${String(plain % ten).padStart(digits, "0")}`;
}
/** What one of the last digit is in thousandths of the base, as a fraction, and how many digits stand after the point. */
const LAST = { fl_oz: [295_735_295_625n, 100_000_000n, 1], kg: [10_000n, 1n, 2], lb: [453_592_370n, 10_000n, 1], in: [254n, 1n, 1], cm: [100n, 1n, 1], c: [100n, 1n, 1] };

/** Thousandths of the base unit in another unit, as people write it there; rounded half up. */
export function converted(number, to) {
  if (to === "f") return decimal(rounded(number * 9n + 160_000n, 500n), 1);
  if (to === "lb_oz") {
    const tenths = rounded(number * 160_000n, 453_592_370n);
    return `${tenths / 160n} ${decimal(tenths % 160n, 1)}`;
  }
  const [num, den, digits] = LAST[to] ?? [1_000n, 1n, 0];
  return decimal(rounded(number * den, num), digits);
}

/** As typed, and in the household's unit in brackets when that is another. */
export function measured(amount, { household, words }) {
  const as_typed = typed(amount, words);
  const [name] = Object.entries(MEASURES).find(([, units]) => units.includes(amount.unit)) ?? [];
  const wanted = household.settings[name];
  const number = wanted === undefined || wanted === amount.unit ? null : milli(amount);
  return number === null ? as_typed : `${as_typed} (${written(converted(number, wanted), wanted, words)})`;
}

const MINUTE_S = 60;
const length = (seconds, { words }) => (seconds < MINUTE_S ? words.count("log-said-sec", seconds) : words.count("log-said-min", Math.floor(seconds / MINUTE_S)));
/** Hours and minutes. */
export function long(seconds, { words }) {
  const minutes = Math.floor(seconds / MINUTE_S);
  return minutes < 60 ? words.count("log-said-min", minutes) : words.say("log-said-hours", { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}

/** Seconds on the left and on the right, what runs counted until now. */
export function elapsed({ left_s = 0, right_s = 0, running }, now_ms) {
  const of = (side, over) => over + (running?.side === side ? Math.floor(Math.max(0, now_ms - running.since_ms) / 1000) : 0);
  return [of("left", left_s), of("right", right_s)];
}

const SPOTS = ["middle", "upper-outer", "upper-outer", "outer", "lower-outer", "lower-outer", "bottom", "lower-inner", "lower-inner", "inner", "upper-inner", "upper-inner", "top"];
/** The message of a place: kept as a clinician facing her reads the clock. */
export const spot = (side, place) => `log-spot-${SPOTS[side === "right" ? mirrored(place) : place] ?? "top"}`;

const HEAT = { none: "none", small_patch: "small", wedge_or_large: "large" };
const sides = ([left_s, right_s], reader) => [["left", left_s], ["right", right_s]].filter(([, seconds]) => seconds > 0).map(([side, seconds]) => ({ side, text: length(seconds, reader) }));
const some = (value, say) => (value === undefined || value === null || value === false ? [] : [say(value)]);

const SAYS = {
  feed(one, reader) {
    const { words, now_ms } = reader;
    const [left_s, right_s] = elapsed(one, now_ms);
    const bottles = one.bottles ?? [];
    const atBreast = left_s > 0 || right_s > 0 || one.running || bottles.length === 0;
    const bottle = ({ milk, amount }) => `${amount ? measured(amount, reader) : words.say("log-bottle")}, ${words.say(`log-milk-${milk}`).toLowerCase()}`;
    const drunk = bottles.map(bottle).join("; ");
    const nipple = (side) => some(one[`nipple_${side}`], (found) => `${words.say(`log-nipple-${side}`)}: ${words.say(`log-nipple-${found}`)}`);
    return {
      head: [...(atBreast ? [{ text: words.say("log-feed") }] : []), ...sides([left_s, right_s], reader), ...(drunk === "" ? [] : [{ text: drunk }])],
      small: [...some(one.open, () => words.say("log-said-running")), ...some(one.latch_pain, (pain) => words.count("log-said-latch", pain)), ...nipple("left"), ...nipple("right")],
    };
  },
  pump(one, reader) {
    const { words, now_ms } = reader;
    const of = (side) => some(one[side], (amount) => ({ side, text: measured(amount, reader) }));
    return {
      head: [{ text: words.say("log-pump") }, ...of("left"), ...of("right"), ...some(one.total, (amount) => ({ text: measured(amount, reader) }))],
      small: [...sides(elapsed(one, now_ms), reader).map(({ side, text }) => `${words.say(`log-${side}`)}: ${text}`), ...some(one.open, () => words.say("log-said-running"))],
    };
  },
  nappy({ wet, dirty, colour, dust, blood }, { words }) {
    const how = wet && dirty ? "log-wet-and-dirty" : wet ? "log-wet" : dirty ? "log-dirty" : "log-said-dry";
    return {
      head: [{ text: `${words.say("log-nappy")}, ${words.say(how).toLowerCase()}` }],
      small: [...some(colour, (name) => words.say(`log-stool-${name}`)), ...some(dust, () => words.say("log-dust")), ...some(blood, (much) => `${words.say("log-blood")}: ${words.say(`log-blood-${much}`).toLowerCase()}`)],
    };
  },
  symptom({ side, place, pain, lump, heat_colour, nipple }, reader) {
    const { words } = reader;
    const where = place === undefined ? "" : words.say(spot(side, place));
    return {
      head: [{ text: words.say("log-symptom") }, ...(side ? [{ side, text: where }] : where === "" ? [] : [{ text: where }])],
      small: [
        ...some(pain, (score) => words.count("log-said-pain", score)),
        ...some(lump, (amount) => words.say("log-said-lump", { value: measured(amount, reader) })),
        ...some(heat_colour, (found) => words.say("log-said-heat", { value: words.say(`log-heat-${HEAT[found]}`).toLowerCase() })),
        ...some(nipple, (found) => words.say("log-said-nipple", { value: words.say(`log-nipple-${found}`).toLowerCase() })),
      ],
    };
  },
  session({ code, side, before, after, stopped }, { words }) {
    return {
      head: [{ text: `${words.say("log-session")} ${code}` }, ...(side ? [{ side, text: "" }] : [])],
      small: [...some(before, (pain) => words.count("log-said-before", pain)), ...some(after, (pain) => words.count("log-said-after", pain)), ...some(stopped, () => words.say("log-said-stopped"))],
    };
  },
  mood({ down, little_interest }, { words, line }) {
    const answer = (id, yes) => (yes === undefined ? [] : [words.say(id, { value: words.say(yes ? "log-yes" : "log-no") })]);
    return { head: line(words.say("log-mood")), small: [...answer("log-said-down", down), ...answer("log-said-interest", little_interest)] };
  },
  sleep({ at, end_ms, open }, reader) {
    const { words, line } = reader;
    const slept = end_ms === undefined ? "" : long(Math.max(0, Math.trunc((end_ms - at.at_ms) / 1000)), reader);
    return { head: line(words.say("log-sleep"), slept), small: some(open, () => words.say("log-said-asleep")) };
  },
  temperature: ({ amount }, reader) => ({ head: reader.line(measured(amount, reader)), small: [] }),
  medicine: ({ name, amount }, reader) => ({ head: reader.line(name, amount ? measured(amount, reader) : ""), small: [] }),
  stock: ({ act, place, amount }, reader) => ({ head: [{ text: [reader.words.say(`log-stock-${act}`), reader.words.say(`log-place-${place}`), measured(amount, reader)].join(", ") }], small: [] }),
};
const measuredKind = (content, reader) => ({ head: reader.line(reader.words.say(`log-${content.kind}`), measured(content.amount, reader)), small: [] });
const named = (content, reader) => ({ head: reader.line(reader.words.say(`log-${content.kind}`)), small: [] });

/** What a content says: { head: [{ side, text }], small: [lines] }. */
export function said(content, reader) {
  const line = (...parts) => [{ text: [...parts, reader.subject(content.subject)].filter((part) => part !== "").join(", ") }];
  const say = SAYS[content.kind] ?? (content.amount ? measuredKind : named);
  const { head, small } = say(content, { ...reader, line });
  return { head, small: content.note ? [...small, content.note] : small };
}

/** The line in one piece: `Feed, left 18 min`. */
export const plain = ({ head }, words) => head.map(({ side, text }) => (side ? `${words.say(`log-${side}`).toLowerCase()} ${text}`.trimEnd() : text)).join(", ");
