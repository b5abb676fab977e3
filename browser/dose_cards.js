// The cards of the painkiller page: when and how much first, then the last dose, then the bar of 24 hours.

const TAGS = { allowed: "allowed", wait: "wait" };

/** What to do over each limit that a sum has passed, in the words of the protocol; a ceiling says first what it is. */
export function overLines(labels, sum_mg, region) {
  const passed = labels.filter((one) => sum_mg > one.most_mg_24h);
  return [...new Set(passed.flatMap((one) => [one.dose_mg ? null : one.says[region], one.overs[region]]).filter(Boolean))];
}

let el, icon, bar, say, mg, span, time, around, data, act;

/** Hands over what the cards need: elements, words, limits, and what is asked of the page in turn. */
export function begin(page) {
  ({ el, icon, bar } = page.draw);
  ({ say, mg, span, time, around } = page.speak);
  ({ data, act } = page);
}

const medicineOf = (card) => data.medicines.find((one) => one.id === card.medicine);
const nameOf = (card) => medicineOf(card)?.name ?? say(card.contains);

/** The medicine and the ceilings over all products with its substance. */
function labelsOf(card, region) {
  const here = data.medicines.filter((one) => one.contains === card.contains && one.regions.includes(region));
  return here.filter((one) => one.id === card.medicine || !one.dose_mg);
}

function used(card) {
  const values = { most: card.most_mg === null ? "" : mg(card.most_mg) };
  const [before, after] = around(card.most_mg === null ? "used-alone" : "used", "used", values);
  const words = el("span", {}, before, el("b", {}, mg(card.used_mg)), after);
  return el("p", { class: "used" }, card.most_mg === null ? null : bar(card.used_mg, card.most_mg), words);
}

const lastOf = (card, now) => card.last && say("last", { mg: mg(card.last.amount_mg), time: time(card.last.at, now) });

function reasons(card, state) {
  const days = String(medicineOf(card)?.longest_days ?? "");
  const by = state.byCheck.includes(card.contains);
  return card.reasons.map((why) => (why === "caution_holds" && by ? say("by-check") : say(`reason-${why.replaceAll("_", "-")}`, { days })));
}

/** The hours that had to pass behind the last dose: more after a larger one, where the label says so. */
function gapBehind(medicine, last) {
  const [from, hours] = medicine?.gap_hours_after ?? [Infinity, 0];
  return last?.amount_mg >= from ? Math.max(hours, medicine.gap_hours) : medicine?.gap_hours;
}

/** The figure, and the lines under it. */
function told(card, state, now) {
  const gap = gapBehind(medicineOf(card), card.last);
  const last = lastOf(card, now);
  switch (card.verdict) {
    case "allowed":
      return [say("now", { mg: mg(card.up_to_mg) }), [[last, last && say("gap", { hours: String(gap) })].filter(Boolean).join(" ")]];
    case "wait":
      return [
        say("from", { time: time(card.until, now) }),
        [`${say("in-up-to", { span: span(card.until - now), mg: mg(card.up_to_mg) })} ${last ?? ""}`.trim(), card.why === "day" && say("why-day")],
      ];
    case "ask_first":
      return [say("ask"), [...reasons(card, state), say("ask-whom"), last]];
    default:
      return [say("free"), [say("follow-pack"), last]];
  }
}

const tooMuch = (card) => card.most_mg !== null && card.used_mg > card.most_mg;

function over(card, region) {
  const lines = overLines(labelsOf(card, region), card.used_mg, region);
  return el("p", { class: "error" }, icon("u6", ""), el("span", {}, lines.length > 0 ? lines.join(" ") : say("over")));
}

function label(card, region) {
  const labels = labelsOf(card, region);
  const source = (one) => {
    const words = el("span", {}, one.read ? one.short : `${one.short}, ${say("source-unread")}`);
    const classes = `source${one.read ? "" : " unread"}`;
    return one.href ? el("a", { class: classes, href: one.href, rel: "noreferrer" }, words) : el("span", { class: classes }, words);
  };
  const own = labels.filter((one) => one.id === card.medicine);
  const key = card.medicine ?? card.contains;
  return labels.length === 0 ? null : el("details", { data: { key } },
    el("summary", { id: `label-${key}` }, say("label")),
    el("ul", { class: "bullets" }, own.flatMap((one) => one.label).map((line) => el("li", {}, line))),
    labels.map((one) => el("p", { class: "small" }, [one.says[region], one.overs[region]].filter(Boolean).join(" "))),
    el("p", { class: "sources" }, labels.flatMap((one) => one.sources).map(source)));
}

function card(one, state, now) {
  const [figure, lines] = told(one, state, now);
  const name = nameOf(one);
  const id = `card-${one.medicine ?? one.contains}`;
  const tag = TAGS[one.verdict];
  const fever = one.ask_for_fever && tag && say("fever", { days: String(medicineOf(one)?.longest_days_fever) });
  const again = one.verdict === "ask_first" && one.reasons.includes("caution_holds") && !state.byCheck.includes(one.contains);
  return el("section", { class: "medicine", "aria-labelledby": id },
    el("div", { class: "named" }, el("h2", { id, tabindex: "-1", data: { of: one.contains } }, name), tag && el("span", { class: `tag ${tag}` }, say(tag))),
    el("p", { class: "figure" }, figure),
    lines.filter(Boolean).map((line) => el("p", { class: "small" }, line)),
    fever && el("p", { class: "aside" }, fever),
    used(one),
    tooMuch(one) && over(one, state.region),
    again && el("button", { class: "link", type: "button", id: `again-${one.contains}`, on: { click: () => act.again(one.contains) } }, say("again")),
    label(one, state.region));
}

/** The list of a substance that was not answered, or too long ago. A sum over the limit is told all the same. */
function asked(one, state) {
  const { contains: substance } = one;
  const { list, none } = data.cautions[substance];
  const id = `asked-${substance}`;
  const answer = (said) => () => act.answer(substance, said);
  return el("section", { class: "medicine", "aria-labelledby": id },
    el("h2", { id, tabindex: "-1" }, say("any", { name: say(substance) })),
    one.used_mg > 0 && used(one),
    tooMuch(one) && over(one, state.region),
    el("ul", { class: "bullets" }, list.map((line) => el("li", {}, line))),
    el("div", { class: "stack after" },
      el("button", { class: "btn", type: "button", on: { click: answer("none") } }, none),
      el("button", { class: "btn choice unsure", type: "button", on: { click: answer("some") } }, icon("g-unsure"), say("some"))));
}

/** All cards in their order; where a list is open it stands in the place of its cards. */
export function drawn(cards, state, now) {
  const open = (one) => one.verdict === "ask_first" && one.reasons.includes("cautions_open");
  const seen = new Set();
  return cards.map((one) => {
    if (!open(one)) return card(one, state, now);
    if (seen.has(one.contains)) return null;
    seen.add(one.contains);
    return asked(one, state);
  }).filter(Boolean);
}
