// Tells a form in which zone the phone is, so that days are the family's own.
const zone = document.querySelector("[data-zone]");
if (zone) zone.value = Intl.DateTimeFormat().resolvedOptions().timeZone ?? "";
