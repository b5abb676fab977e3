// Logging a dose: what, how much, when; and what is said before it is saved. Nothing here leaves the phone.

const MINUTES_MAX = 14 * 24 * 60;

let el, icon, say, mg, time, data, clock, overLines;

/** Hands over what the screen needs: elements, words, limits, the reading of clock times, and what to do over a limit. */
export function begin(page) {
  ({ el, icon } = page.draw);
  ({ say, mg, time } = page.speak);
  ({ data, clock, overLines } = page);
}

const medicineOf = (id) => data.medicines.find((one) => one.id === id);

/** What may be logged in a region: `medicine.ID`, `other.SUBSTANCE`, `other.nsaid`. */
function products(region, kept) {
  const own = data.medicines.filter((one) => one.dose_mg && (one.regions.includes(region) || one.id === kept?.medicine));
  const other = (substance) => say("other", { substance: say(substance).toLowerCase() });
  return [
    ...own.map((one) => ({ value: `medicine.${one.id}`, words: one.name })),
    { value: "other.ibuprofen", words: other("ibuprofen") },
    { value: "other.paracetamol", words: other("paracetamol") },
    { value: "other.nsaid", words: say("nsaid") },
  ];
}

/** A dose in words. */
export function words(dose) {
  if (dose.other === "nsaid") return say("nsaid");
  const small = (text) => text.charAt(0).toLowerCase() + text.slice(1);
  const name = dose.other ? small(say("other", { substance: say(dose.other).toLowerCase() })) : medicineOf(dose.medicine)?.name ?? dose.medicine;
  return say("dose", { mg: mg(dose.amount_mg), name });
}

/** The amounts of a medicine's buttons: whole tablets up to the largest dose. */
function amounts(value) {
  const medicine = medicineOf(value.replace(/^medicine\./, ""));
  if (!medicine) return [];
  return Array.from({ length: Math.floor(medicine.dose_mg[1] / medicine.unit_mg) }, (_, at) => (at + 1) * medicine.unit_mg);
}

const choice = (name, value, text, chosen, on) => {
  const id = `${name}-${value}`;
  return el("span", { class: "one" },
    el("input", { class: "pick", type: "radio", id, name, value, checked: chosen, on: { change: on } }),
    el("label", { for: id, class: "dot" }, text));
};

const field = (id, label, attributes) => el("div", { class: "field", data: { field: id } },
  el("label", { for: id }, label), el("input", { id, type: "text", autocomplete: "off", ...attributes }));

const chosen = (root, name) => root.querySelector(`input[name="${name}"]:checked`)?.value ?? null;
const show = (root, id, yes) => (root.querySelector(`[data-field="${id}"]`).hidden = !yes);

/** Shows the fields that belong to what is chosen. */
function fit(root) {
  const what = chosen(root, "what") ?? "";
  const much = root.querySelector("[data-much]");
  const known = amounts(what);
  if (much.dataset.much !== what) {
    much.dataset.much = what;
    const buttons = known.map((amount) => choice("amount", String(amount), say("mg", { mg: mg(amount) }), false, () => fit(root)));
    const other = choice("amount", "other", say("other-amount"), false, () => fit(root));
    much.querySelector(".row").replaceChildren(...(known.length > 0 ? [...buttons, other] : []));
  }
  much.hidden = what === "" || what === "other.nsaid";
  show(root, "typed-amount", known.length === 0 || chosen(root, "amount") === "other");
  show(root, "typed-ago", chosen(root, "when") === "ago");
  show(root, "typed-clock", chosen(root, "when") === "clock");
}

function fillIn(root, dose, now) {
  root.querySelector(`[name=what][value="${dose.medicine ? `medicine.${dose.medicine}` : `other.${dose.other}`}"]`).checked = true;
  fit(root);
  const button = root.querySelector(`[name=amount][value="${dose.amount_mg}"]`) ?? root.querySelector("[name=amount][value=other]");
  if (button) button.checked = true;
  root.querySelector("#typed-amount").value = dose.amount_mg ? String(dose.amount_mg) : "";
  root.querySelector("[name=when][value=ago]").checked = true;
  root.querySelector("#typed-ago").value = String(Math.max(0, Math.round((now - dose.at) / 60)));
  fit(root);
}

