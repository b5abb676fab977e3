// GET /log, GET and POST /log/:kind: what can be logged, its form, and saving it. Pure: gives a page, or where to go on and what to keep.
import { inZone } from "../../record/moment.js";
import { page } from "../frame.js";
import { html, when } from "../html.js";
import { unknownPage } from "../page/trouble.js";
import { beside, desk, isPrivate, keyOf, shellOf, subjects } from "./desk.js";
import { warnings } from "./dose.js";
import { chosenOf, error, formOf, icon, sprite, stepScripts, style } from "./draw.js";
import { telling } from "./just_saved.js";
import { marks, read, text, written } from "./form.js";

/** The ways on from what was asked back. */
export const ANSWERED = ["typed", "meant", "second"];

/** GET /log */
export function kinds(request) {
  const { frame, reader, words, forms } = desk(request);
  const offered = forms.filter((form) => subjects(reader, form).length > 0);
  const one = ({ name, icon: drawing, title }) => html`<li><a class="btn choice" href="/log/${name}">${icon(`k-${drawing}`)}${words.say(title)}</a></li>`;
  return { status: 200, body: page(frame, shellOf(words.say("log-title"), "/log"), {
    styles: style(frame),
    main: html`${sprite(frame)}<h1>${words.say("log-title")}</h1>${offered.length === 0 && html`<p class="help">${words.say("log-none")}</p>`}<ul class="kinds thumb">${offered.map(one)}</ul>`,
  }) };
}

/** What stands in a new form: now, the household's units, the usual milk. */
function usual(form, who, { reader: { household: { settings }, now_ms, zone } }, once) {
  const [day, clock] = written(inZone(now_ms, zone));
  const units = [settings.volume, settings.mass, settings.length, settings.temperature];
  const preset = (field) => {
    const [name, second] = marks(field);
    if (field.ask === "amount") return [[second, (field.units.includes("mg") ? undefined : field.units.find((unit) => units.includes(unit))) ?? field.units[0]]];
    if (field.path === "bottles.0.milk" && field.need) return [[name, "own"]];
    return field.ask === "time" ? [[name, day]] : [];
  };
  return [["at:shown", `${day} ${clock}`], ...form.fields.flatMap(preset), ["at:day", day], ["at:clock", clock], ["subject", keyOf(who[0])], ["once", once]];
}

/** What buttons mean beyond what they send: one tap ticks its boxes, a chosen medicine brings its name. */
export function spelledOut(form, fields, medicines) {
  const has = (name) => fields.some(([key]) => key === name);
  const quick = text(fields, "quick");
  const ticks = [["wet:flag", ["wet", "both"]], ["dirty:flag", ["dirty", "both"]]].filter(([name, by]) => form.quick.length > 0 && by.includes(quick) && !has(name));
  const all = [...fields, ...ticks.map(([name]) => [name, "yes"])];
  // The name of another one that was chosen before is not hers to correct.
  const typed = text(all, "name:text");
  const isOwn = typed !== "" && !medicines.some(([, name]) => name === typed);
  if (!form.fields.some(({ ask }) => ask === "medicine") || isOwn) return all;
  const named = medicines.find(([id]) => id === text(all, "medicine:text"));
  return named ? [...all.filter(([key]) => key !== "name:text"), ["name:text", named[1]]] : all;
}

/** What is wrong, in one sentence after the other. */
export const wrongs = (wrong, words) => wrong.map(({ message, field }) => words.say(message, { field: words.say(field) })).join(". ");

function draw(here, form, who, fields, { status = 200, said = "", back = [] } = {}) {
  const { frame, reader, words } = here;
  const [title, path] = [words.say(form.title), `/log/${form.name}`];
  const hidden = ["at:shown", "once"].map((name) => [name, text(fields, name)]);
  return { status, body: page(frame, shellOf(title, path), {
    styles: html`${style(frame, "relief.css")}${style(frame)}`,
    scripts: stepScripts(frame, form),
    main: html`${form.quick.length > 0 && sprite(frame)}<h1>${title}</h1>${isPrivate(reader, form, who) && html`<p class="help">${words.say("log-private")}</p>`}${form.kind === "medicine" && html`<p><a class="link" href="/painkillers">${words.say("log-painkillers")}</a></p>`}${error(said)}${formOf(form, { action: path, hidden, who, isNew: true }, fields, back, here)}`,
  }) };
}

/** GET and POST /log/:kind */
export function handle(request) {
  const here = desk(request);
  const { reader, words, forms, medicines } = here;
  const form = forms.find(({ name }) => name === request.path.split("/")[2]);
  const who = form ? subjects(reader, form) : [];
  if (who.length === 0) return unknownPage(request);
  if (request.method === "GET") return draw(here, form, who, usual(form, who, here, request.fresh()));
  const fields = spelledOut(form, request.fields, medicines);
  const found = read(form, { kind: form.kind }, { fields, now_ms: reader.now_ms, zone: reader.zone });
  const refused = (more) => draw(here, form, who, fields, { status: 422, ...more });
  if (found.wrong.length > 0) return refused({ said: wrongs(found.wrong, words) });
  const chosen = chosenOf(who, fields);
  if (chosen.length === 0) return refused({ said: words.say("log-wrong-who") });
  const lines = warnings({ ...found.content, subject: chosen[0] }, request.record.entries, here);
  const back = lines.length > 0 ? [...found.back, { lines }] : found.back;
  if (back.length > 0 && !ANSWERED.includes(text(fields, "go"))) return refused({ back });
  const once = when(text(fields, "once"), (id) => id) ?? request.fresh();
  const revisions = chosen.map((subject, at) => ({ id: beside(once, 2 * at + 1), entry: beside(once, 2 * at), bases: [], made_at_ms: reader.now_ms, binned: false, content: { ...found.content, subject } }));
  return { status: 303, location: telling("/", revisions.map(({ entry }) => entry)), revisions };
}
