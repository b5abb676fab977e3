// How the painkiller page says and draws things: words that were handed over, numbers, spans, clock times, elements.

const SVG = "http://www.w3.org/2000/svg";

/** An element with properties, classes and children; what is null or false is left out. */
export function el(name, { class: classes, on = {}, data = {}, ...props } = {}, ...children) {
  const one = document.createElement(name);
  if (classes) one.className = classes;
  for (const [key, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (key in one && typeof value !== "string") one[key] = value;
    else one.setAttribute(key, value);
  }
  for (const [event, act] of Object.entries(on)) one.addEventListener(event, act);
  Object.assign(one.dataset, data);
  one.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return one;
}

function svg(name, attributes, ...children) {
  const one = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) one.setAttribute(key, value);
  one.append(...children);
  return one;
}

/** An icon of the sprite. */
export const icon = (id, classes = "i") => svg("svg", { class: classes, "aria-hidden": "true" }, svg("use", { href: `#${id}` }));

/** The bar of a limit: as much of the track as is used. */
export function bar(used, most) {
  const percent = Math.min(100, Math.round((used / Math.max(most, 1)) * 1000) / 10);
  return svg("svg", { class: "bar", "aria-hidden": "true" }, svg("rect", { width: `${percent}%`, height: "100%" }));
}

/** Everything that says something, in the words of the page. Digits are the ones that can be typed, whatever the language. */
export function speaker(words, language) {
  const number = new Intl.NumberFormat(language, { numberingSystem: "latn" });
  const { hourCycle } = new Intl.DateTimeFormat(undefined, { hour: "numeric" }).resolvedOptions();
  const clockForm = { hour: hourCycle === "h12" ? "numeric" : "2-digit", minute: "2-digit", hourCycle, numberingSystem: "latn" };
  const form = new Intl.DateTimeFormat(language, clockForm);
  const dayForm = new Intl.DateTimeFormat(language, { weekday: "long", ...clockForm });
  const nearly = 12 * 3600;

  const say = (id, values = {}) => Object.entries(values).reduce((text, [name, value]) => text.replace(`$${name}`, () => value), words[id] ?? id);
  const mg = (amount) => number.format(amount);

  /** A span in hours and minutes, never shorter than it is. */
  function span(seconds) {
    const all = Math.max(0, Math.ceil(seconds / 60));
    const [hours, minutes] = [Math.floor(all / 60), all % 60];
    if (hours === 0) return say("span-minutes", { minutes: String(minutes) });
    return minutes === 0 ? say("span-hours", { hours: number.format(hours) }) : say("span", { hours: number.format(hours), minutes: String(minutes) });
  }

  /** A clock time; with its day when it lies further off than half a day. */
  function time(at, now) {
    const said = (Math.abs(at - now) < nearly ? form : dayForm).format(new Date(at * 1000));
    // Weekday and hours are one phrase, without a comma, and the half of the day stays with its hour.
    return said.replace(",", "").replace(/[\s\u202f]+(?=[AaPp]\.?[Mm])/, "\u00a0");
  }

  /** The words before and after a value that is drawn by itself. */
  function around(id, name, values = {}) {
    const [before, after = ""] = say(id, values).split(`$${name}`);
    return [before, after];
  }

  return { say, mg, span, time, around };
}
