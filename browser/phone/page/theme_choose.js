// POST /theme
import { ownPath } from "../own_path.js";
import { THEMES } from "../part/theme.js";
import { again } from "./check_answer.js";

/** Keeps the colours on this device. In a check the page comes back as it was, with every answer. */
export function handle(request) {
  const { field, visitor } = request;
  const theme = field("theme");
  if (!THEMES.includes(theme)) return { status: 400 };
  const choices = { theme };
  const back = ownPath(field("return_to")) ? field("return_to") : "/";
  if (field("kept") === undefined && (field("clinician") === undefined || back === "/check")) return { status: 303, location: back, choices };
  // The same form again, at the page it came from: what it carries is not lost.
  if (back !== "/check") return { status: 307, location: back, choices };
  const page = again({ ...request, visitor: { ...visitor, theme } });
  return "status" in page ? { ...page, choices } : { status: 200, body: page, choices };
}
