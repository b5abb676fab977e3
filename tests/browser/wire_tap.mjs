/**
 * A wire between the browser and the server that one can listen to, cut and turn to another server.
 *
 * What a page or its worker sends is noted here, outside the browser, where nothing can be hidden from it.
 */
import { createServer, request } from 'node:http';

/** Starts a wire to the server at `url`. */
export async function startTap(url, { listen = '127.0.0.1' } = {}) {
  const sent = [];
  let target = new URL(url);
  let whole = true;
  let spoiled = () => false;

  const tap = createServer((asked, answer) => {
    const { method, url: path, headers } = asked;
    if (!whole || spoiled(path)) return asked.socket.destroy();
    const chunks = [];
    const onward = request({ host: target.hostname, port: target.port, method, path, headers }, (came) => {
      answer.writeHead(came.statusCode, came.headers);
      came.pipe(answer);
    });
    onward.on('error', () => asked.socket.destroy());
    asked.on('data', (some) => { chunks.push(some); onward.write(some); });
    asked.on('end', () => { sent.push({ method, path, body: Buffer.concat(chunks).toString() }); onward.end(); });
  });
  await new Promise((ready) => tap.listen(0, listen, ready));
  return {
    url: `http://localhost:${tap.address().port}`,
    port: tap.address().port,
    sent,
    /** From now on nothing goes through: aeroplane mode. */
    cut: () => { whole = false; tap.closeAllConnections(); },
    mend: () => { whole = true; },
    /** From now on it leads to another server: an upgrade. */
    turn: (to) => { target = new URL(to); },
    /** What is asked under such an address never arrives. */
    spoil: (test) => { spoiled = test; },
    stop: () => new Promise((done) => { tap.closeAllConnections(); tap.close(done); }),
  };
}
