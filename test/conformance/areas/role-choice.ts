import type { BehaviourArea } from '../behaviour';

const CHOOSE = 'libs/auth-model/src/decide/choose-role.test.ts';
const MAPPING = 'apps/local-cloud/src/cognito-identity/role-mapping.test.ts';
const GET_CREDENTIALS =
  'apps/local-cloud/src/cognito-identity/operations/get-credentials-for-identity.test.ts';
const CLAIMS = 'libs/auth-model/src/decide/token-role-claims.test.ts';
const READER = 'libs/auth-model/src/readers/identity-pool.test.ts';
const LINKING = 'apps/local-cloud/src/cognito-identity/linking.test.ts';

export const ROLE_CHOICE: BehaviourArea = {
  title: 'Identity pools: which role',
  behaviours: [
    {
      id: 'identity-role-mapping-key',
      what: 'The key of a role mapping is the provider and, of a user pool, the app client: `<provider>:<client>`.',
      source: 'Cognito Federated Identities API Reference, SetIdentityPoolRoles',
      test: {
        file: CHOOSE,
        name: 'gives the authenticated role where no mapping is for this provider',
      },
    },
    {
      id: 'identity-role-mapping-key-wrong',
      what: 'SetIdentityPoolRoles refuses a key that is no provider of the pool.',
      source: 'GitHub, aws/aws-cdk#22951',
      test: {
        file: READER,
        name: 'stops at a role mapping for a client that the pool does not take, as AWS does',
      },
    },
    {
      id: 'identity-role-none-authenticated',
      what: 'Without a mapping, whoever has signed in gets the authenticated role.',
      source: 'Cognito Federated Identities API Reference, SetIdentityPoolRoles',
      test: { file: MAPPING, name: 'without a role mapping everybody gets the authenticated role' },
    },
    {
      id: 'identity-role-none-guest',
      what: 'Without logins, a caller gets the unauthenticated role.',
      source: 'Cognito Federated Identities API Reference, SetIdentityPoolRoles',
      test: {
        file: CHOOSE,
        name: 'gives a guest the unauthenticated role, where guests are allowed',
      },
    },
    {
      id: 'identity-role-guest-custom',
      what: 'A guest cannot ask for a role.',
      source: 'Amazon Cognito Developer Guide, "Role-based access control"',
      test: { file: CHOOSE, name: 'gives a guest no role of their choice' },
    },
    {
      id: 'identity-role-token-custom',
      what: 'With a mapping of type Token, a role asked for must be one of `cognito:roles`.',
      source: 'Amazon Cognito Developer Guide, "Role-based access control"',
      test: { file: CHOOSE, name: 'gives a role asked for by name only if the token holds it' },
    },
    {
      id: 'identity-role-token-custom-denied',
      what: 'A role asked for that the token does not hold is denied.',
      source:
        'Amazon Cognito Developer Guide, "Role-based access control"; the wording is not verified',
      test: {
        file: GET_CREDENTIALS,
        name: 'a caller may ask for a role of the token, and for no other',
      },
    },
    {
      id: 'identity-role-token-preferred',
      what: 'With a mapping of type Token, `cognito:preferred_role` is the role.',
      source: 'Amazon Cognito Developer Guide, "Role-based access control"',
      test: { file: CHOOSE, name: 'chooses from a token with the preferred role' },
    },
    {
      id: 'identity-role-token-only',
      what: 'A single role in the token is the role.',
      source: 'Amazon Cognito Developer Guide, "Role-based access control"',
      test: { file: CHOOSE, name: 'chooses from a token with the only role' },
    },
    {
      id: 'identity-role-token-ambiguous',
      what: 'Several roles and no preferred one are ambiguous: AmbiguousRoleResolution decides.',
      source: 'Amazon Cognito Developer Guide, "Role-based access control"',
      test: { file: CHOOSE, name: 'chooses from a token with several roles and no preferred one' },
    },
    {
      id: 'identity-role-token-none',
      what: 'A token without roles is ambiguous as well.',
      source: 'GitHub, aws-amplify/amplify-js#8644, and a public capture',
      test: { file: CHOOSE, name: 'chooses from a token with no role at all' },
    },
    {
      id: 'identity-role-precedence',
      what: 'The group with the lowest precedence number gives the preferred role.',
      source: 'Cognito user pools API Reference, CreateGroup',
      test: { file: CLAIMS, name: 'prefers the role of the group with the lowest precedence' },
    },
    {
      id: 'identity-role-precedence-absent',
      what: 'A group without precedence ranks last, and zero ranks first.',
      source: 'Cognito user pools API Reference, CreateGroup',
      test: { file: CLAIMS, name: 'ranks zero first and a group without precedence last' },
    },
    {
      id: 'identity-role-precedence-tie',
      what: 'Groups that tie with different roles leave the token without a preferred role.',
      source: 'Cognito user pools API Reference, CreateGroup',
      test: { file: CLAIMS, name: 'prefers no role where groups tie with different ones' },
    },
    {
      id: 'identity-role-precedence-tie-same',
      what: 'Groups that tie with the same role prefer that role.',
      source: 'Cognito user pools API Reference, CreateGroup',
      test: { file: CLAIMS, name: 'prefers the role that tied groups share' },
    },
    {
      id: 'identity-role-ambiguous-authenticated',
      what: 'AmbiguousRoleResolution AuthenticatedRole gives the authenticated role.',
      source: 'Cognito Federated Identities API Reference, RoleMapping',
      test: {
        file: GET_CREDENTIALS,
        name: 'the preferred role of the token wins, and a tie falls back to the authenticated role',
      },
    },
    {
      id: 'identity-role-ambiguous-deny',
      what: 'AmbiguousRoleResolution Deny is a NotAuthorizedException: `The ambiguous role mapping rules for: <provider> denied this request.`.',
      source: 'GitHub, aws-amplify/amplify-js#3621 and #8644',
      test: { file: GET_CREDENTIALS, name: 'a role mapping that denies what is ambiguous says so' },
    },
    {
      id: 'identity-role-ambiguous-provider',
      what: 'For a user pool that message names the provider and the client.',
      source: 'inferred from the key of the mapping; not verified',
      test: { file: GET_CREDENTIALS, name: 'a role mapping that denies what is ambiguous says so' },
    },
    {
      id: 'identity-role-ambiguous-missing',
      what: 'A mapping of either type must have an AmbiguousRoleResolution.',
      source: 'Cognito Federated Identities API Reference, RoleMapping',
      test: { file: READER, name: 'stops at a role mapping without a resolution, as AWS does' },
    },
    {
      id: 'identity-role-rules-order',
      what: 'Rules are tried in their order, and the first that matches decides.',
      source: 'Cognito Federated Identities API Reference, RulesConfigurationType',
      test: { file: CHOOSE, name: 'lets the first rule that matches decide' },
    },
    {
      id: 'identity-role-rules-none',
      what: 'Where no rule matches, AmbiguousRoleResolution decides.',
      source: 'Cognito Federated Identities API Reference, RoleMapping',
      test: {
        file: MAPPING,
        name: 'rules are tried in their order, and without a match the resolution decides',
      },
    },
    {
      id: 'identity-role-rules-custom',
      what: 'With rules, nobody may ask for a role.',
      source:
        'Amazon Cognito Developer Guide, "Role-based access control"; the wording is not verified',
      test: { file: MAPPING, name: 'with rules nobody may ask for a role' },
    },
    {
      id: 'identity-role-rules-equals',
      what: 'Equals compares the whole claim, case and all.',
      source: 'Cognito Federated Identities API Reference, MappingRule',
      test: { file: CHOOSE, name: 'a rule Equals "red" does not match "Red"' },
    },
    {
      id: 'identity-role-rules-contains',
      what: 'Contains finds its value anywhere in the claim.',
      source: 'Cognito Federated Identities API Reference, MappingRule',
      test: { file: CHOOSE, name: 'a rule Contains "ed" matches "red"' },
    },
    {
      id: 'identity-role-rules-starts-with',
      what: 'StartsWith finds its value at the beginning of the claim only.',
      source: 'Cognito Federated Identities API Reference, MappingRule',
      test: { file: CHOOSE, name: 'a rule StartsWith "ed" does not match "red"' },
    },
    {
      id: 'identity-role-rules-not-equal',
      what: 'NotEqual matches every other value.',
      source: 'Cognito Federated Identities API Reference, MappingRule',
      test: { file: CHOOSE, name: 'a rule NotEqual "red" matches "blue"' },
    },
    {
      id: 'identity-role-rules-not-equal-missing',
      what: 'NotEqual does not match where the claim is missing.',
      source: 'Amazon Cognito Developer Guide, "Role-based access control"',
      test: { file: CHOOSE, name: 'a rule NotEqual "red" does not match a missing claim' },
    },
    {
      id: 'identity-role-rules-list-contains',
      what: 'Contains finds a group in `cognito:groups` by its whole name.',
      source: 'public stacks; AWS does not document rules about lists',
      test: {
        file: CHOOSE,
        name: 'finds a group by its name, and cannot tell where it depends on how a rule compares a list',
      },
    },
    {
      id: 'identity-role-rules-list',
      what: 'Equals, StartsWith and NotEqual compare a list, such as that of the groups, in some way.',
      source: 'not documented',
      notModelled:
        'the start says so for each such rule, and whoever has the claim gets no role by it: InternalErrorException',
    },
    {
      id: 'identity-role-rules-limit',
      what: 'A provider has twenty-five rules at most.',
      source: 'Cognito Federated Identities API Reference, RulesConfigurationType',
      test: { file: READER, name: 'takes no more rules for a provider than AWS does' },
    },
    {
      id: 'identity-role-providers-limit',
      what: 'A pool has role mappings for ten providers at most.',
      source: 'Cognito Federated Identities API Reference, SetIdentityPoolRoles',
      test: { file: READER, name: 'stops at more than ten role mappings, as AWS does' },
    },
    {
      id: 'identity-role-several-logins',
      what: 'Of several logins, the one that a mapping is for chooses the role.',
      source: 'Amazon Cognito Developer Guide, "Role-based access control"; not verified',
      test: {
        file: LINKING,
        name: 'of several logins, the first that a role mapping is for chooses the role',
      },
    },
  ],
};
