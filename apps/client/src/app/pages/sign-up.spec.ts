import { Screen, setUp } from '../testing/set-up';
import { Confirm } from './confirm';
import { SignUp } from './sign-up';

function setUpPage() {
  return setUp([
    { path: 'sign-up', component: SignUp },
    { path: 'confirm', component: Confirm },
  ]);
}

async function signUp(screen: Screen): Promise<void> {
  await screen.fill('Name', 'Ada Lovelace');
  await screen.fill('Email', 'ada@example.com');
  await screen.fill('Username', 'ada');
  await screen.fill('Password', 'House1234?');
  await screen.press('Create account');
}

describe('SignUp', () => {
  it('creates the account and says where the code was sent', async () => {
    const gateway = setUpPage();
    const screen = await Screen.open('/sign-up');
    await signUp(screen);
    expect(gateway.asked).toEqual(['signUp Ada Lovelace ada@example.com ada House1234?']);
    expect(screen.url).toBe('/confirm?username=ada&from=sign-up');
    expect(screen.text).toContain('We sent a code to a***@e***.');
  });

  it('leaves out the spaces around a name, which keyboards add', async () => {
    const gateway = setUpPage();
    const screen = await Screen.open('/sign-up');
    await screen.fill('Name', 'Ada Lovelace ');
    await screen.fill('Email', 'ada@example.com ');
    await screen.fill('Username', ' ada ');
    await screen.fill('Password', 'House1234?');
    await screen.press('Create account');
    expect(gateway.asked).toEqual(['signUp Ada Lovelace ada@example.com ada House1234?']);
    expect(screen.url).toBe('/confirm?username=ada&from=sign-up');
  });

  it('refuses a space within a username', async () => {
    const gateway = setUpPage();
    const screen = await Screen.open('/sign-up');
    await screen.fill('Username', 'ada l');
    await screen.press('Create account');
    expect(screen.descriptionOf('Username')).toContain('Leave out the spaces.');
    expect(gateway.asked).toEqual([]);
  });

  it('lets the keyboard of a phone begin names with capitals, and nothing else', async () => {
    setUpPage();
    const screen = await Screen.open('/sign-up');
    const capitals = ['Name', 'Email', 'Username', 'Password'].map(
      (label) => screen.field(label).autocapitalize,
    );
    expect(capitals).toEqual(['words', 'none', 'none', 'none']);
  });

  it('puts a refused password at its field, with what to add', async () => {
    setUpPage().fail(
      'signUp',
      'password-too-weak',
      'Password did not conform with policy: Password must have symbol characters',
    );
    const screen = await Screen.open('/sign-up');
    await signUp(screen);
    expect(screen.descriptionOf('Password')).toContain('Add a symbol');
    expect(document.activeElement).toBe(screen.field('Password'));
  });

  it('puts a taken username at its field', async () => {
    setUpPage().fail('signUp', 'username-taken');
    const screen = await Screen.open('/sign-up');
    await signUp(screen);
    expect(screen.descriptionOf('Username')).toContain('This username is taken.');
  });

  it('says in the form what is about no field', async () => {
    setUpPage().fail('signUp', 'unreachable');
    const screen = await Screen.open('/sign-up');
    await signUp(screen);
    expect(screen.root.querySelector('[role=alert]')?.textContent).toContain('can’t reach');
  });

  it('checks what it can before it asks the service', async () => {
    const gateway = setUpPage();
    const screen = await Screen.open('/sign-up');
    await screen.fill('Email', 'ada');
    await screen.press('Create account');
    expect(screen.descriptionOf('Email')).toContain('such as ada@example.com');
    expect(screen.descriptionOf('Name')).toContain('Enter your name.');
    expect(gateway.asked).toEqual([]);
  });
});
