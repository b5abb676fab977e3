// GET /help, and POST /help in mid-check
import { capital } from "../fill/capital.js";
import { kept } from "../fill/screen.js";
import { watch } from "../fill/sign.js";
import { interviewOf, keepTicks } from "../form.js";
import { framed } from "../frame.js";
import { region, voice } from "../interview.js";
import { ownPath } from "../own_path.js";
import { help } from "../part/help.js";
import { stale } from "./trouble.js";

/** What the relief pages carry beside the answers, so that the way back loses nothing. */
const CARRIED = ["done", "pass", "chosen", "side", "before", "feed", "taken", "said"];
/** Dangers of each patient that are shown here. */
const DANGERS_MOST = 8;

/** Numbers first, then the dangers: for someone of whom nothing is known. */
export const handle = ({ book, visitor }) => show(framed(book, visitor), [], "/check");

/** The same in mid-check: it speaks as the check does, names no baby where there is none, and leads back to the question. */
export function handleInCheck(request) {
  const { book, visitor, fields, field } = request;
  const interview = interviewOf(request);
  if (interview === null) return stale(request);
  keepTicks(request, interview);
  const from = ownPath(field("from")) ? field("from") : "/check";
  const carried = fields.filter(([name]) => CARRIED.includes(name));
  return show(framed(book, visitor, voice(book, interview), region(interview)), [...kept(book, interview, field("at") ?? "result"), ...carried], from);
}

function show(frame, fields, backTo) {
  const { voice: { baby }, words } = frame;
  const shell = { title: words.say("help-title"), path: "/help", kept: fields, foot: { dock: "help" } };
  return help(frame, { shell, backTo, parent: dangers(frame, "parent"), baby: baby ? dangers(frame, "baby") : [] });
}

/** The worst signs of the first checklists of a patient: those that the rules call an emergency. */
function dangers(frame, subject) {
  const { protocol: { screens }, findings } = frame.book;
  const listed = screens.filter((screen) => screen.for === subject).flatMap(({ kind }) => kind.list ?? []).map((id) => findings.get(id));
  const worst = listed.filter(({ signs }) => signs.at(-1) !== null).map((finding) => capital(watch(frame, finding, finding.levels.length - 1)));
  return worst.slice(0, DANGERS_MOST);
}
