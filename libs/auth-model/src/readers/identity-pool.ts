import { known } from '@gatehouse/terraform-json';

import type { BlockReader } from '../block-reader';
import { asBoolean, asText, asTexts } from '../json-types';
import type { IdentityPool, IdentityProvider } from '../model-identity';
import { withoutUndefined } from '../without-undefined';
import type { Owned } from './owned';
import { readRoleMappings } from './role-mapping';

type RoleMembers = 'authenticatedRoleArn' | 'unauthenticatedRoleArn' | 'roleMappings';

export interface IdentityPoolPart extends Omit<
  IdentityPool,
  RoleMembers | 'openIdProviders' | 'principalTags'
> {
  readonly openIdProviderArns: readonly string[];
}

/** Which roles a pool gives. */
export type IdentityPoolRoles = Pick<IdentityPool, RoleMembers>;

/** Source: Cognito identity pools API reference, "CreateIdentityPool". */
export function readIdentityPool(block: BlockReader): IdentityPoolPart {
  block.told('arn');
  const elsewhere = 'only tokens of user pools and of OpenID Connect providers are accepted';
  block.unsupported('developer_provider_name', elsewhere);
  block.unsupported('saml_provider_arns', elsewhere);
  block.unsupported('supported_login_providers', elsewhere);
  return {
    address: block.address,
    id: block.computed('id'),
    name: block.text('identity_pool_name'),
    allowUnauthenticated:
      block.value('allow_unauthenticated_identities', asBoolean) ?? known(false),
    allowClassicFlow: block.boolean('allow_classic_flow', false),
    providers: block.blocks('cognito_identity_providers').map(readProvider),
    openIdProviderArns: block.optional('openid_connect_provider_arns', asTexts) ?? [],
  };
}

function readProvider(block: BlockReader): IdentityProvider {
  const provider = {
    providerName: block.text('provider_name'),
    clientId: block.text('client_id'),
    serverSideTokenCheck: block.boolean('server_side_token_check', false),
  };
  block.end();
  return provider;
}

/** Source: Cognito identity pools API reference, "SetIdentityPoolRoles" and "RoleMapping". */
export function readRolesAttachment(block: BlockReader): Owned<IdentityPoolRoles> {
  return {
    address: block.address,
    owner: block.text('identity_pool_id'),
    value: readRoles(block),
  };
}

/** Roles that are not known yet are not none; and where a mapping is to come, nobody can say that it will not be asked. */
function readRoles(block: BlockReader): IdentityPoolRoles {
  const notMapped = block.whyNoBlock('role_mapping');
  const roleMappings = notMapped === undefined ? readRoleMappings(block) : [];
  const notYet = block.whyNoBlock('roles');
  if (notYet !== undefined)
    return { roleMappings, authenticatedRoleArn: notYet, unauthenticatedRoleArn: notYet };
  const roles = block.block('roles');
  const authenticated = roles?.value('authenticated', asText);
  const value: IdentityPoolRoles = {
    roleMappings,
    ...withoutUndefined({
      authenticatedRoleArn: notMapped ?? authenticated,
      unauthenticatedRoleArn: roles?.value('unauthenticated', asText),
    }),
  };
  roles?.end();
  return value;
}
