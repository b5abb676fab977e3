// What a dose would do to the limits of the label, said before it is saved, as the server says it. A dose is never refused. Pure.
//
// What is not known counts as the most that one dose of the label is: the count is rather too high than too low.
import { NSAID, labels, would } from "../../doses.js";
import { milli } from "../../record/amount.js";
import { day as dayOf, inZone } from "../../record/moment.js";

const NAMES = [["ibuprofen", "ibuprofen"], ["paracetamol", "paracetamol"], ["acetaminophen", "paracetamol"], ["aspirin", NSAID], ["naproxen", NSAID]];
const grouped = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ",");

/** Milligrams as typed; tablets by what one holds; else the most of one dose. */
function amountOf({ amount }, own, substance, medicines, region) {
  const most = () => own?.dose_mg?.[1] ?? labels(medicines, region, substance).reduce((all, { largest }) => Math.max(all, largest), 0);
  const number = amount ? milli(amount) : null;
  const held = number === null ? null : amount.unit === "mg" ? number : amount.unit === "piece" && own?.unit_mg ? number * BigInt(own.unit_mg) : null;
  const up = held === null ? null : Number((held + 999n) / 1000n);
  return up === null || held + 999n < 0n || up > 0xffffffff ? most() : up;
}

/** The dose that an entry tells of; null for none. */
function doseOf(content, at_ms, medicines, region) {
  if (content.kind !== "medicine") return null;
  const typed = content.name.toLowerCase();
  const other = NAMES.find(([name]) => typed.includes(name))?.[1];
  if (content.medicine === undefined && other === undefined) return null;
  const own = medicines.find(({ id }) => id === content.medicine);
  const product = content.medicine === undefined ? { other } : { medicine: content.medicine };
  return { ...product, amount_mg: amountOf(content, own, own?.contains ?? other, medicines, region), at: Math.floor(at_ms / 1000) };
}

/** What to do over each limit that a sum has passed. */
function help(dose, total_mg, medicines, region) {
  const contains = dose.other ?? medicines.find(({ id }) => id === dose.medicine)?.contains;
  const fits = (one) => (one.id === dose.medicine || (one.contains === contains && (dose.medicine === undefined || !one.dose_mg))) && one.regions.includes(region) && one.most_mg_24h && total_mg > one.most_mg_24h;
  return [...new Set(medicines.filter(fits).flatMap(({ overs }) => overs[region]))];
}

/** What is to be said before this is saved. */
export function warnings(content, others, { reader, words, book }) {
  const region = reader.household.settings.region;
  if (!book.regions.has(region) || content.subject.parent === undefined) return [];
  const { medicines } = book.record;
  const dose = doseOf(content, content.at.at_ms, medicines, region);
  if (dose === null) return [];
  const same = others.filter((one) => !one.binned && one.content.subject.parent === content.subject.parent);
  const doses = same.map((one) => doseOf(one.content, one.at.at_ms, medicines, region)).filter((one) => one !== null);
  const now_s = Math.floor(reader.now_ms / 1000);
  const { say, over, too_soon_until: soon, large_mg: large, unit_mg: unit, two_nsaids: two, ask, wait_until: wait } = would(medicines, region, doses, {}, dose, now_s);
  if (say === "fine") return [];
  const when = (at_s) => {
    const moment = inZone(at_s * 1000, reader.zone);
    return `${reader.date(dayOf(moment))} ${reader.clock(moment)}`;
  };
  const REASONS = { too_long: "painkillers-warn-long", unknown_product: "painkillers-reason-unknown-product" };
  return [
    over && words.say("painkillers-warn-over", { total: grouped(over.total_mg), most: grouped(over.most_mg) }),
    soon !== null && (soon > now_s ? words.say("painkillers-warn-soon", { time: when(soon) }) : words.say("painkillers-warn-close")),
    large !== null && words.say("painkillers-warn-large", { most: grouped(large) }),
    unit !== null && words.say("painkillers-warn-part", { mg: grouped(dose.amount_mg), unit: grouped(unit) }),
    two && words.say("painkillers-warn-two"),
    ...ask.map((why) => words.say(REASONS[why] ?? "painkillers-reason-caution-holds")),
    ask.length > 0 && words.say("painkillers-ask-whom"),
    ...(over ? help(dose, over.total_mg, medicines, region) : []),
    wait !== null && wait > now_s && words.say("log-dose-fits", { time: when(wait) }),
  ].filter(Boolean);
}
