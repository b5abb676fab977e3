/**
 * The two doors of the record and the modules of the phone, on a port of their own: what `record_sync.test.mjs` speaks to.
 *
 * This one keeps everything in memory and is strict: what it is sent must have the form that the real doors take, or it refuses the whole.
 * `startRecordServer` is the one place to change for another server: it gives an address, where the modules are, a sign-in for a browser's
 * context, and what the tests need to know of its store.
 */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';

const LOT_MOST = 100;
const PULL_MOST = 40;
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const KINDS = ['feed', 'pump', 'stock', 'nappy', 'weight', 'length', 'head', 'temperature', 'medicine', 'symptom', 'session', 'sleep', 'mood', 'check', 'note'];
const id = (last) => `01990000-0000-7000-8000-${String(last).padStart(12, '0')}`;

/** Who belongs to the household of the tests. */
export const PEOPLE = { mother: { id: id(1), role: 'owner' }, father: { id: id(2), role: 'parent' }, helper: { id: id(3), role: 'helper' } };
export const BABY = id(9);
const DAY_MS = 86_400_000;
/** What is a parent's own until she shares it; what of it counts for longer than the weeks that a phone has with it. */
const PRIVATE = ['symptom', 'mood'];
const WITH_IT_MS = 15 * DAY_MS;

const isWhole = (number) => Number.isSafeInteger(number);
const keysAre = (one, must, may = []) => must.every((key) => key in one) && Object.keys(one).every((key) => [...must, ...may].includes(key));

function isContent({ subject, at, kind }) {
  return Object.keys(subject).length === 1 && isWhole(at.at_ms) && isWhole(at.offset_s) && typeof at.zone === 'string' && KINDS.includes(kind);
}

function isRevision(one) {
  return keysAre(one, ['id', 'entry', 'made_at_ms', 'content'], ['bases', 'binned']) && ID.test(one.id) && ID.test(one.entry) && isWhole(one.made_at_ms) && isContent(one.content);
}

function isPush(said) {
  return keysAre(said, ['device', 'sent_at_ms', 'revisions']) && ID.test(said.device) && isWhole(said.sent_at_ms) && said.revisions.length <= LOT_MOST && said.revisions.every(isRevision);
}

/** What the household has: revisions by their number, in the order in which they came. */
function startStore() {
  let rows = [];
  let pushes = [];
  let shares = {};

  function put(by, { device, sent_at_ms, revisions }) {
    const now_ms = Date.now();
    pushes.push(revisions.map((one) => one.id));
    const answer = { now_ms, taken: [], refused: [] };
    for (const revision of revisions) {
      if (by.role === 'helper' && revision.binned) {
        answer.refused.push({ id: revision.id, why: 'A helper may not put an entry into the bin.' });
        continue;
      }
      answer.taken.push(revision.id);
      if (rows.some(({ received }) => received.revision.id === revision.id)) continue;
      rows.push({ seq: rows.length + 1, received: { revision, by: by.id, device, skew_ms: sent_at_ms - now_ms } });
    }
    return answer;
  }

  /** Whether a person may see a revision now; `shares`: by the id of a parent, the kinds of hers that the others may see. */
  const maySee = ({ id: who, role }, { received: { by, revision: { content } } }) => {
    const { subject: { parent = who }, kind, at } = content;
    const isOld = role === 'helper' && by !== who && at.at_ms <= Date.now() - DAY_MS;
    return !isOld && (parent === who || !PRIVATE.includes(kind) || (shares[parent] ?? []).includes(kind));
  };
  const scopeOf = ({ id: who, role }) => JSON.stringify([role, Object.entries(shares).filter(([of]) => of !== who)]);
  /** What a phone has with it: by the time that the entry has now. */
  const isLate = ({ received: { revision: { entry } } }) => {
    const { kind, at } = rows.filter(({ received }) => received.revision.entry === entry).at(-1).received.revision.content;
    return kind === 'weight' || at.at_ms >= Date.now() - WITH_IT_MS;
  };

  function after(by, since, isWhole) {
    const news = rows.filter((row) => row.seq > since && (!(isWhole || since === 0) || isLate(row)));
    const lot = news.slice(0, PULL_MOST);
    const household = { id: id(0), people: Object.values(PEOPLE), babies: [{ id: BABY }] };
    const more = news.length > PULL_MOST;
    const helper = by.role === 'helper' ? { others_from_ms: Date.now() - DAY_MS } : {};
    return { now_ms: Date.now(), seq: more ? lot.at(-1).seq : rows.length, more, scope: scopeOf(by), ...helper, revisions: lot.filter((row) => maySee(by, row)), household };
  }

  return {
    put, after, rows: () => rows, pushes: () => pushes,
    share: (who, kinds) => { shares = { ...shares, [PEOPLE[who].id]: kinds }; },
    seenBy: (who) => rows.filter((row) => isLate(row) && maySee(PEOPLE[who], row)).map(({ received }) => received.revision.id),
    restore: (count) => { rows = rows.slice(0, count); },
    clear: () => { rows = []; pushes = []; shares = {}; },
  };
}

const body = (asked) => new Promise((done) => {
  const chunks = [];
  asked.on('data', (some) => chunks.push(some));
  asked.on('end', () => done(Buffer.concat(chunks).toString()));
});

async function push(store, by, asked) {
  let said = null;
  try {
    said = JSON.parse(await body(asked));
    if (!isPush(said)) said = null;
  } catch {
    said = null;
  }
  if (asked.method !== 'POST' || asked.headers['content-type'] !== 'application/json') return [415];
  return said === null ? [422] : [200, store.put(by, said)];
}

async function answerOf(store, asked) {
  const { pathname, searchParams } = new URL(asked.url, 'http://localhost');
  if (pathname === '/') return [200, '<!doctype html><title>A phone</title>', 'text/html'];
  const module = /^\/static\/record\/(\w+\.js)$/.exec(pathname)?.[1];
  if (module) return [200, await readFile(new URL(`../../browser/record/${module}`, import.meta.url), 'utf8'), 'text/javascript'];
  if (!pathname.startsWith('/record/')) return [404];
  const by = Object.values(PEOPLE).find((one) => asked.headers.cookie?.includes(`person=${one.id}`));
  if (by === undefined) return [401];
  if (pathname === '/record/push') return push(store, by, asked);
  return /^\d+$/.test(searchParams.get('since')) ? [200, store.after(by, Number(searchParams.get('since')), searchParams.get('whole') === 'true')] : [400];
}

export async function startRecordServer() {
  const store = startStore();
  const server = createServer(async (asked, answer) => {
    const [status, said = '', kind = 'application/json'] = await answerOf(store, asked);
    answer.writeHead(status, { 'content-type': kind });
    answer.end(typeof said === 'string' ? said : JSON.stringify(said));
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  const url = `http://localhost:${server.address().port}`;
  return {
    url,
    modules: `${url}/static/record`,
    signIn: (context, who) => context.addCookies([{ name: 'person', value: PEOPLE[who].id, url }]),
    signOut: (context) => context.clearCookies(),
    /** Ids of the revisions of each push that it answered. */
    pushes: store.pushes,
    /** Ids of what it has, in the order in which they came. */
    ids: () => store.rows().map(({ received }) => received.revision.id),
    /** From now on a parent shares these kinds of hers and no others. */
    share: store.share,
    /** Ids of what it has and somebody's phone is to have: of the last weeks, and what she may see. */
    seenBy: store.seenBy,
    /** It comes back from a copy that has only so many. */
    restore: store.restore,
    clear: store.clear,
    stop: () => new Promise((done) => { server.closeAllConnections(); server.close(done); }),
  };
}
