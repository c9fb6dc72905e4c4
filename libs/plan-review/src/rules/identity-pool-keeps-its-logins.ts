import type { Json } from '@gatehouse/terraform-json';

import type { Settled } from '../block';
import { pairs } from '../compare';
import type { ResourceView } from '../resource-view';
import { finding, type Rule } from '../rule';
import { say } from '../say';
import type { Snapshot } from '../snapshot';

export const identityPoolKeepsItsLogins: Rule = {
  id: 'identity-pool-keeps-its-logins',
  title: 'People of another sign-in get credentials',
  severity: 'high',
  why: 'Whoever signs in at a provider of the pool gets the role of its members, and may choose at that provider who they are.',
  fix: 'Leave the provider out; or keep its people to a role of their own by a role mapping and a trust policy, and say so in a waiver.',
  source: 'Cognito Developer Guide, "Identity pools third-party identity providers"',
  *check(input) {
    for (const { before, after } of pairs(input, 'aws_cognito_identity_pool')) {
      if (before === undefined) continue;
      const known = new Set(loginsOf(before, input.base).map(({ key }) => key));
      for (const { key, name } of loginsOf(after, input.head)) {
        if (!known.has(key))
          yield finding(
            after.address,
            say`whoever signs in at ${name} gets credentials, and did not`,
          );
      }
    }
  },
};

interface Login {
  /** The same for the same one; an own client is told by its place, since its id may be new. */
  readonly key: string;
  readonly name: string;
}

function loginsOf(pool: ResourceView, snapshot: Snapshot | undefined): readonly Login[] {
  const own = new Set(
    snapshot?.model?.userPools.flatMap(({ clients }) => clients.map(({ id }) => id)) ?? [],
  );
  let ofStack = 0;
  const cognito = pool.blocks('cognito_identity_providers').map((provider): Login => {
    const client = textOf(provider.text('client_id'));
    const name = `${textOf(provider.text('provider_name'))}:${client}`;
    if (!own.has(client)) return { key: name, name };
    ofStack += 1;
    return { key: `own ${String(ofStack)}`, name };
  });
  const others = [
    ...listOf(pool, 'openid_connect_provider_arns'),
    ...listOf(pool, 'saml_provider_arns'),
    ...Object.keys(pool.entries('supported_login_providers')),
    ...[pool.text('developer_provider_name')].flatMap((name) =>
      name === undefined || textOf(name) === '' ? [] : [textOf(name)],
    ),
  ];
  return [...cognito, ...others.map((name) => ({ key: name, name }))];
}

function listOf(pool: ResourceView, argument: string): readonly string[] {
  const list = pool.texts(argument);
  return list.kind === 'known' ? list.value : [`${argument}, which is not known`];
}

function textOf(value: Settled<Json> | undefined): string {
  return value?.kind === 'known' && typeof value.value === 'string'
    ? value.value
    : 'a place not known';
}
