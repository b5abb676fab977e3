// Search over lines of text that forgives typing errors: crates/ledger/src/find.rs, word for word. Pure: no page, no store, no network.
const MOST_WORDS = 8;
const LONGEST_WORD = 24;
const SHORTEST_BEGINNING = 2;
const SHORTEST_WITHIN = 4;
const SHORTEST_WITH_ONE_WRONG = 4;
const SHORTEST_WITH_TWO_WRONG = 8;

/** Letters and digits between anything else, in small letters. */
const words = (text) => text.toLowerCase().match(/[\p{Alphabetic}\p{N}]+/gu) ?? [];

/** What a language adds: words that say nothing, parted by blanks; groups of words that mean the same, parted by semicolons. */
export const habits = (skip, same) => ({ skip: new Set(words(skip)), same: same.split(";").map(words) });

/** Which lines were found, by their place: the best first, equals in their order. Nothing typed finds nothing. */
export function find(typed, lines, { skip, same }) {
  const all = words(typed).slice(0, MOST_WORDS).map((word) => [...word].slice(0, LONGEST_WORD).join(""));
  const telling = all.filter((word) => !skip.has(word));
  const asked = (telling.length > 0 ? telling : all).map((word) => same.find((group) => group.includes(word)) ?? [word]);
  // Most words stand in many lines: each is looked at once.
  const known = asked.map(() => new Map());
  const of = (at, word) => {
    if (!known[at].has(word)) known[at].set(word, Math.max(...asked[at].map((one) => score(one, word))));
    return known[at].get(word);
  };
  const scored = lines.map((line, place) => {
    const own = words(line);
    const scores = asked.map((_, at) => own.reduce((best, word) => Math.max(best, of(at, word)), 0)).filter((one) => one > 0);
    return { place, count: scores.length, sum: scores.reduce((sum, one) => sum + one, 0) };
  });
  const most = scored.reduce((best, { count }) => Math.max(best, count), 0);
  return scored.filter(({ count }) => most > 0 && count === most).sort((one, other) => other.sum - one.sum || one.place - other.place).map(({ place }) => place);
}

/** How well a word is what was asked for; 0: it is not. */
function score(asked, word) {
  if (asked === word) return 5;
  const letters = [...asked];
  if (letters.length >= SHORTEST_BEGINNING && word.startsWith(asked)) return 4;
  if (letters.length >= SHORTEST_WITHIN && word.includes(asked)) return 3;
  if (letters.length < SHORTEST_WITH_ONE_WRONG || /^\p{N}+$/u.test(asked)) return 0;
  const count = wrong(letters, [...word]);
  if (count === 1) return 2;
  return count === 2 && letters.length >= SHORTEST_WITH_TWO_WRONG ? 1 : 0;
}

/** How many letters are wrong, missing, too many or changed with their neighbour, against the word or a beginning of it. */
function wrong(asked, word) {
  // Another first letter makes a short word another word.
  if (asked.length < SHORTEST_WITH_TWO_WRONG && asked[0] !== word[0]) return Infinity;
  let before = [];
  let above = Array.from({ length: word.length + 1 }, (_, at) => at);
  for (let row = 0; row < asked.length; row += 1) {
    const here = [row + 1];
    for (let column = 0; column < word.length; column += 1) {
      let least = Math.min(above[column] + (asked[row] === word[column] ? 0 : 1), above[column + 1] + 1, here[column] + 1);
      if (row > 0 && column > 0 && asked[row - 1] === word[column] && word[column - 1] === asked[row]) least = Math.min(least, before[column - 1] + 1);
      here.push(least);
    }
    [before, above] = [above, here];
  }
  return Math.min(...above);
}
