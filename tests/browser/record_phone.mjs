/** A phone with the modules of the record in it, and entries to log on it. */
import { uuids } from '../../browser/record/uuid.js';
import { BABY, PEOPLE } from './record_server.mjs';

export const MINUTE_MS = 60_000;
export const newId = uuids(Date.now, (bytes) => crypto.getRandomValues(bytes));

/** A first saving of a feed that began then; `more` changes the revision. */
export function feed(at_ms, { content = {}, ...more } = {}) {
  const at = { at_ms, zone: 'Europe/London', offset_s: 0 };
  return { id: newId(), entry: newId(), made_at_ms: at_ms, content: { subject: { baby: BABY }, at, kind: 'feed', left_s: 300, ...content }, ...more };
}

/** A later saving of the same entry. */
export const change = (revision, more) => ({ ...revision, id: newId(), bases: [revision.id], made_at_ms: revision.made_at_ms + 1_000, ...more });

/** Puts the modules into a page and opens the record there as `window.record`; the page's clock may be wrong. */
export async function wake(page, server, { ahead_ms = 0 } = {}) {
  await page.goto(`${server.url}/`);
  await page.evaluate(async ([modules, ahead]) => {
    const [{ outbox }, { push, pull, sync }] = await Promise.all(['outbox.js', 'sync.js'].map((name) => import(`${modules}/${name}`)));
    const [box, now_ms] = [outbox(), () => Date.now() + ahead];
    window.record = { ...box, now_ms, push: (...more) => push(fetch, box, now_ms, ...more), pull: () => pull(fetch, box), sync: (...more) => sync(fetch, box, now_ms, ...more) };
  }, [server.modules, ahead_ms]);
  return page;
}

/** A phone of somebody's own, signed in. */
export async function startPhone(browser, server, who, options = {}) {
  const context = await browser.newContext();
  await server.signIn(context, who);
  const page = await wake(await context.newPage(), server, options);
  await call(page, 'set', { person: PEOPLE[who].id, device: newId() });
  return page;
}

/** Calls the record in a page. */
export const call = (page, name, ...given) => page.evaluate(([what, all]) => window.record[what](...all), [name, given]);
