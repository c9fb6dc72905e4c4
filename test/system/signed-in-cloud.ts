import assert from 'node:assert/strict';
import { after, before } from 'node:test';

import type { Answer } from '../../apps/local-cloud/src/http/testing/wire';
import { startLocalCloudProcess, type LocalCloudProcess } from '../local-cloud-process';
import {
  getCredentials,
  headerOf,
  readConfig,
  signIn,
  type Config,
  type Credentials,
} from './caller';

/** Of the demo accounts in apps/local-cloud/seed.json. */
export const PASSWORD = 'House1234?';

/** A local cloud with both demo accounts signed in, for all tests of a file; its fields are there once a test runs. */
export interface SignedIn {
  cloud: LocalCloudProcess;
  config: Config;
  member: Credentials;
  admin: Credentials;
}

export function signedInCloud(args: readonly string[] = []): SignedIn {
  const signedIn = {} as SignedIn;
  before(async () => {
    signedIn.cloud = await startLocalCloudProcess({ args });
    const config = await readConfig(signedIn.cloud.website);
    signedIn.config = config;
    const credentialsOf = async (username: string): Promise<Credentials> =>
      getCredentials(config, (await signIn(config, username, PASSWORD)).idToken);
    signedIn.member = await credentialsOf('user');
    signedIn.admin = await credentialsOf('admin');
  });
  after(() => signedIn.cloud.stop());
  return signedIn;
}

export function assertRefused(
  answer: Answer,
  status: number,
  errorType: string,
  message: RegExp,
): void {
  assert.equal(answer.status, status, answer.body);
  assert.equal(headerOf(answer, 'x-amzn-ErrorType'), errorType);
  const body = JSON.parse(answer.body) as { message?: string; Message?: string };
  assert.match(body.message ?? body.Message ?? '', message);
}

/** What a browser needs to read a refusal at all. */
export function assertReadableByBrowser(answer: Answer, website: string): void {
  assert.equal(headerOf(answer, 'Access-Control-Allow-Origin'), website);
  assert.match(headerOf(answer, 'Access-Control-Expose-Headers') ?? '', /x-amzn-ErrorType/i);
}
