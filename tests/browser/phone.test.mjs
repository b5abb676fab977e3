/** The phone on its own answers as the server does: pages that need no answers. */
import { after, before, test } from 'node:test';
import { startTwins } from './phone_twin.mjs';

let twins;
before(async () => { twins = await startTwins(); });
after(() => twins?.stop());

const THEMES = [null, 'day', 'dark', 'red'];
const TONES = [null, '1', '5'];

test('home, about and trouble are the same in every colour, tone and region', async () => {
  for (const path of ['/', '/about', '/no-such-page', '/relief/no/such']) {
    for (const theme of THEMES) await twins.same({ method: 'GET', path, visitor: { theme, region: null, tone: null } });
    for (const tone of TONES) await twins.same({ method: 'GET', path, visitor: { theme: null, region: null, tone } });
    for (const region of twins.book.regions.keys()) await twins.same({ method: 'GET', path, visitor: { theme: null, region, tone: null } });
  }
});

test('what is asked in the wrong way is refused', async () => {
  await twins.same({ method: 'POST', path: '/about', fields: [] });
});
