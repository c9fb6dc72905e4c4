import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';

import { signedInOnly } from '../auth/session-guards';
import { CallLog } from '../calls/call-log';
import { AnyPage } from '../testing/any-page';
import { ada, type FakeGateway, ursula } from '../testing/fake-gateway';
import { Screen, setUp, storeSession } from '../testing/set-up';
import { Account } from './account';

async function openAccount(
  prepare: (gateway: FakeGateway) => void = () => undefined,
): Promise<{ gateway: FakeGateway; screen: Screen }> {
  const gateway = setUp([
    { path: 'account', canActivate: [signedInOnly], component: Account },
    { path: '**', component: AnyPage },
  ]);
  gateway.user = ada;
  storeSession();
  prepare(gateway);
  const screen = await Screen.open('/account');
  await screen.settle();
  return { gateway, screen };
}

describe('Account', () => {
  it('shows who is signed in, groups, role and keys', async () => {
    const { screen } = await openAccount();
    for (const fact of [
      'Ada Lovelace',
      'admin@example.com',
      'gatehouse-dev-admin',
      'us-west-2:1',
    ]) {
      expect(screen.text).toContain(fact);
    }
    expect(screen.text).toContain('Keys until');
  });

  it('says that the role of somebody in no group is the default', async () => {
    const { screen } = await openAccount((gateway) => (gateway.user = ursula));
    expect(screen.text).toMatch(/Groups ?none; everyone who has signed in is a member/);
    expect(screen.text).toMatch(/Role ?member \(the default\)/);
  });

  it('names the default role in full once a call has told it', async () => {
    const { screen } = await openAccount((gateway) => (gateway.user = ursula));
    const caller = { identityId: 'us-west-2:1', role: 'gatehouse-dev-member', group: null };
    const answer = { status: 200, errorType: undefined, requestId: undefined, text: '', json: {} };
    const facts = { path: '/secure', durationMs: 1, at: new Date(0), signed: undefined };
    const outcome = { kind: 'succeeded', ...facts, answer, caller } as const;
    TestBed.inject(CallLog).note('GET /secure', { phase: 'done', outcome });
    await screen.settle();
    expect(screen.text).toMatch(/Role ?gatehouse-dev-member \(the default\)/);
  });

  it('refreshes access and says so', async () => {
    const { gateway, screen } = await openAccount();
    await screen.press('Refresh my access');
    expect(gateway.asked).toContain('access true');
    expect(screen.text).toContain('Your access is fresh');
  });

  it('says beforehand what signing out everywhere does, and leaves', async () => {
    const { gateway, screen } = await openAccount();
    expect(screen.text).toContain('Your other sessions end at their next refresh');
    expect(screen.text).toContain('stop working within the hour');
    await screen.press('Sign out everywhere');
    expect(gateway.asked).toContain('signOutEverywhere');
    expect(screen.url).toBe('/');
  });

  it('does what was asked for while the page was still loading, afterwards', async () => {
    let load = (): void => undefined;
    const { gateway, screen } = await openAccount((it) => (load = it.hold('access')));
    await screen.press('Sign out everywhere');
    expect(gateway.asked).not.toContain('signOutEverywhere');
    load();
    await screen.settle();
    expect(gateway.asked).toContain('signOutEverywhere');
    expect(screen.url).toBe('/');
  });

  it('signs out though the next page does not load, and leaves that to the frame to say', async () => {
    const { gateway, screen } = await openAccount();
    TestBed.inject(Router).resetConfig([
      { path: '', loadComponent: () => Promise.reject(new TypeError('Failed to fetch')) },
    ]);
    const thrown = jasmine.createSpy('unhandledrejection').and.callFake((event: Event) => {
      event.preventDefault();
    });
    window.addEventListener('unhandledrejection', thrown);
    await screen.press('Sign out');
    await new Promise((resolve) => setTimeout(resolve, 20));
    window.removeEventListener('unhandledrejection', thrown);
    expect(gateway.asked).toContain('signOut');
    expect(thrown).not.toHaveBeenCalled();
  });

  it('says that every session goes on when signing out everywhere failed', async () => {
    const { gateway, screen } = await openAccount();
    gateway.fail('signOutEverywhere', 'unreachable');
    await screen.press('Sign out everywhere');
    expect(screen.url).toBe('/account');
    expect(screen.root.querySelector('[role=alert]')?.textContent).toContain(
      'You are still signed in everywhere.',
    );
  });

  it('leads to sign in when the session turns out to be over', async () => {
    const { gateway, screen } = await openAccount();
    gateway.user = null;
    await screen.press('Refresh my access');
    expect(screen.url).toBe('/sign-in');
  });

  it('signs out here', async () => {
    const { gateway, screen } = await openAccount();
    await screen.press('Sign out');
    expect(gateway.asked).toContain('signOut');
    expect(screen.url).toBe('/');
  });
});
