import { AnyPage } from '../testing/any-page';
import { Screen, setUp } from '../testing/set-up';
import { Confirm } from './confirm';

function setUpPage() {
  return setUp([
    { path: 'confirm', component: Confirm },
    { path: '**', component: AnyPage },
  ]);
}

describe('Confirm', () => {
  it('confirms with the mailed code and leads to sign in', async () => {
    const gateway = setUpPage();
    const screen = await Screen.open('/confirm?username=ada');
    expect(screen.field('Username').value).toBe('ada');
    await screen.fill('Confirmation code', ' 123456 ');
    await screen.press('Confirm');
    expect(gateway.asked).toEqual(['confirmSignUp ada 123456']);
    expect(screen.url).toBe('/sign-in?username=ada&confirmed=');
  });

  it('says what to do about a wrong code', async () => {
    setUpPage().fail('confirmSignUp', 'code-wrong');
    const screen = await Screen.open('/confirm?username=ada');
    await screen.fill('Confirmation code', '1');
    await screen.press('Confirm');
    expect(screen.root.querySelector('[role=alert]')?.textContent).toContain('isn’t the code');
    expect(document.activeElement).toBe(screen.field('Confirmation code'));
  });

  it('sends a new code and says where to', async () => {
    const gateway = setUpPage();
    const screen = await Screen.open('/confirm?username=ada');
    await screen.press('Send a new code');
    expect(gateway.asked).toEqual(['resendCode ada']);
    expect(screen.text).toContain('A new code is on its way.');
    expect(screen.text).toContain('a***@e***');
  });

  it('wants to know for whom before it sends a code', async () => {
    const gateway = setUpPage();
    const screen = await Screen.open('/confirm');
    await screen.press('Send a new code');
    expect(gateway.asked).toEqual([]);
    expect(document.activeElement).toBe(screen.field('Username'));
    expect(screen.text).toContain('Enter your username.');
  });

  it('forgets where a code went once another is asked for', async () => {
    const gateway = setUpPage();
    const screen = await Screen.open('/confirm?username=ada');
    await screen.press('Send a new code');
    gateway.fail('resendCode', 'already-confirmed');
    await screen.press('Send a new code');
    expect(screen.text).toContain('confirmed already');
    expect(screen.text).not.toContain('a***@e***');
  });
});
