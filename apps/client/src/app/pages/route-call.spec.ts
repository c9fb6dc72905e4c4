import { HttpClient, provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { throwError } from 'rxjs';

import { AuthFailure } from '../auth/auth-failure';
import { Session } from '../auth/session';
import { signedInOnly } from '../auth/session-guards';
import { Calls } from '../calls/calls';
import { type RoutePage, routePages } from '../calls/route-pages';
import { AnyPage } from '../testing/any-page';
import { ada, type FakeGateway, ursula } from '../testing/fake-gateway';
import { config, Screen, setUp, storeSession } from '../testing/set-up';
import { RouteCall } from './route-call';

const ANSWER = {
  message: 'You are connected.',
  route: 'GET /vip',
  caller: { identityId: 'us-west-2:1', role: 'gatehouse-dev-admin', group: 'admin' },
  requestId: 'r-1',
};
const DENIED =
  'User: arn:aws:sts::1:assumed-role/gatehouse-dev-member/CognitoIdentityCredentials is not authorized to perform: execute-api:Invoke on resource: x';

/** The VIP route as it would be if its path ended with a parameter. */
const itemPages: readonly RoutePage[] = routePages
  .filter(({ key }) => key === 'GET /vip')
  .map((page) => ({ ...page, path: '/vip/{id}', parameters: ['id'], pagePath: 'vip/id' }));
const LABEL = 'id, part of the address';

const openVip = () => open('/vip');
const openItem = () => open('/vip/id');

async function open(url: string): Promise<{ gateway: FakeGateway; screen: Screen }> {
  const routes = [...itemPages, ...routePages].map((page) => ({
    path: page.pagePath,
    data: { page },
    canActivate: [signedInOnly],
    component: RouteCall,
  }));
  const gateway = setUp(
    [...routes, { path: '**', component: AnyPage }],
    [provideHttpClient(), provideHttpClientTesting(), Calls],
  );
  gateway.user = ursula;
  storeSession();
  return { gateway, screen: await Screen.open(url) };
}

function request(path = '/vip') {
  return TestBed.inject(HttpTestingController).expectOne(config.apiUrl + path);
}

function refuse(status: number, type: string, body: object, path?: string): void {
  const headers = { 'x-amzn-ErrorType': type, 'x-amzn-RequestId': 'r-7' };
  request(path).flush(JSON.stringify(body), { status, statusText: '', headers });
}

/** The states of the chain, as a class per step. */
function chain({ root }: Screen): string {
  return [...root.querySelectorAll('.chain > li')].map(({ className }) => className).join(' ');
}

describe('RouteCall', () => {
  it('calls nothing by itself', async () => {
    const { screen } = await openVip();
    TestBed.inject(HttpTestingController).expectNone(() => true);
    expect(screen.text).toContain('Nothing called yet.');
    expect(chain(screen)).toBe('pass idle idle idle idle idle');
  });

  it('shows the answer, who the API saw, and every step passed', async () => {
    const { screen } = await openVip();
    await screen.press('Call GET /vip');
    expect(chain(screen)).toBe('pass wait wait wait wait wait');
    request().flush(JSON.stringify(ANSWER));
    await screen.settle();
    expect(chain(screen)).toBe('pass pass pass pass pass pass');
    expect(screen.text).toMatch(/200 OK · \d+ ms/);
    expect(screen.text).toContain('You are connected.');
    expect(screen.text).toContain('gatehouse-dev-admin');
    expect(screen.root.querySelector('dl')?.textContent).not.toContain('eys');
    expect(screen.text).toContain('Your keys are good until');
    expect(screen.text).toContain('Call again');
  });

  it('says which role may not, which group can, and stops the chain at the policy', async () => {
    const { screen } = await openVip();
    await screen.press('Call GET /vip');
    refuse(403, 'AccessDeniedException', { Message: DENIED });
    await screen.settle();
    expect(chain(screen)).toBe('pass pass pass stop skip skip');
    expect(screen.text).toContain('Your role, member, may not call GET /vip.');
    expect(screen.text).toContain('Only the admin group can.');
    expect(screen.text).toContain('Request r-7');
    const live = screen.root.querySelector('.card > [role=status]');
    expect(live?.textContent).toContain('may not call GET /vip');
  });

  it('refreshes access and calls again from the refusal', async () => {
    const { gateway, screen } = await openVip();
    await screen.press('Call GET /vip');
    refuse(403, 'AccessDeniedException', { Message: DENIED });
    await screen.settle();
    gateway.user = { ...ursula, groups: ['admin'], preferredRole: 'gatehouse-dev-admin' };
    await screen.press('Refresh my access');
    expect(gateway.asked).toContain('access true');
    request().flush(JSON.stringify(ANSWER));
    await screen.settle();
    expect(chain(screen)).toBe('pass pass pass pass pass pass');
  });

  it('says signed out, and leads back, when refreshing access finds the session over', async () => {
    const { gateway, screen } = await openVip();
    await screen.press('Call GET /vip');
    refuse(403, 'AccessDeniedException', { Message: DENIED });
    await screen.settle();
    gateway.user = null;
    await screen.press('Refresh my access');
    TestBed.inject(HttpTestingController).expectNone(() => true);
    expect(chain(screen)).toBe('stop skip skip skip skip skip');
    expect(screen.root.querySelector('.why h2')?.textContent).toBe('You are signed out.');
    expect(screen.root.querySelector('[role=alert]')).toBeNull();
    expect(document.activeElement?.textContent).toContain('Sign in to call again');
  });

  it('keeps the refusal, and says why, when refreshing access fails for now', async () => {
    const { gateway, screen } = await openVip();
    await screen.press('Call GET /vip');
    refuse(403, 'AccessDeniedException', { Message: DENIED });
    await screen.settle();
    gateway.fail('access', 'unreachable');
    await screen.press('Refresh my access');
    expect(chain(screen)).toBe('pass pass pass stop skip skip');
    expect(screen.root.querySelector('.why [role=alert]')?.textContent).toContain('can’t reach');
  });

  it('shows no step at the gate as met by a call that never left the device', async () => {
    const { screen } = await openVip();
    spyOnProperty(navigator, 'onLine').and.returnValue(false);
    await screen.press('Call GET /vip');
    request().error(new ProgressEvent('error'), { status: 0 });
    await screen.settle();
    expect(chain(screen)).toBe('pass unknown skip skip skip skip');
    expect(screen.text).toContain('so the call never left it.');
  });

  it('shows the error type of any other refusal in words', async () => {
    const { screen } = await openVip();
    await screen.press('Call GET /vip');
    refuse(429, 'LimitExceededException', { message: 'Limit Exceeded' });
    await screen.settle();
    expect(screen.text).toContain('This app’s quota is used up.');
    expect(screen.text).toContain('429 Quota used up');
  });

  it('tells no answer from a refusal', async () => {
    const { screen } = await openVip();
    await screen.press('Call GET /vip');
    request().error(new ProgressEvent('error'), { status: 0 });
    await screen.settle();
    expect(chain(screen)).toBe('pass unknown unknown unknown unknown unknown');
    expect(screen.text).toContain('The gate didn’t answer.');
  });

  it('explains a session that ended on another device, and leads back', async () => {
    const { screen } = await openVip();
    const ended = new AuthFailure('session-ended', 'Refresh Token has been revoked');
    spyOn(TestBed.inject(HttpClient), 'request').and.returnValue(throwError(() => ended));
    await screen.press('Call GET /vip');
    expect(chain(screen)).toBe('stop skip skip skip skip skip');
    expect(screen.text).toContain('You are signed out.');
    expect(TestBed.inject(Session).signedOutReason()).toBe('ended');
    const links = [...screen.root.querySelectorAll('a')].map(({ href }) => href);
    expect(links.some((href) => href.endsWith('/sign-in?next=%2Fvip'))).toBeTrue();
  });

  it('shows nobody the answers of somebody else', async () => {
    const { gateway, screen } = await openVip();
    await screen.press('Call GET /vip');
    request().flush(JSON.stringify(ANSWER));
    await screen.settle();
    gateway.user = ada;
    await TestBed.inject(Session).restore();
    await screen.settle();
    expect(screen.text).not.toContain('You are connected.');
  });

  it('sends nothing without its parameter, and asks for it at the field', async () => {
    const { screen } = await openItem();
    await screen.press('Call GET /vip');
    TestBed.inject(HttpTestingController).expectNone(() => true);
    expect(screen.field(LABEL).getAttribute('aria-invalid')).toBe('true');
    expect(screen.descriptionOf(LABEL)).toContain('Enter the id');
    expect(document.activeElement).toBe(screen.field(LABEL));
    await screen.fill(LABEL, '..');
    await screen.press('Call GET /vip');
    TestBed.inject(HttpTestingController).expectNone(() => true);
    expect(screen.descriptionOf(LABEL)).toContain('Browsers take “.” and “..”');
  });

  it('calls when its form is sent, and names the path that it called', async () => {
    const { screen } = await openItem();
    await screen.fill(LABEL, '4/2');
    screen.field(LABEL).form?.requestSubmit();
    refuse(403, 'AccessDeniedException', { Message: DENIED }, '/vip/4%2F2');
    await screen.settle();
    expect(screen.text).toContain('nothing allows /vip/4%2F2');
    expect(screen.text).toContain('may not call GET /vip/4%2F2.');
    await screen.fill(LABEL, '5');
    expect(screen.root.querySelector('[data-testid=called]')?.textContent).toBe('for /vip/4%2F2');
  });
});
