import { type Routes } from '@angular/router';

import { AnyPage } from '../testing/any-page';
import { ursula } from '../testing/fake-gateway';
import { Screen, setUp, storeSession } from '../testing/set-up';
import { safeNext, signedInOnly, signedOutOnly } from './session-guards';

const routes: Routes = [
  { path: '', pathMatch: 'full', component: AnyPage },
  { path: 'sign-in', canActivate: [signedOutOnly], component: AnyPage },
  { path: 'vip', canActivate: [signedInOnly], component: AnyPage },
];

describe('signedInOnly', () => {
  it('sends whoever is signed out to sign in, and remembers where to', async () => {
    setUp(routes);
    const screen = await Screen.open('/vip');
    expect(screen.url).toBe('/sign-in?next=%2Fvip');
  });

  it('waits until it is known who is here, and lets them pass', async () => {
    setUp(routes).user = ursula;
    storeSession();
    const screen = await Screen.open('/vip');
    expect(screen.url).toBe('/vip');
  });
});

describe('signedOutOnly', () => {
  it('sends home whoever is signed in already', async () => {
    setUp(routes).user = ursula;
    storeSession();
    const screen = await Screen.open('/sign-in');
    expect(screen.url).toBe('/');
  });
});

describe('safeNext', () => {
  it('stays in this client', () => {
    expect(safeNext('/vip')).toBe('/vip');
    for (const foreign of ['//evil.example', '/\\evil.example', 'https://evil.example', '', null]) {
      expect(safeNext(foreign)).toBe('/');
    }
  });
});
