import {
  expect,
  test as base,
  type BrowserContext,
  type Page,
  type Request,
} from '@playwright/test';

import { startLocalCloudProcess, type LocalCloudProcess } from '../local-cloud-process';

/** The demo accounts of apps/local-cloud/seed.json. */
export const PASSWORD = 'House1234?';
export const NEW_PASSWORD = 'Fresh-Paint-77!';
export const WRONG_PASSWORD = 'Wrong-Paint-77!';

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly message: string;
}

interface TestFixtures {
  site: string;
  /** Everything the page's context has sent. Of every context that signs in, none of it may carry a password, but for SignUp's one field. */
  traffic: readonly Sent[];
}

/** Each worker has a local cloud of its own; each test gets a fresh browser context from Playwright. */
export const test = base.extend<TestFixtures, { cloud: LocalCloudProcess }>({
  cloud: [
    async ({}, use) => {
      const cloud = await startLocalCloudProcess();
      await use(cloud);
      await cloud.stop();
    },
    { scope: 'worker' },
  ],
  site: async ({ cloud }, use) => {
    await use(cloud.website);
  },
  traffic: [
    async ({ context }, use) => {
      recorded.clear();
      signIns = 0;
      await use(recordTraffic(context));
      const traffic = [...recorded.values()].flat();
      const withPassword = traffic.filter(
        ({ request, text }) =>
          !isSignUp(request) && PASSWORD_FORMS.some((form) => text.includes(form)),
      );
      expect(withPassword.map(({ text }) => text)).toEqual([]);
      // Nobody signs in where nobody looks.
      const seen = traffic.filter(({ request }) => isOperation(request, 'InitiateAuth'));
      expect(seen.length).toBeGreaterThanOrEqual(signIns);
    },
    { auto: true },
  ],
});

/** What each browser context of the running test has sent: a worker runs one test at a time. */
const recorded = new Map<BrowserContext, Sent[]>();
let signIns = 0;

/** Each password, in the forms from which a person could read it back. */
const PASSWORD_FORMS = [PASSWORD, NEW_PASSWORD, WRONG_PASSWORD].flatMap((password) => [
  password,
  encodeURIComponent(password),
  Buffer.from(password).toString('base64'),
  Buffer.from(password).toString('hex'),
]);

export function isSignUp(request: Request): boolean {
  return isOperation(request, 'SignUp');
}

function isOperation(request: Request, name: string): boolean {
  return request.headers()['x-amz-target'] === `AWSCognitoIdentityProviderService.${name}`;
}

export { expect };

/** In whatever context: all that it sends from here on must be without the password. */
export async function signIn(
  page: Page,
  site: string,
  username: string,
  password = PASSWORD,
): Promise<void> {
  recordTraffic(page.context());
  signIns += 1;
  await page.goto(`${site}/sign-in`);
  await page.getByLabel('Username').fill(username);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Signs in and waits until the page says who. */
export async function signedInAs(
  page: Page,
  site: string,
  username: string,
  password = PASSWORD,
): Promise<void> {
  await signIn(page, site, username, password);
  await page.getByRole('navigation').getByRole('link', { name: 'Account' }).waitFor();
}

export interface Sent {
  readonly request: Request;
  /** Method, address, headers and body, as one text to search. */
  readonly text: string;
}

/** Everything a context sends from the first time on. */
function recordTraffic(context: BrowserContext): readonly Sent[] {
  const known = recorded.get(context);
  if (known !== undefined) return known;
  const sent: Sent[] = [];
  recorded.set(context, sent);
  context.on('request', (request) => {
    const text = `${request.method()} ${request.url()}\n${JSON.stringify(request.headers())}\n${request.postData() ?? ''}`;
    sent.push({ request, text });
  });
  return sent;
}

/** The newest mail to an address (the outbox lists them newest first). @throws when there is none. */
export async function newestMail(cloud: LocalCloudProcess, to: string): Promise<Mail> {
  const mails = (await cloud.readOperator('/outbox')) as Mail[];
  const mail = mails.find((candidate) => candidate.to === to);
  if (mail === undefined) throw new Error(`no mail to ${to} in ${JSON.stringify(mails)}`);
  return mail;
}
