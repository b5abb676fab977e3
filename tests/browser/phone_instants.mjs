/**
 * The twins, more strictly: instants are compared too. What was carried must come back to the second; what is "now" may be a second or two apart,
 * as the two were asked one after the other. Of the painkiller page the plain form (`data-plain`) is left out: the phone does not draw it.
 */
import assert from 'node:assert/strict';

const APART_S = 2;
const INSTANTS = /\b(1[0-9]{9})\b|<time datetime="([^"]*)">([^<]*)<\/time>/g;

function instantsOf(raw) {
  return [...raw.matchAll(INSTANTS)].map(([, seconds, datetime, words]) => ({ at_s: seconds ? Number(seconds) : Date.parse(datetime) / 1000, words }));
}

/** The page without what only a browser without scripts, or without a store, is left with, and without what that form carries (`said`). */
function withoutPlain(body) {
  // The server's stands in the page's own form and behind it, the phone's behind it.
  const carried = body.replace(/\s*<input type="hidden" name="said" value="[^"]*">/g, '');
  return carried.replace(/<div data-plain>(?:(?!<form\b)[^])*?<\/form>/, '</form>').replace(/<\/form>\s*<div data-plain>[^]*?<\/div>\s*(?=<p class="crisis">|<\/main>)/, '</form>');
}

/** Where two pages part: a little of each. */
function parting(one, other) {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return [one, other].map((page) => page.slice(Math.max(0, at - 120), at + 240));
}

/** Asks both at this moment; gives the phone's answer, and the request as the phone had it. */
export async function same(twins, request) {
  const there = await twins.served(request);
  const asked = { ...request, at_s: Math.floor(Date.now() / 1000) };
  const here = twins.shown(asked);
  const name = `${request.method} ${request.path} ${JSON.stringify(request).slice(0, 6000)}`;
  const own = (page) => (request.path === '/painkillers' ? withoutPlain(page) : page);
  const [mine, theirs] = [here, there].map(({ body }) => own(body));
  const [line, other] = mine === theirs ? ['', ''] : parting(mine, theirs);
  assert.ok(line === other, `${name}\nphone  ${line}\nserver ${other}`);
  assert.deepEqual({ ...here, body: '' }, { ...there, body: '' }, name);
  const [ours, all] = [here, there].map(({ raw }) => instantsOf(own(raw)));
  assert.equal(ours.length, all.length, name);
  for (const [at, { at_s, words }] of ours.entries()) {
    assert.ok(Math.abs(at_s - all[at].at_s) <= APART_S, `${name}: ${at_s} for ${all[at].at_s}`);
    if (at_s === all[at].at_s) assert.equal(words, all[at].words, name);
  }
  return { here, asked };
}
