// The print button shows itself only where it can work; the sentence beside it steps back.
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  for (const hint of document.querySelectorAll("[data-print-hint]")) hint.hidden = true;
  button.addEventListener("click", () => window.print());
}
