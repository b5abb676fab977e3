/** What a reader of another language, or of larger text, would find wrong with a page, measured in the page. */

/** Kinds of page that hold every kind of part. */
export const PARTS = [
  'home', 'help', 'about', 'who', 'list with ticks', 'question with how to tell', 'pain scale', 'temperature', 'number',
  'result 1', 'result 6', 'relief', 'card of light touch', 'session before its start', 'session score', 'session running', 'session stop rule',
  'feed running', 'painkillers with doses', 'a dose with a warning', 'more', 'short page with a table',
];

/**
 * Words in Latin letters that are shown or read aloud, where nothing Latin should be: text that has passed through no file of words.
 * Names of sources are titles and stay; so do our own name, units, the ids of rules and the fingerprint.
 */
export function latin(page) {
  return page.evaluate(() => {
    const kept = /Milkway|JavaScript|\bEsc\b|\b[mk]?g\b|\bml\b|\bcm\b|°[CF]|\b[A-Z]{1,2}\d{2}\b|\bmastitis \d+\.\d+\.\d+|\b[0-9a-f]{16}\b/g;
    const found = [];
    const look = (text, where) => {
      const rest = text.replace(/[\u2066\u2069]/g, '').replace(kept, '');
      if (/[A-Za-z]/.test(rest)) found.push(`${where}: ${text.trim().slice(0, 80)}`);
    };
    look(document.title, 'title');
    for (const one of document.querySelectorAll('[aria-label], [alt], [title], [placeholder]')) {
      for (const name of ['aria-label', 'alt', 'title', 'placeholder']) look(one.getAttribute(name) ?? '', name);
    }
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const { parentElement: around, data } = texts.currentNode;
      // What is only for the ear counts too; what is not shown at all does not.
      if (around.closest('script, style, .source') || !around.checkVisibility({ visibilityProperty: true })) continue;
      look(data, around.localName);
    }
    return found;
  });
}

/** Controls whose words do not fit into them. */
export function cutOff(page) {
  return page.evaluate(() => {
    const controls = [...document.querySelectorAll('button, a[href], summary, .one label, .tick + label, .tag, select')];
    const shown = controls.filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.matches('.skip'));
    const out = shown.filter((one) => {
      const box = one.getBoundingClientRect();
      const words = document.createRange();
      words.selectNodeContents(one);
      const heard = one.querySelector('.off') !== null && one.childElementCount === 1;
      const rects = one.localName === 'select' || heard ? [] : [...words.getClientRects()].filter((rect) => rect.width > 1.5);
      return one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== 'inline'
        || rects.some((rect) => rect.left < box.left - 1 || rect.right > box.right + 1 || rect.top < box.top - 4 || rect.bottom > box.bottom + 4);
    });
    return out.map((one) => `${one.localName}.${one.className} “${one.textContent.trim().slice(0, 30)}”`);
  });
}

/** Main buttons, answers and fields that cannot be brought to where a thumb hits them. */
export function outOfReach(page) {
  return page.evaluate(() => {
    const controls = [...document.querySelectorAll('.btn, .side, .way, .dock a, .dock button, .tick + label, .one label, .leave, .head button, main input:not([type=hidden]):not(.tick):not(.pick)')];
    const shown = controls.filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.disabled);
    const missed = shown.filter((one) => {
      one.scrollIntoView({ block: 'center', behavior: 'instant' });
      const box = one.getBoundingClientRect();
      const hit = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
      return hit === null || !(one.contains(hit) || hit.contains(one));
    });
    scrollTo(0, 0);
    return missed.map((one) => `${one.localName}.${one.className} “${one.textContent.trim().slice(0, 30)}”`);
  });
}

/** Whether what a selector finds is drawn as its mirror image. */
export function mirrored(page, selector) {
  return page.locator(selector).first().evaluate((one) => one.getScreenCTM().a < 0);
}

/** From the left, where each sign of a text stands, such as `116 123`; nothing where the page does not show it. */
export function places(page, text) {
  return page.evaluate((wanted) => {
    const texts = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const at = texts.currentNode.data.replaceAll('\u00a0', ' ').indexOf(wanted);
      if (at < 0 || !texts.currentNode.parentElement.checkVisibility()) continue;
      return [...wanted].map((_, sign) => {
        const range = document.createRange();
        range.setStart(texts.currentNode, at + sign);
        range.setEnd(texts.currentNode, at + sign + 1);
        return range.getBoundingClientRect().left;
      });
    }
    return [];
  }, text);
}
