import type { Block } from '../block';
import { pairs } from '../compare';
import { finding, type Rule } from '../rule';
import { say } from '../say';

export const identityPoolChecksTokens: Rule = {
  id: 'identity-pool-checks-tokens',
  title: 'Signed-out users keep getting credentials',
  severity: 'high',
  why: 'Without the server-side check an ID token is good for AWS credentials until it ends, also after its user was signed out, disabled or deleted.',
  fix: 'Set server_side_token_check to true for the provider.',
  source: 'Identity pools API reference, "CognitoIdentityProvider" (ServerSideTokenCheck)',
  *check(input) {
    for (const { before, after } of pairs(input, 'aws_cognito_identity_pool')) {
      const checkedBefore = (before?.blocks(PROVIDERS) ?? []).map((one) => isChecked(one) === true);
      for (const [at, provider] of after.blocks(PROVIDERS).entries()) {
        if (isChecked(provider) !== false) continue;
        const was =
          before === undefined || checkedBefore.length === 0 || checkedBefore[at] === true;
        if (!was) continue;
        yield finding(
          after.address,
          say`provider ${at + 1}: its tokens are not checked with the user pool`,
        );
      }
    }
  },
};

const PROVIDERS = 'cognito_identity_providers';

/** @returns undefined: not known */
function isChecked(provider: Block): boolean | undefined {
  const check = provider.boolean('server_side_token_check', false);
  return check.kind === 'known' ? check.value : undefined;
}
