/** A household on a server of its own, made through the pages as its owner makes it. */
import { startServer } from './server.mjs';

/** The code that the server prints for the first owner. */
const CODE = /\b[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}\b/;

/** Starts a server with a household. `baby`: a name, or empty for none. Gives the server, and the cookie of the owner's browser. */
export async function startHome({ baby = 'Noa', units = 'metric', more = [] } = {}) {
  const server = await startServer('--region', 'UK', ...more);
  // The code is printed after the address.
  while (!CODE.test(server.said())) await new Promise((again) => setImmediate(again));
  const code = CODE.exec(server.said())[0];
  const fields = { code, name: 'Ana', login: 'ana', password: 'a long night', baby, born: baby && '2026-11-01', region: 'UK', units, zone: 'Europe/London' };
  const answer = await fetch(`${server.url}/keep`, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
  const cookie = answer.headers.getSetCookie().find((one) => one.startsWith('session='))?.split(';')[0];
  if (answer.status !== 200 || cookie === undefined) {
    await server.stop();
    throw new Error(`no household: ${answer.status} ${(await answer.text()).slice(0, 400)}`);
  }
  /** Signs a browser in. */
  const signIn = (context) => context.addCookies([{ name: 'session', value: cookie.split('=')[1], url: server.url }]);
  return { server, url: server.url, cookie, signIn, stop: server.stop };
}
