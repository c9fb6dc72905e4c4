import type { BehaviourArea } from '../behaviour';

const INVOKE = 'libs/auth-model/src/decide/authorize-invoke.test.ts';
const AUTHORIZE = 'apps/local-cloud/src/api-gateway/authorization/refusals.test.ts';
const PATTERN = 'libs/iam/src/matches-pattern.test.ts';
const ROUTES = 'libs/auth-model/src/routing/route-table.test.ts';
const TRICKS = 'apps/local-cloud/src/api-gateway/authorization/path-tricks.test.ts';
const READERS = 'libs/auth-model/src/readers/api-readers.test.ts';
const SESSION_LIMITS = 'libs/auth-model/src/decide/session-limits.test.ts';

export const RESOURCE_MATCHING: BehaviourArea = {
  title: 'API Gateway: what policies see',
  behaviours: [
    {
      id: 'resource-arn',
      what: 'A method is `arn:aws:execute-api:<region>:<account>:<api>/<stage>/<VERB>/<path>`.',
      source: 'API Gateway Developer Guide, "Control access to an API with IAM permissions"',
      test: { file: INVOKE, name: 'asks about the concrete path, and about "/" for the root' },
    },
    {
      id: 'resource-action',
      what: 'The action is execute-api:Invoke.',
      source: 'API Gateway Developer Guide, "Control access to an API with IAM permissions"',
      test: {
        file: AUTHORIZE,
        name: 'denies a member what only administrators may, with AWS’s capital Message and masked account',
      },
    },
    {
      id: 'resource-star',
      what: 'A star stands for any run of characters, slashes too.',
      source: 'IAM User Guide, "IAM JSON policy elements: Resource"',
      test: {
        file: PATTERN,
        name: '"arn:aws:execute-api:us-west-2:123456789012:abc123/dev/*" matches "arn:aws:execute-api:us-west-2:123456789012:abc123/dev/GET/secure/deeper/still"',
      },
    },
    {
      id: 'resource-question-mark',
      what: 'A question mark stands for one character.',
      source: 'IAM User Guide, "IAM JSON policy elements: Resource"',
      test: {
        file: PATTERN,
        name: '"arn:aws:execute-api:us-west-?:*" matches "arn:aws:execute-api:us-west-2:123456789012:abc123/dev/GET/secure"',
      },
    },
    {
      id: 'resource-case',
      what: 'ARNs are compared with their case.',
      source: 'IAM User Guide, "IAM JSON policy elements: Resource"',
      test: {
        file: PATTERN,
        name: '"ARN:AWS:EXECUTE-API:US-WEST-2:123456789012:ABC123/DEV/GET/SECURE" does not match "arn:aws:execute-api:us-west-2:123456789012:abc123/dev/GET/secure"',
      },
    },
    {
      id: 'resource-concrete-path',
      what: 'Policies see the path of the request, and not the template of the resource.',
      source: 'public captures of denials',
      test: { file: INVOKE, name: 'asks about the concrete path, and about "/" for the root' },
    },
    {
      id: 'resource-root',
      what: 'The root is `…/<VERB>/`.',
      source: 'inferred; not verified',
      test: { file: INVOKE, name: 'asks about the concrete path, and about "/" for the root' },
    },
    {
      id: 'resource-trailing-slash',
      what: 'A path with a slash at its end is routed to the resource without.',
      source: 'GitHub, aws-powertools/powertools-lambda-python#1552 and aws/chalice#65',
      test: { file: ROUTES, name: 'routes GET /secure/ to GET /secure' },
    },
    {
      id: 'resource-trailing-slash-policy',
      what: 'Which of the two policies see is not documented.',
      source: 'no source found; not verified',
      test: {
        file: TRICKS,
        name: 'denies /secure/ where the policy says /secure: AWS routes both, and which one its policies see is not documented',
      },
    },
    {
      id: 'resource-short-arn',
      what: 'The policy of an API may leave the front of its ARNs out: `execute-api:/<stage>/…`.',
      source: 'API Gateway Developer Guide, "API Gateway resource policy examples"',
      test: {
        file: READERS,
        name: 'writes the short resources of an API policy out, wherever the policy stands',
      },
    },
    {
      id: 'resource-same-account-role',
      what: 'Within an account, a policy of the role is enough.',
      source:
        'API Gateway Developer Guide, "How API Gateway resource policies affect authorization workflow"',
      test: {
        file: INVOKE,
        name: 'lets the policies of the role decide where the API has none of its own',
      },
    },
    {
      id: 'resource-same-account-api',
      what: 'Within an account, the policy of the API is enough.',
      source:
        'API Gateway Developer Guide, "How API Gateway resource policies affect authorization workflow"',
      test: { file: INVOKE, name: 'weighs the role and the API together: allow (2)' },
    },
    {
      id: 'resource-same-account-neither',
      what: 'Where neither allows, the request is denied.',
      source:
        'API Gateway Developer Guide, "How API Gateway resource policies affect authorization workflow"',
      test: { file: INVOKE, name: 'weighs the role and the API together: implicit deny (4)' },
    },
    {
      id: 'resource-cross-account',
      what: 'Across accounts, both must allow.',
      source:
        'API Gateway Developer Guide, "How API Gateway resource policies affect authorization workflow"',
      notModelled: 'a stack is one account, and every session is of it',
    },
    {
      id: 'resource-deny-of-api',
      what: 'A deny of the API wins over an allow of the role.',
      source:
        'API Gateway Developer Guide, "How API Gateway resource policies affect authorization workflow"',
      test: { file: INVOKE, name: 'weighs the role and the API together: explicit deny (6)' },
    },
    {
      id: 'resource-deny-of-role',
      what: 'A deny of the role wins over an allow of the API.',
      source:
        'API Gateway Developer Guide, "How API Gateway resource policies affect authorization workflow"',
      test: { file: INVOKE, name: 'weighs the role and the API together: explicit deny (7)' },
    },
    {
      id: 'resource-open-method',
      what: 'A method without authorization is asked of the policy of the API too.',
      source:
        'API Gateway Developer Guide, "How API Gateway resource policies affect authorization workflow"',
      test: { file: INVOKE, name: 'leaves an unsigned call to the policy of the API alone' },
    },
    {
      id: 'resource-principal-account',
      what: 'An account as principal of the API’s policy leaves the decision to the policies of its roles.',
      source: 'IAM User Guide, "IAM JSON policy elements: Principal"',
      test: {
        file: SESSION_LIMITS,
        name: 'what the API grants to the account, a role of the account needs in its own policies too',
      },
    },
  ],
};
