// POST /region

/** Keeps the region on this device and shows the numbers again. */
export function handle({ book, field }) {
  const back = { status: 303, location: "/help" };
  const region = field("region");
  return book.regions.has(region) ? { ...back, choices: { region } } : back;
}
