// POST /feed and POST /pump-timer
import { inZone } from "../../record/moment.js";
import { buttonOf, press } from "../../record/press.js";
import { babiesOf, mayChange, mayLog, readerOf } from "./frame.js";
import { telling } from "./just_saved.js";

/** Nobody has more babies at once. */
const MOST = 8;
const all = (fields, name) => fields.filter(([key]) => key === name).flatMap(([, value]) => value.split(/\s+/)).filter((id) => id !== "").slice(0, MOST);
const isParent = ({ role }) => ["owner", "parent"].includes(role);

/** Whom a timer is begun for: the babies that the form names, else the youngest; a pump session is the parent's. */
function subjects(record, fields, kind) {
  if (kind === "pump") {
    const reader = readerOf(record);
    const parent = isParent(reader) ? reader : record.household.people.find((one) => isParent(one) && !one.removed);
    return parent ? [{ parent: parent.id }] : [];
  }
  const babies = babiesOf(record);
  const named = all(fields, "baby").filter((id) => babies.some((baby) => baby.id === id));
  return (named.length > 0 ? named : babies.slice(0, 1).map(({ id }) => id)).map((id) => ({ baby: id }));
}

/** One press of a timer's button. */
export function handle({ path, fields, now_ms, record, fresh }) {
  const field = (name) => fields.find(([key]) => key === name)?.[1].trim() ?? "";
  const button = buttonOf(field("act"));
  if (button === null || !mayLog(readerOf(record))) return { status: 303, location: "/", revisions: [] };
  const kind = path === "/pump-timer" ? "pump" : "feed";
  // A moment is the household's, as on the server: home counts by its days.
  const at = inZone(now_ms, record.household.settings.zone);
  const pressed = press(record.entries, { button, kind, named: all(fields, "entry"), shown: all(fields, "revision"), subjects: subjects(record, fields, kind), at });
  const mine = ({ entry }) => entry === undefined || mayChange(readerOf(record), record.entries.find(({ id }) => id === entry));
  const saved = pressed.filter(mine).map(({ begun, entry = null, bases = [], content = begun }) => ({ entry: entry ?? fresh(), bases, content }));
  const revisions = saved.filter(({ content }) => content !== undefined).map(({ entry, bases, content }) => ({ id: fresh(), entry, ...(bases.length > 0 && { bases }), made_at_ms: now_ms, content }));
  return { status: 303, location: telling("/", saved.map(({ entry }) => entry)), revisions };
}
