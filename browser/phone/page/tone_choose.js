// POST /tone
import { arriving } from "../arrival.js";
import { ownPath } from "../own_path.js";

const TONES = ["1", "2", "3", "4", "5"];
const [SEE_OTHER, SAME_AGAIN] = [303, 307];

/** Keeps the skin of the drawings on this device, and comes back. */
export const handle = arriving(({ carried, field }) => {
  const [tone, back] = [field("tone"), field("return_to")];
  const location = ownPath(back) ? back : "/relief";
  if (!TONES.includes(tone)) return { status: SEE_OTHER, location };
  // The same form again, at the page it came from: what it carries is not lost.
  return { status: carried.interview === null ? SEE_OTHER : SAME_AGAIN, location, choices: { tone } };
});
