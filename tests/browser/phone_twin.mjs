/**
 * The same request to the server and to the phone: both must answer with the same page.
 *
 * What only the clock decides (times, seconds since 1970) and line ends between elements are the same in every page and are not compared.
 */
import assert from 'node:assert/strict';
import { open } from '../../browser/phone/book.js';
import { respond } from '../../browser/phone/respond.js';
import { startServer } from './server.mjs';

const SECONDS = /\b1[0-9]{9}\b/g;
const TIME = /<time datetime="[^"]*">[^<]*<\/time>/g;

/** A page without what the clock decides; each element on a line, so that a difference can be read. */
const plain = (page) => page.replace(/\n/g, '').replace(TIME, '<time></time>').replace(SECONDS, 'SECONDS').replace(/></g, '>\n<').trim();

const nothingChosen = { theme: null, region: null, tone: null };

/** Starts a server and opens its book. Further arguments follow `serve`. */
export async function startTwins(...more) {
  const server = await startServer(...more);
  const home = await (await fetch(`${server.url}/`)).text();
  const version = /\/static\/([^/]+)\/app\.css/.exec(home)[1];
  const book = open(await (await fetch(`${server.url}/phone/${version}/book.json`)).json(), version);

  /** Asks the server. */
  async function served({ method, path, fields = [], visitor = nothingChosen }) {
    const cookie = Object.entries(visitor).filter(([, value]) => value !== null).map(([name, value]) => `${name}=${value}`).join('; ');
    const body = method === 'POST' ? new URLSearchParams(fields) : undefined;
    const answer = await fetch(server.url + path, { method, body, redirect: 'manual', headers: { cookie } });
    return { status: answer.status, location: answer.headers.get('location') ?? undefined, body: plain(await answer.text()) };
  }

  /** Asks the phone. */
  function shown({ method, path, fields = [], visitor = nothingChosen }) {
    const { status, location, body = '' } = respond(book, { method, path, fields, visitor, now_s: Math.floor(Date.now() / 1000) });
    return { status, location, body: plain(String(body)) };
  }

  /** Both must be the same; gives what was answered. */
  async function same(request) {
    const [there, here] = [await served(request), shown(request)];
    assert.deepEqual(here, there, `${request.method} ${request.path} ${JSON.stringify(request.fields ?? []).slice(0, 600)}`);
    return here;
  }

  return { server, book, served, shown, same, stop: server.stop };
}

/** The fields of the page's own form, as a browser would send them with the button `name=value`. */
export function formOf(body, button = {}) {
  const unescape = (text) => text.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
  const form = /<form id="answers"[^]*?<\/form>/.exec(body)?.[0] ?? '';
  const hidden = [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)];
  return [...hidden.map(([, name, value]) => [unescape(name), unescape(value)]), ...Object.entries(button)];
}
