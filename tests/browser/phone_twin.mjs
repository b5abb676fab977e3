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
/** A deadline in a title or in a sentence, and from when a result is old. */
const CLOCK = /\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day [0-2][0-9]:[0-5][0-9]\b/g;
const OLD_FROM = / data-old-from="[^"]*"/g;

/** A page without what the clock decides; each element on a line, so that a difference can be read. */
export const plain = (page) => page.replace(/\n/g, '').replace(TIME, '<time></time>').replace(CLOCK, 'CLOCK').replace(OLD_FROM, ' data-old-from').replace(SECONDS, 'SECONDS').replace(/></g, '>\n<').trim();

const nothingChosen = { theme: null, region: null, tone: null };

/** What is compared of an answer; `raw` is the page as it came. */
const answered = ({ status, location, choices }, raw) => Object.defineProperty({ status, location, choices, body: plain(raw) }, 'raw', { value: raw });

/** What a page wants to be kept on the device. */
const chosen = (cookies) => cookies.map((cookie) => cookie.split(';')[0].split('=')).reduce((all, [name, value]) => ({ ...all, [name]: value }), undefined);

/** The first line in which two pages differ, of each. */
function firstDifference(one, other) {
  const [lines, others] = [one.split('\n'), other.split('\n')];
  const at = lines.findIndex((line, at) => line !== others[at]);
  return at < 0 ? ['', others.slice(lines.length).join('\n')] : [lines[at], others[at]];
}

/** Starts a server and opens its book. Further arguments follow `serve`. */
export async function startTwins(...more) {
  const server = await startServer(...more);
  const home = await (await fetch(`${server.url}/`)).text();
  const version = /\/static\/([^/]+)\/app\.css/.exec(home)[1];
  const fetched = await (await fetch(`${server.url}/phone/${version}/book.json`)).json();
  const book = open(fetched, version);

  const now_s = Math.floor(Date.now() / 1000);

  /** Asks the server. */
  async function served({ method, path, fields = [], visitor = nothingChosen }) {
    const cookie = Object.entries(visitor).filter(([, value]) => value !== null).map(([name, value]) => `${name}=${value}`).join('; ');
    const body = method === 'POST' ? new URLSearchParams(fields) : undefined;
    const answer = await fetch(server.url + path, { method, body, redirect: 'manual', headers: { cookie } });
    const { status, headers } = answer;
    return answered({ status, location: headers.get('location') ?? undefined, choices: chosen(headers.getSetCookie()) }, await answer.text());
  }

  /** Asks the phone, or another one (`by`); at the instant at which the twins began, or another (`at_s`). */
  function shown({ method, path, fields = [], visitor = nothingChosen, at_s = now_s, by = respond }) {
    const { status, location, choices, body = '' } = by(book, { method, path, fields, visitor, now_s: at_s });
    return answered({ status, location, choices }, String(body));
  }

  /** Both must be the same; gives what was answered. */
  async function same(request) {
    const [there, here] = [await served(request), shown(request)];
    // Equal pages are the rule; only a difference is worth being taken apart.
    const [mine, theirs] = firstDifference(here.body, there.body);
    assert.deepEqual({ ...here, body: mine }, { ...there, body: theirs }, `${request.method} ${request.path} ${JSON.stringify(request).slice(0, 2000)}\nphone  ${mine}\nserver ${theirs}`);
    return here;
  }

  return { server, fetched, book, now_s, served, shown, same, stop: server.stop };
}

/** The fields of the page's own form, as a browser would send them with the button `name=value`. */
export function formOf(body, button = {}) {
  const unescape = (text) => text.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
  const form = /<form id="answers"[^]*?<\/form>/.exec(body)?.[0] ?? '';
  const hidden = [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)];
  return [...hidden.map(([, name, value]) => [unescape(name), unescape(value)]), ...Object.entries(button)];
}
