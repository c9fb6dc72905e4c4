import type { BlockReader } from '../block-reader';
import { asBoolean, asNumber, asOneOf, asText, asTexts } from '../json-types';
import type { UserPoolClient } from '../model-identity';
import { withoutUndefined } from '../without-undefined';
import type { Owned } from './owned';

/** Source: Cognito user pools API reference, "CreateUserPoolClient" (ExplicitAuthFlows). */
const DEFAULT_AUTH_FLOWS = ['ALLOW_REFRESH_TOKEN_AUTH', 'ALLOW_USER_SRP_AUTH', 'ALLOW_CUSTOM_AUTH'];

const SECONDS = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 } as const;
type Unit = keyof typeof SECONDS;
const asUnit = asOneOf<Unit>('seconds', 'minutes', 'hours', 'days');

/** Token lifetimes where nothing is said. Source: Cognito user pools API reference, "CreateUserPoolClient". */
const LIFETIMES = {
  id: { validity: 1, unit: 'hours' },
  access: { validity: 1, unit: 'hours' },
  refresh: { validity: 30, unit: 'days' },
} as const;

/** Source: Cognito user pools API reference, "CreateUserPoolClient". */
export function readUserPoolClient(block: BlockReader): Owned<UserPoolClient> {
  refuseWhatIsNotPlayed(block);
  const units = block.block('token_validity_units');
  const seconds = (token: keyof typeof LIFETIMES): number => {
    const { validity, unit } = LIFETIMES[token];
    const given = block.number(`${token}_token_validity`, validity);
    // Zero stands for the default.
    const amount = given === 0 ? validity : given;
    return amount * SECONDS[units?.optional(`${token}_token`, asUnit) ?? unit];
  };
  const client: UserPoolClient = {
    address: block.address,
    id: block.computed('id'),
    name: block.text('name'),
    generateSecret: block.boolean('generate_secret', false),
    explicitAuthFlows: block.optional('explicit_auth_flows', asTexts) ?? DEFAULT_AUTH_FLOWS,
    idTokenValiditySeconds: seconds('id'),
    accessTokenValiditySeconds: seconds('access'),
    refreshTokenValiditySeconds: seconds('refresh'),
    authSessionValiditySeconds: block.number('auth_session_validity', 3) * SECONDS.minutes,
    preventUserExistenceErrors:
      block.optional('prevent_user_existence_errors', asOneOf('ENABLED', 'LEGACY')) ?? 'LEGACY',
    enableTokenRevocation: block.boolean('enable_token_revocation', true),
    ...withoutUndefined({
      refreshTokenRotationGraceSeconds: readRotationGrace(block),
      readAttributes: block.optional('read_attributes', asTexts),
      writeAttributes: block.optional('write_attributes', asTexts),
    }),
  };
  units?.end();
  return { address: block.address, owner: block.text('user_pool_id'), value: client };
}

function refuseWhatIsNotPlayed(block: BlockReader): void {
  block.told('client_secret');
  // Where the hosted pages return to; there are none unless OAuth is on, which is reported below.
  block.ignore(
    'allowed_oauth_flows',
    'allowed_oauth_scopes',
    'callback_urls',
    'default_redirect_uri',
    'logout_urls',
  );
  // What Cognito counts and logs.
  block.ignore('analytics_configuration', 'enable_propagate_additional_user_context_data');
  if (block.optional('generate_secret', asBoolean) === true) {
    block.reportUnsupported('generate_secret', 'no secret hash is checked');
  }
  if (block.optional('allowed_oauth_flows_user_pool_client', asBoolean) === true) {
    block.reportUnsupported(
      'allowed_oauth_flows_user_pool_client',
      'there are no hosted sign-in pages',
    );
  }
  const providers = block.optional('supported_identity_providers', asTexts) ?? [];
  if (providers.some((provider) => provider !== 'COGNITO')) {
    block.reportUnsupported('supported_identity_providers', 'users sign in with this pool only');
  }
}

/** Source: Cognito user pools API reference, "RefreshTokenRotationType": no grace unless one is given. */
function readRotationGrace(block: BlockReader): number | undefined {
  const rotation = block.block('refresh_token_rotation');
  if (rotation?.optional('feature', asText) !== 'ENABLED') return undefined;
  return rotation.optional('retry_grace_period_seconds', asNumber) ?? 0;
}
