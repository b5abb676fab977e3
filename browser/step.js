// − and + beside a reading change it by a tenth; holding repeats. Without this the field is typed.
const field = document.querySelector("[data-reading]");

function step(sign) {
  const fahrenheit = document.querySelector("[type=radio][value=f]")?.checked;
  const typed = Number.parseFloat(field.value.replace(",", "."));
  const value = Number.isNaN(typed) ? (fahrenheit ? 98.6 : 37) : typed + sign / 10;
  field.value = value.toFixed(1);
}

for (const button of document.querySelectorAll("[data-step]")) {
  const sign = Number(button.dataset.step);
  let wait;
  const stop = () => clearTimeout(wait);
  const again = () => { step(sign); wait = setTimeout(again, 120); };
  button.hidden = false;
  button.addEventListener("pointerdown", () => { step(sign); wait = setTimeout(again, 500); });
  for (const end of ["pointerup", "pointerleave", "pointercancel"]) button.addEventListener(end, stop);
  // A keyboard or a reader clicks without a pointer.
  button.addEventListener("click", (event) => { if (event.detail === 0) step(sign); });
}
