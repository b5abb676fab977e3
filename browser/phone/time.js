// Clock times of deadlines: always an instant a person can read, never only a span.
const DAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
/** The years that the server can name. */
const [FIRST_S, LAST_S] = [-377_705_023_201, 253_402_207_200];
const two = (number) => String(number).padStart(2, "0");

/** An instant in seconds since 1970, in this device's own zone: { datetime, words }; null for one that no calendar reaches. */
export function instant(words, at_s) {
  const seconds = Number(at_s);
  if (!(seconds >= FIRST_S && seconds <= LAST_S)) return null;
  const then = new Date(seconds * 1000);
  const said = { day: words.say(DAYS[then.getDay()]), time: `${two(then.getHours())}:${two(then.getMinutes())}` };
  return { datetime: then.toISOString().replace(".000", ""), words: words.say("day-and-time", said) };
}
