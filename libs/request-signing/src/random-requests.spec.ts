import { HttpParams, type HttpClient } from '@angular/common/http';
import { firstValueFrom } from 'rxjs';

import { connectToWire, type Arrival } from './testing/wire';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
const CHARACTERS = Array.from(`aZ09-._~!$&'()*+,;=:@/?#[]|\\^\`{}<>"% \též日🙂`);
const SEEDS = [1, 20_261_122, 4_294_967_291];

describe('random requests', () => {
  for (const seed of SEEDS) {
    it(`carry signatures that fit (seed ${seed})`, async () => {
      const random = createRandom(seed);
      const { api, http } = connectToWire({ platform: { hasSubtleCrypto: seed % 2 === 0 } });
      for (let count = 0; count < 60; count += 1) {
        const { verdict, rawUrl } = await send(random, http, api);
        expect(verdict?.matches)
          .withContext(verdict?.canonicalRequest ?? rawUrl)
          .toBeTrue();
      }
    });
  }
});

/** Lehmer's generator: the same numbers for the same seed, in every browser. */
function createRandom(seed: number): (below: number) => number {
  let state = seed % 2_147_483_647;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

function send(random: (below: number) => number, http: HttpClient, api: string): Promise<Arrival> {
  const text = () =>
    Array.from({ length: random(9) }, () => CHARACTERS[random(CHARACTERS.length)]).join('');
  const path = Array.from({ length: random(4) }, () => encodeURI(text()).replace(/[?#]/g, '-'));
  const method = METHODS[random(METHODS.length)] ?? 'GET';
  const params = Array.from({ length: random(5) }).reduce<HttpParams>(
    // Angular leaves a "=" in names, where it ends the name.
    (all) => all.append(`k${text().replaceAll('=', '')}`, text()),
    new HttpParams(),
  );
  const body = method === 'GET' ? null : { [text()]: text(), list: [random(9), null, text()] };
  const url = [api, ...path.map((segment) => `s${segment}`)].join('/');
  return firstValueFrom(http.request<Arrival>(method, url, { params, body }));
}
