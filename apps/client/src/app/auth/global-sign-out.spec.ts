import { config } from '../testing/set-up';
import { AuthFailure } from './auth-failure';
import { globalSignOut } from './global-sign-out';

describe('globalSignOut', () => {
  it('asks the user pool of the region to end every session of the token', async () => {
    const fetched = spyOn(window, 'fetch').and.resolveTo(new Response('{}'));
    await globalSignOut(config, 'access-token');
    const [url, init] = fetched.calls.mostRecent().args;
    expect(url).toBe('https://cognito-idp.us-west-2.amazonaws.com/');
    expect(init?.body).toBe('{"AccessToken":"access-token"}');
  });

  it('asks the endpoint that /config.json names instead', async () => {
    const fetched = spyOn(window, 'fetch').and.resolveTo(new Response('{}'));
    await globalSignOut({ ...config, userPoolEndpoint: 'http://localhost:4201' }, 'access-token');
    expect(fetched.calls.mostRecent().args[0]).toBe('http://localhost:4201');
  });

  it('does not report success when the service was not reached', async () => {
    spyOn(window, 'fetch').and.rejectWith(new TypeError('Failed to fetch'));
    await expectAsync(globalSignOut(config, 't')).toBeRejectedWith(
      jasmine.objectContaining({ code: 'unreachable' }),
    );
  });

  it('says that the session has ended when the token was revoked already', async () => {
    const body = JSON.stringify({
      __type: 'NotAuthorizedException',
      message: 'Access Token has been revoked',
    });
    spyOn(window, 'fetch').and.resolveTo(new Response(body, { status: 400 }));
    const failure: unknown = await globalSignOut(config, 't').catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(AuthFailure);
    expect(failure).toEqual(jasmine.objectContaining({ code: 'session-ended' }));
  });
});
