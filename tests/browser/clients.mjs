/** People of a household without a browser: what they send, and what they are told. */
import assert from 'node:assert/strict';

/** Somebody with a cookie of her own, or with that of a browser. */
export function client(url, cookie = '') {
  async function ask(path, more = {}) {
    const answer = await fetch(url + path, { redirect: 'manual', ...more, headers: { cookie, origin: url, ...more.headers } });
    const set = answer.headers.getSetCookie().map((one) => one.split(';')[0]).find((one) => one.startsWith('session='));
    if (set) cookie = set;
    return { status: answer.status, body: await answer.text() };
  }
  return {
    url,
    get: (path) => ask(path),
    post: (path, fields) => ask(path, { method: 'POST', body: new URLSearchParams(fields) }),
    json: (path, body) => ask(path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    pull: async () => JSON.parse((await ask('/record/pull?since=0')).body),
  };
}

/** Somebody who is invited, and comes. */
export async function join(owner, invited) {
  const { body } = await owner.post('/people/invite', invited);
  const link = /<p class="once">([^<]+)<\/p>/.exec(body)?.[1];
  assert.ok(link, body);
  const own = client(owner.url);
  const { status } = await own.post(new URL(link).pathname, { new: 'yes', name: invited.name, login: invited.name.toLowerCase(), password: 'a long night 2' });
  assert.equal(status, 200);
  return own;
}
