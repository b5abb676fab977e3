// Keeps on this phone that a text was read and chosen: who, when, and the mark of the text. It can be taken back; a changed text has another mark and is asked again.
const CHOICES = "milkway.choices";
const all = () => { try { return JSON.parse(localStorage.getItem(CHOICES) ?? "[]").filter((one) => typeof one?.mark === "string"); } catch { return []; } };
const save = (choices) => { try { localStorage.setItem(CHOICES, JSON.stringify(choices)); } catch { /* then it holds for this visit only */ } };

document.querySelector("[data-choose]")?.addEventListener("click", () => {
  const mark = document.querySelector("[data-mark]").value;
  save([...all().filter((one) => one.mark !== mark), { mark, who: "parent", at: Math.floor(Date.now() / 1000) }]);
});

const box = document.querySelector("[data-choice]");
if (box) {
  const chosen = () => all().some(({ mark }) => mark === box.dataset.choice);
  box.hidden = !chosen();
  box.querySelector("[data-withdraw]").addEventListener("click", () => {
    save(all().filter(({ mark }) => mark !== box.dataset.choice));
    box.hidden = true;
  });
}
