// Pages of the ledger, filled for who arrives: without a baby nothing that speaks of one, and what is for clinicians only once asked for.
/** A longer list is folded. */
const MOST_OPEN = 6;
/** What travels on to other pages. */
const ONWARD = ["kept", "done"];

export const capital = (text) => text.slice(0, 1).toUpperCase() + text.slice(1);

/** A short head before a colon, or the whole. */
function headOf(text) {
  const at = text.indexOf(": ");
  const head = text.slice(0, at);
  return at >= 0 && [...head].length <= 32 && !head.includes(".") ? head : text;
}

/** Who reads, and what she may see. */
export function deskOf(request) {
  const { book, frame } = request;
  const { ledger } = book;
  const fields = request.method === "POST" ? request.fields : [];
  const { words, text, voice } = frame;
  const say = words.say;
  const clinician = fields.find(([name]) => name === "clinician")?.[1] === "yes";
  const onward = ONWARD.flatMap((name) => fields.filter(([key, value]) => key === name && value !== "").slice(0, 1));
  const kept = clinician ? [...onward, ["clinician", "yes"]] : onward;

  const isForHer = (one) => clinician || !one.clinician;
  const maySay = (one) => voice.baby || !one.baby;
  const shows = (one) => isForHer(one) && maySay(one);
  const statements = ledger.evidence.filter(shows);
  const claims = ledger.claims.map((one, at) => ({ ...one, number: at + 1 })).filter(maySay);
  const things = ledger.things.filter((one) => voice.baby || !one.needs_baby);

  const judged = (verdict) => verdict && { key: verdict, word: say(`verdict-${verdict}`) };
  const strength = (one) => say(`strength-${one.strength}`);
  const statementRow = (one) => ({
    path: `/evidence/${one.id}`,
    ...(one.claim === null ? { text: one.statement, small: headOf(strength(one)) } : { text: `“${one.claim}”`, small: one.statement }),
    tag: one.basis === "verified" ? "" : say(`basis-${one.basis}-tag`),
    verdict: judged(one.verdict),
  });
  const claimRow = (one) => ({ path: `/article/${one.id}`, text: `“${one.claim}”`, small: say("article-row"), tag: "", verdict: judged(one.verdict) });
  const sourceRow = (one) => ({
    path: `/source/${one.id}`, text: one.short, small: `${say(`kind-${one.kind}`)}, ${one.year}. ${one.title}`,
    tag: one.read ? "" : say("source-unread"), isSource: true,
  });
  const thingRow = (one, kind) => ({ path: `/rests/${one.kind}/${one.id}`, text: capital(text(one.text)), small: kind ? say(`rests-${one.kind}`) : "", tag: "" });
  const thingRows = (list, kind) => list.map((one) => thingRow(one, kind)).filter((row) => row.text !== "");
  const known = (list, ids) => ids.flatMap((id) => list.find((one) => one.id === id) ?? []);

  /** A group whose heading tells the number of its rows; nothing without rows. */
  const group = (title, rows, folded = rows.length > MOST_OPEN) => (rows.length === 0 ? [] : [{ title: `${title} (${rows.length})`, rows, folded }]);
  const thingGroups = (holds) => ledger.kinds.flatMap((kind) =>
    group(say("rests-on-it", { kind: say(`rests-${kind}`) }), thingRows(things.filter((one) => one.kind === kind && holds(one)), false)));

  return {
    frame, words, say, ledger, clinician, statements, claims, things, group, thingGroups, thingRows, judged, strength, statementRow, claimRow, sourceRow,
    isForHer, maySay, shows,
    toCheck: { path: "/article/check", text: say("article-check-title"), small: say("article-check-small"), bare: true },
    beside: (path, name) => ({ path, text: say(`${name}-title`), small: say(`${name}-small`) }),
    statementRows: (ids) => known(ledger.evidence, ids).filter(shows).map(statementRow),
    sourceRows: (ids) => known(ledger.sources, ids).map(sourceRow),
    fact: (name, value, more = {}) => (value === "" ? [] : [{ name: say(name), text: value, ...more }]),
    /** What a page says of what is for clinicians: nothing, a question, or that it is there. */
    forClinicians: (has) => (has ? (clinician ? "shown" : "asked") : null),
    shell: (title, path) => ({ title, path, kept, foot: { dock: "elsewhere" } }),
    up: { path: "/evidence", text: say("evidence-title") },
  };
}
