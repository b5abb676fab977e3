/** What the eye and the thumb would find wrong with a page, measured in the page. */

/** The smallest target, in CSS pixels. */
const TARGET_PX_MIN = 48;

/** Elements that stand out of the window sideways, and words that stand out of their box. */
export function tooWide(page) {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const scrolls = document.documentElement.scrollWidth > width || document.body.scrollWidth > width;
    const out = [...document.querySelectorAll('body *')].filter((one) => {
      const box = one.getBoundingClientRect();
      const hidden = box.width <= 1 || one.closest('svg, .skip, .off') !== null;
      const cut = one.children.length === 0 && one.clientWidth > 0 && one.scrollWidth > one.clientWidth + 1;
      return !hidden && (box.right > width + 1 || box.left < -1 || cut);
    });
    const named = out.map((one) => `${one.tagName.toLowerCase()}.${one.className} “${one.textContent.trim().slice(0, 30)}”`);
    return scrolls && named.length === 0 ? ['the page scrolls sideways'] : named;
  });
}

/** Targets that are too small to hit. */
export function tooSmall(page) {
  return page.evaluate((least) => {
    const targets = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, summary')];
    const shown = targets.filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.matches('.skip'));
    const small = shown.filter((one) => {
      const box = one.getBoundingClientRect();
      return box.height < least - 0.5 || box.width < least - 0.5;
    });
    return small.map((one) => {
      const box = one.getBoundingClientRect();
      return `${one.tagName.toLowerCase()} “${(one.textContent || one.name).trim().slice(0, 30)}” ${Math.round(box.width)} × ${Math.round(box.height)}`;
    });
  }, TARGET_PX_MIN);
}

/** Marks everything that Tab must reach and returns how many there are; of a group of radios one. */
export function markReachable(page) {
  return page.evaluate(() => {
    const groups = new Set();
    const all = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, summary')];
    const wanted = all.filter((one) => {
      if (!one.checkVisibility({ visibilityProperty: true }) || one.disabled) return false;
      if (one.type !== 'radio') return true;
      const first = !groups.has(one.name);
      groups.add(one.name);
      return first;
    });
    wanted.forEach((one, at) => (one.dataset.wanted = at));
    return wanted.length;
  });
}

/** Where the focus is: its mark, whether it can be seen, and whether the foot hides it. */
export function focused(page) {
  return page.evaluate(() => {
    const one = document.activeElement;
    if (one === null || one === document.body) return null;
    const radio = one.type === 'radio' ? document.querySelector(`[name="${one.name}"][data-wanted]`) : one;
    const ring = (element) => {
      const style = element === null ? null : getComputedStyle(element);
      return style !== null && style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2;
    };
    const foot = document.querySelector('.foot');
    const box = one.getBoundingClientRect();
    const edge = getComputedStyle(foot).position === 'sticky' ? foot.getBoundingClientRect().top : innerHeight;
    const across = foot.getBoundingClientRect().left < box.right && foot.getBoundingClientRect().right > box.left;
    return {
      wanted: radio?.dataset.wanted ?? null,
      name: `${one.tagName.toLowerCase()} “${(one.getAttribute('aria-label') ?? one.textContent ?? '').trim().slice(0, 30)}” ${one.name ?? ''}`,
      visible: ring(one) || ring(one.nextElementSibling),
      under: !foot.contains(one) && across && box.bottom > edge + 1,
    };
  });
}
