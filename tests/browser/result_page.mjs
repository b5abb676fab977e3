/** What a result says, read from the page the way a person finds it: by its headings. */

/** @returns {Promise<{banners: {level: number | null, word: string}[], rules: string[], reasons: string[], also: string[], conditions: string[]}>} */
export function readResult(page) {
  return page.evaluate(() => {
    // Blanks only: the unbreakable one between a number and its unit is part of the words.
    const clean = (text) => text.replace(/[ \n\r\t]+/g, ' ').trim();
    const under = (title, inside) => {
      const heads = [...document.querySelectorAll('section h2, summary')];
      const head = heads.find((one) => clean(one.textContent) === title);
      return head === undefined ? [] : [...head.parentElement.querySelectorAll(inside)];
    };
    const sentence = (item) => {
      const copy = item.cloneNode(true);
      copy.querySelectorAll('b, .rule, .sources').forEach((part) => part.remove());
      return clean(copy.textContent);
    };
    const level = (banner) => {
      const found = /\bu([0-6])\b/.exec(banner.className);
      return found === null ? null : Number(found[1]);
    };
    const banners = [...document.querySelectorAll('.banner')];
    return {
      banners: banners.map((one) => ({ level: level(one), word: clean(one.querySelector('.word').textContent) })),
      rules: under('Why', 'li').map((item) => clean(item.querySelector('.rule').textContent)),
      reasons: under('Why', 'li').map(sentence),
      also: under('Also needed', 'li').map(sentence),
      conditions: under('What it could be', 'li').map(sentence),
    };
  });
}
