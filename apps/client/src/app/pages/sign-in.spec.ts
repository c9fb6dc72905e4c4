import { AnyPage } from '../testing/any-page';
import { ursula } from '../testing/fake-gateway';
import { Screen, setUp, storeSession } from '../testing/set-up';
import { SignIn } from './sign-in';

function setUpPage() {
  return setUp([
    { path: 'sign-in', component: SignIn },
    { path: '**', component: AnyPage },
  ]);
}

async function signIn(screen: Screen): Promise<void> {
  await screen.fill('Username', ' user ');
  await screen.fill('Password', 'House1234?');
  await screen.press('Sign in');
}

describe('SignIn', () => {
  it('signs in and goes where the visitor wanted to', async () => {
    const gateway = setUpPage();
    const screen = await Screen.open('/sign-in?next=/vip');
    expect(screen.text).toContain('Sign in to call GET /vip.');
    gateway.user = ursula;
    storeSession();
    await signIn(screen);
    expect(gateway.asked).toContain('signIn user House1234?');
    expect(screen.url).toBe('/vip');
  });

  it('says what is missing at the field, and puts the cursor there', async () => {
    const gateway = setUpPage();
    const screen = await Screen.open('/sign-in');
    await screen.press('Sign in');
    expect(screen.descriptionOf('Username')).toContain('Enter your username.');
    expect(screen.field('Username').getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(screen.field('Username'));
    expect(gateway.asked).toEqual([]);
  });

  it('says the same of an unknown user and a wrong password, and lets try again', async () => {
    const gateway = setUpPage();
    gateway.fail('signIn', 'wrong-credentials');
    const screen = await Screen.open('/sign-in');
    await signIn(screen);
    expect(screen.root.querySelector('[role=alert]')?.textContent).toContain(
      'That username and password don’t match.',
    );
    expect(document.activeElement).toBe(screen.field('Password'));
    await screen.press('Sign in');
    expect(gateway.asked.filter((call) => call.startsWith('signIn')).length).toBe(2);
  });

  it('leads to the code when the account is not confirmed yet', async () => {
    setUpPage().step = { kind: 'confirm-sign-up' };
    const screen = await Screen.open('/sign-in');
    await signIn(screen);
    expect(screen.url).toBe('/confirm?username=user&from=sign-in');
  });

  it('names a step it has no page for', async () => {
    setUpPage().step = { kind: 'unsupported', step: 'CONFIRM_SIGN_IN_WITH_TOTP_CODE' };
    const screen = await Screen.open('/sign-in');
    await signIn(screen);
    expect(screen.text).toContain('CONFIRM_SIGN_IN_WITH_TOTP_CODE');
  });

  it('goes nowhere but this client afterwards', async () => {
    const gateway = setUpPage();
    const screen = await Screen.open('/sign-in?next=https://evil.example');
    gateway.user = ursula;
    storeSession();
    await signIn(screen);
    expect(screen.url).toBe('/');
  });
});
