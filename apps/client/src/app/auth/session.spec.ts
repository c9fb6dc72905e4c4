import { TestBed } from '@angular/core/testing';

import { ada, ursula } from '../testing/fake-gateway';
import { forgetStoredSession, setUp, storeSession } from '../testing/set-up';
import { Session } from './session';

describe('Session', () => {
  it('does not load the sign-in library when nobody was signed in here', async () => {
    const gateway = setUp();
    const session = TestBed.inject(Session);
    await session.ready();
    expect(session.state()).toEqual({ status: 'signed-out', reason: 'never' });
    expect(gateway.asked).toEqual([]);
  });

  it('is signed in again after a reload', async () => {
    setUp().user = ursula;
    storeSession();
    const session = TestBed.inject(Session);
    await session.ready();
    expect(session.user()).toEqual(ursula);
  });

  it('says that the session has ended when the service no longer knows it', async () => {
    setUp().user = null;
    storeSession();
    const session = TestBed.inject(Session);
    await session.ready();
    expect(session.signedOutReason()).toBe('ended');
  });

  it('does not say that the session has ended when the service was not reached', async () => {
    const gateway = setUp();
    gateway.fail('currentUser', 'unreachable');
    storeSession();
    const session = TestBed.inject(Session);
    await session.ready();
    expect(session.signedOutReason()).toBe('unreachable');
    gateway.heal();
    gateway.user = ursula;
    await session.restore();
    expect(session.user()).toEqual(ursula);
  });

  it('notes who signed in, and not who failed to', async () => {
    const gateway = setUp();
    const session = TestBed.inject(Session);
    await session.ready();
    gateway.fail('signIn', 'wrong-credentials');
    await expectAsync(session.signIn('user', 'nope')).toBeRejected();
    expect(session.user()).toBeUndefined();
    gateway.heal();
    gateway.user = ursula;
    storeSession();
    await session.signIn('user', 'House1234?');
    expect(session.user()).toEqual(ursula);
  });

  it('adopts a session that another tab began', async () => {
    const gateway = setUp();
    gateway.step = { kind: 'already-signed-in' };
    gateway.user = ada;
    const session = TestBed.inject(Session);
    await session.ready();
    storeSession();
    await session.signIn('admin', 'House1234?');
    expect(session.user()).toEqual(ada);
  });

  it('follows when another tab signs out', async () => {
    setUp().user = ursula;
    storeSession();
    const session = TestBed.inject(Session);
    await session.ready();
    forgetStoredSession();
    const key = 'CognitoIdentityServiceProvider.spec-client.LastAuthUser';
    window.dispatchEvent(new StorageEvent('storage', { key }));
    await Promise.resolve();
    expect(session.signedOutReason()).toBe('left');
  });

  it('shows new groups and new keys after a refresh of access', async () => {
    const gateway = setUp();
    gateway.user = ursula;
    storeSession();
    const session = TestBed.inject(Session);
    await session.ready();
    const edition = session.keysEdition;
    gateway.user = { ...ursula, groups: ['admin'] };
    await session.refreshAccess();
    expect(gateway.asked).toContain('access true');
    expect(session.user()?.groups).toEqual(['admin']);
    expect(session.access()).toEqual({
      identityId: 'us-west-2:1',
      expiresAt: gateway.expiration,
    });
    expect(session.keysEdition).toBeGreaterThan(edition);
  });

  it('is signed out with an explanation when a refresh is refused', async () => {
    const gateway = setUp();
    gateway.user = ursula;
    storeSession();
    const session = TestBed.inject(Session);
    await session.ready();
    gateway.user = null;
    await expectAsync(session.refreshAccess()).toBeRejected();
    expect(session.signedOutReason()).toBe('ended');
  });

  it('stays signed in when a refresh gets no answer', async () => {
    const gateway = setUp();
    gateway.user = ursula;
    storeSession();
    const session = TestBed.inject(Session);
    await session.ready();
    gateway.fail('access', 'unreachable');
    await expectAsync(session.refreshAccess()).toBeRejected();
    expect(session.user()).toEqual(ursula);
  });

  it('does not claim to have signed out everywhere when the service did not say so', async () => {
    const gateway = setUp();
    gateway.user = ursula;
    storeSession();
    const session = TestBed.inject(Session);
    await session.ready();
    gateway.fail('signOutEverywhere', 'unreachable');
    await expectAsync(session.signOutEverywhere()).toBeRejected();
    expect(session.user()).toEqual(ursula);
    gateway.heal();
    await session.signOutEverywhere();
    expect(session.signedOutReason()).toBe('left-everywhere');
  });
});
