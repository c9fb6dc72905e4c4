import type { IdentityPool, Role } from '@gatehouse/auth-model';

import { CredentialStore } from '../../cognito-identity/credential-store';
import {
  aClock,
  aPool,
  aRole,
  identityOf,
  setUpIdentity,
  valid,
} from '../../cognito-identity/testing/identity-fixture';
import type { Fixture } from '../../cognito-identity/testing/identity-fixture';
import { header } from '../../http/message';
import type { HttpRequest, Service } from '../../http/message';
import { openDatabase } from '../../store/database';
import { withSts } from '../sts';

export const ACCOUNT = '123456789012';
export const REGION = 'us-west-2';

export interface StsFixture extends Fixture {
  readonly service: Service;
  readonly store: CredentialStore;
  /** POST with a form, as every SDK does. */
  readonly ask: (parameters: Readonly<Record<string, string>>) => Promise<StsReply>;
  readonly send: (request: Partial<HttpRequest>) => Promise<StsReply>;
  /** A token of GetOpenIdToken, for a login or for a guest. */
  readonly openIdToken: (login?: string) => Promise<string>;
}

export interface StsReply {
  readonly status: number;
  readonly body: string;
  /** `AccessDenied: Not authorized …`, or `ok`. */
  readonly said: string;
  readonly decision: string;
  /** The text of the first element of that name. */
  readonly element: (name: string) => string | undefined;
}

interface StsOptions {
  readonly pool?: Partial<IdentityPool>;
  readonly roles?: readonly Role[];
}

/** An identity pool with the basic flow, and STS beside it. */
export function setUpSts({ pool = {}, roles = [aRole('member')] }: StsOptions = {}): StsFixture {
  const database = openDatabase(':memory:');
  const pools = [aPool({ allowClassicFlow: true, roleMappings: [], ...pool })];
  const tokens = { USER: valid('user', { team: 'red' }) };
  const clock = aClock();
  const store = new CredentialStore(database, clock);
  const fixture = setUpIdentity({ pools, roles, tokens, database, clock, credentials: store });
  const service = withSts(fixture.service, {
    model: { accountId: ACCOUNT, region: REGION, roles },
    clock,
    traces: fixture.traces,
    credentials: store,
    openIdTokenKeys: fixture.openIdTokenKeys,
  });
  const send: StsFixture['send'] = (request) => reply(service, request);
  const ask: StsFixture['ask'] = (parameters) => {
    const form = new URLSearchParams({ Version: '2011-06-15', ...parameters });
    return send({ body: Buffer.from(form.toString()) });
  };
  return { ...fixture, service, store, send, ask, openIdToken: (login) => tokenOf(fixture, login) };
}

async function tokenOf(fixture: Fixture, login: string | undefined): Promise<string> {
  const IdentityId = await identityOf(fixture, login);
  const Logins = login === undefined ? {} : { Logins: { [providerOf()]: login } };
  const { said, body } = await fixture.call('GetOpenIdToken', { IdentityId, ...Logins });
  if (said !== 'ok') throw new Error(said);
  return String(body.Token);
}

function providerOf(): string {
  return aPool().providers[0]?.providerName ?? '';
}

async function reply(service: Service, request: Partial<HttpRequest>): Promise<StsReply> {
  const { status, body, decision, headers } = await service.handle({
    requestId: '8f0c0f5e-0000-4000-8000-000000000002',
    method: 'POST',
    rawPath: '/',
    rawQuery: '',
    rawHeaders: [['Content-Type', 'application/x-www-form-urlencoded; charset=utf-8']],
    body: Buffer.alloc(0),
    sourceIp: '127.0.0.1',
    receivedAtMs: 0,
    ...request,
  });
  const text = body.toString();
  const element = (name: string): string | undefined =>
    new RegExp(`<${name}>([^<]*)</${name}>`).exec(text)?.[1];
  if (header({ rawHeaders: headers }, 'content-type') !== 'text/xml') throw new Error(text);
  const code = element('Code');
  const said = code === undefined ? 'ok' : `${code}: ${element('Message') ?? ''}`;
  return { status, body: text, said, decision, element };
}
