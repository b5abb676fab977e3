// Says every time in the phone's own zone and clock: weekday and hours. The server's words stay where this cannot run.
const { hourCycle } = new Intl.DateTimeFormat(undefined, { hour: "numeric" }).resolvedOptions();
const form = new Intl.DateTimeFormat(document.documentElement.lang, {
  weekday: "long", hour: hourCycle === "h12" ? "numeric" : "2-digit", minute: "2-digit", hourCycle, numberingSystem: "latn",
});

for (const time of document.querySelectorAll("time[datetime]")) {
  const instant = new Date(time.dateTime);
  if (Number.isNaN(instant.getTime())) continue;
  const part = Object.fromEntries(form.formatToParts(instant).map(({ type, value }) => [type, value]));
  const day = part.dayPeriod ? `\u00a0${part.dayPeriod}` : "";
  time.textContent = `${part.weekday} ${part.hour}:${part.minute}${day}`;
}
