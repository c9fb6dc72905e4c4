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
  /** Everything the page's context has sent. Of every journey, none of it may carry a password, but for SignUp's one field. */
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
      const traffic = recordTraffic(context);
      await use(traffic);
      const withPassword = traffic.filter(
        ({ request, text }) =>
          !isSignUp(request) && PASSWORD_FORMS.some((form) => text.includes(form)),
      );
      expect(withPassword.map(({ text }) => text)).toEqual([]);
    },
    { auto: true },
  ],
});

/** Each password, in the forms from which a person could read it back. */
const PASSWORD_FORMS = [PASSWORD, NEW_PASSWORD, WRONG_PASSWORD].flatMap((password) => [
  password,
  encodeURIComponent(password),
  Buffer.from(password).toString('base64'),
  Buffer.from(password).toString('hex'),
]);

export function isSignUp(request: Request): boolean {
  return request.headers()['x-amz-target'] === 'AWSCognitoIdentityProviderService.SignUp';
}

export { expect };

export async function signIn(
  page: Page,
  site: string,
  username: string,
  password = PASSWORD,
): Promise<void> {
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

/** Everything a context sends from now on. */
function recordTraffic(context: BrowserContext): readonly Sent[] {
  const sent: Sent[] = [];
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
