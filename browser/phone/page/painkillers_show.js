// GET and POST /painkillers
import { arriving } from "../arrival.js";
import { answered, fieldsOf, frameOf, onward } from "../carry.js";
import { know } from "../interview/settle.js";
import { painkillers } from "../part/painkillers.js";
import { stale } from "./trouble.js";

/**
 * Doses of the server's plain form. Nothing here counts them, so a form that brings some is refused, never shown as if they were not taken.
 * Its answers to the lists may be left out: the card asks again before it tells a time.
 */
const DOSES = ["taken", "product", "amount", "hours", "minutes"];

/** The limits of the region. The page becomes the card by its script, and nothing is sent from then on. */
export const handle = arriving((request) => {
  const { book, fields, field, visitor, carried } = request;
  if (fields.some(([name, value]) => DOSES.includes(name) && value.trim() !== "")) return stale(request);
  const code = field("go") === "region" ? book.regions.get(field("region"))?.id : undefined;
  if (code === undefined) return show(request, request.frame, carried);
  // The region that was chosen on the page is from now on also that of her answers.
  if (carried.interview !== null) know(carried.interview, "region", code);
  const now = { ...carried, ...answered(book, carried.interview) };
  return { status: 200, body: show(request, frameOf(book, { ...visitor, region: code }, now), now), choices: { region: code } };
});

function show({ book }, frame, carried) {
  const shell = { title: frame.words.say("painkillers-title"), path: "/painkillers", kept: fieldsOf(book, onward(carried)), foot: { dock: "elsewhere" } };
  return painkillers(frame, shell, heldByCheck(book, carried));
}

/** Substances that the check has named: yes or not sure. */
function heldByCheck({ painkillers: { by_check } }, { interview }) {
  const named = (finding) => interview !== null && (interview.answers.given.get(finding) ?? 0) !== 0;
  return by_check.filter(({ findings }) => findings.some(named)).map(({ substance }) => substance);
}