/** The screen of a dose, filled in when one is changed. */
export function screen(region, now, kept) {
  const refit = () => fit(root);
  const group = (name, legend, ...inside) => el("fieldset", { class: "part choices", data: { group: name } }, el("legend", {}, legend), ...inside);
  const much = group("amount", say("how-much"), el("div", { class: "row" }), field("typed-amount", say("amount"), { inputmode: "numeric" }));
  much.dataset.much = "?";
  const whens = [["now", say("when-now")], ["ago", say("when-ago")], ["clock", say("when-clock")]];
  const root = el("div", { class: "dose-form" },
    el("h1", { tabindex: "-1" }, say(kept ? "change-title" : "log")),
    el("div", { data: { error: "" }, "aria-live": "assertive" }),
    group("what", say("what"), el("div", { class: "stack" }, products(region, kept).map(({ value, words: text }) => choice("what", value, text, false, refit)))),
    much,
    group("when", say("when"),
      el("div", { class: "row" }, whens.map(([value, text]) => choice("when", value, text, value === "now", refit))),
      field("typed-ago", say("minutes-ago"), { inputmode: "numeric" }),
      field("typed-clock", say("clock"), { type: "time" })),
    el("p", { class: "small part" }, say("cold")));
  fit(root);
  if (kept) fillIn(root, kept, now);
  return root;
}

const whole = (text) => (/^\d{1,6}$/.test(text.replace(/[,\s\u00a0]/g, "")) ? Number(text.replace(/[,\s\u00a0]/g, "")) : null);

/** When it was, in seconds since 1970; or the id of what is wrong. A dose that is changed keeps its second while its minute is not touched. */
function when(root, now, kept) {
  const [ago, typed] = ["#typed-ago", "#typed-clock"].map((id) => root.querySelector(id).value.trim());
  switch (chosen(root, "when")) {
    case "ago": {
      const minutes = whole(ago);
      if (minutes === null || minutes > MINUTES_MAX) return "error-ago";
      const same = kept && minutes === Math.max(0, Math.round((now - kept.at) / 60)) && kept.at <= now;
      return same ? kept.at : now - minutes * 60;
    }
    case "clock": {
      const told = clock.clockOf(typed);
      return told === null ? "error-clock" : clock.instantOfClock(told.hour, told.minute, now);
    }
    default:
      return now;
  }
}

/** The dose on the screen, or `{ error }` with the id of what is wrong. */
export function read(root, now, kept) {
  const what = chosen(root, "what");
  if (what === null) return { error: "error-what" };
  const [kind, id] = [what.slice(0, what.indexOf(".")), what.slice(what.indexOf(".") + 1)];
  const button = chosen(root, "amount");
  const typed = amounts(what).length === 0 || button === "other";
  const amount = typed ? whole(root.querySelector("#typed-amount").value) : whole(button ?? "");
  const nsaid = what === "other.nsaid";
  if (!nsaid && (amount === null || amount < 1 || amount > 100_000)) return { error: "error-amount" };
  const at = when(root, now, kept);
  if (typeof at === "string") return { error: at };
  return { dose: { [kind]: id, amount_mg: nsaid ? 0 : amount, at } };
}

/** Says what is wrong, above what is wrong. */
export function refuse(root, error) {
  const text = el("p", { class: "error", id: "error" }, icon("u6", ""), el("span", {}, say(error)));
  root.querySelector("[data-error]").replaceChildren(text);
  text.scrollIntoView({ block: "center" });
}

/** The lines of a warning. */
function lines(warning, dose, region, now) {
  const { over, too_soon_until: soon, large_mg: large, unit_mg: unit, two_nsaids: two, ask } = warning;
  const contains = dose.other ?? medicineOf(dose.medicine)?.contains;
  const fits = (one) => one.id === dose.medicine || (one.contains === contains && one.regions.includes(region) && !(one.dose_mg && dose.medicine));
  const reason = { too_long: "warn-long", unknown_product: "reason-unknown-product" };
  return [
    over && say("warn-over", { total: mg(over.total_mg), most: mg(over.most_mg) }),
    soon !== null && (soon > now ? say("warn-soon", { time: time(soon, now) }) : say("warn-close")),
    large !== null && say("warn-large", { most: mg(large) }),
    unit !== null && say("warn-part", { mg: mg(dose.amount_mg), unit: mg(unit) }),
    two && say("warn-two"),
    ...ask.map((why) => say(reason[why] ?? "reason-caution-holds")),
    ask.length > 0 && say("ask-whom"),
    ...(over ? overLines(data.medicines.filter(fits), over.total_mg, region) : []),
  ].filter(Boolean);
}

/** The warning before saving, with two honest ways on. */
export function warned(warning, dose, region, now, { save, back }) {
  const until = warning.wait_until;
  const wait = until !== null && until > now ? say("wait-until", { time: time(until, now) }) : say("not-taken");
  return el("section", { class: "warning", role: "alert", tabindex: "-1" },
    el("h2", {}, icon("u6", "stop"), say("before")),
    el("p", { class: "small" }, words(dose)),
    lines(warning, dose, region, now).map((line) => el("p", {}, line)),
    el("div", { class: "stack after" },
      el("button", { class: "btn", type: "button", data: { wait: "" }, on: { click: back } }, wait),
      el("button", { class: "btn", type: "button", data: { took: "" }, on: { click: save } }, say("took"))));
}
