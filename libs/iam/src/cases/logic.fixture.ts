import type { AccessRequest } from '../decision';
import type { Expected, IamCase } from './iam-case';

const LOGIC = 'IAM User Guide, "Policy evaluation logic"';
const PRINCIPAL = 'IAM User Guide, "AWS JSON policy elements: Principal"';
const TRUST = 'Cognito Developer Guide, "IAM roles", Set up a trust policy';
const EXAMPLES = 'API Gateway Developer Guide, "API Gateway resource policy examples"';
const ALL = { Effect: 'Allow', Action: '*', Resource: '*' };
const NONE = { ...ALL, Effect: 'Deny' };
const S3 = { ...ALL, Action: 's3:*' };
const EC2 = { ...ALL, Action: 'ec2:*' };
const MFA = { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } };
const GET = { action: 's3:GetObject', resource: 'arn:aws:s3:::b/k', context: {} };
const OPEN = { ...GET, unknownKeys: ['aws:MultiFactorAuthPresent'] };

type LogicRow = readonly [
  policies: readonly object[],
  limits: readonly (readonly object[])[],
  request: AccessRequest,
  expected: Expected,
];

const LOGIC_ROWS: readonly LogicRow[] = [
  [[], [], GET, 'implicit deny'],
  [[ALL], [], GET, 'allow'],
  [[EC2], [], GET, 'implicit deny'],
  [[NONE], [], GET, 'explicit deny'],
  [[ALL, NONE], [], GET, 'explicit deny'],
  [[NONE, ALL], [], GET, 'explicit deny'],
  [[EC2, S3], [], GET, 'allow'],
  [[ALL, { ...EC2, Effect: 'Deny' }], [], GET, 'allow'],
  [[ALL, { ...NONE, ...MFA }], [], GET, 'allow'],
  [
    [ALL, { ...NONE, ...MFA }],
    [],
    { ...GET, context: { 'aws:MultiFactorAuthPresent': 'true' } },
    'explicit deny',
  ],
  [[ALL, { ...NONE, ...MFA }], [], OPEN, 'unknown'],
  [[{ ...ALL, ...MFA }], [], OPEN, 'unknown'],
  [[{ ...ALL, ...MFA }, S3], [], OPEN, 'allow'],
  [[{ ...NONE, ...MFA }], [], OPEN, 'implicit deny'],
  [[{ ...NONE, ...MFA }, NONE, ALL], [], OPEN, 'explicit deny'],
  [[S3], [[S3]], GET, 'allow'],
  [[S3], [[EC2]], GET, 'implicit deny'],
  [[EC2], [[S3]], GET, 'implicit deny'],
  [[], [[ALL]], GET, 'implicit deny'],
  [[ALL], [[]], GET, 'implicit deny'],
  [[ALL], [[S3, NONE]], GET, 'explicit deny'],
  [[EC2], [[NONE]], GET, 'explicit deny'],
  [[S3, NONE], [[S3]], GET, 'explicit deny'],
  [[ALL], [[S3], [ALL]], GET, 'allow'],
  [[ALL], [[S3], [EC2]], GET, 'implicit deny'],
  [[ALL], [[EC2], [S3]], GET, 'implicit deny'],
  [[ALL], [[EC2], [NONE]], GET, 'explicit deny'],
  [[ALL], [[{ ...ALL, ...MFA }]], OPEN, 'unknown'],
  [[EC2], [[{ ...ALL, ...MFA }]], OPEN, 'implicit deny'],
  [[{ ...ALL, ...MFA }], [[EC2]], OPEN, 'implicit deny'],
  [[{ ...ALL, ...MFA }], [[NONE]], OPEN, 'explicit deny'],
  [[ALL], [[ALL, { ...NONE, ...MFA }]], OPEN, 'unknown'],
];

const ACCOUNT = '123456789012';
const ROLE = `arn:aws:iam::${ACCOUNT}:role/member`;
const SESSION = `arn:aws:sts::${ACCOUNT}:assumed-role/member/CognitoIdentityCredentials`;
const aws = (value: string) => ({ type: 'AWS', value });
type PrincipalRow = readonly [
  element: object,
  principal: AccessRequest['principal'],
  matches: boolean,
];

const PRINCIPAL_ROWS: readonly PrincipalRow[] = [
  [{ Principal: '*' }, aws(SESSION), true],
  [{ Principal: { AWS: '*' } }, aws('*'), true],
  [{ Principal: { AWS: [ACCOUNT, '555555555555'] } }, aws(SESSION), true],
  [{ Principal: { AWS: ['999999999999', '555555555555'] } }, aws(SESSION), false],
  [{ Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` } }, aws(SESSION), true],
  [{ Principal: { AWS: ROLE } }, aws(SESSION), true],
  [{ Principal: { AWS: `${ROLE}s` } }, aws(SESSION), false],
  [{ Principal: { AWS: SESSION } }, aws(SESSION), true],
  [{ Principal: { AWS: `arn:aws:iam::${ACCOUNT}:role/*` } }, aws(SESSION), false],
  [{ Principal: { AWS: `arn:aws:sts::${ACCOUNT}:assumed-role/member/*` } }, aws(SESSION), false],
  [
    { Principal: { AWS: `arn:aws:iam::${ACCOUNT}:user/Alice` } },
    aws(`arn:aws:iam::${ACCOUNT}:user/Alice`),
    true,
  ],
  [
    { Principal: { AWS: `arn:aws:iam::${ACCOUNT}:user/alice` } },
    aws(`arn:aws:iam::${ACCOUNT}:user/Alice`),
    false,
  ],
  [
    { Principal: { Service: 'apigateway.amazonaws.com' } },
    { type: 'Service', value: 'apigateway.amazonaws.com' },
    true,
  ],
  [{ Principal: { Service: 'apigateway.amazonaws.com' } }, aws(SESSION), false],
  [
    { Principal: { Federated: 'www.amazon.com' } },
    { type: 'Federated', value: 'graph.facebook.com' },
    false,
  ],
  [{ NotPrincipal: { AWS: ROLE } }, aws(SESSION), false],
  [{ NotPrincipal: { AWS: ROLE } }, aws('arn:aws:sts::123456789012:assumed-role/other/s'), true],
];

/** What a deny with `NotPrincipal` must list to let a session, or a user, certainly pass. */
const ALICE = `arn:aws:iam::${ACCOUNT}:user/Alice`;
const EXEMPT_ROWS: readonly (readonly [listed: readonly string[], who: string, Expected])[] = [
  [[SESSION, ROLE, `arn:aws:iam::${ACCOUNT}:root`], SESSION, 'allow'],
  [[SESSION, ROLE, ACCOUNT], SESSION, 'allow'],
  [['*'], SESSION, 'allow'],
  [[ROLE], SESSION, 'unknown'],
  [[SESSION], SESSION, 'unknown'],
  [[ACCOUNT], SESSION, 'unknown'],
  [[ROLE, ACCOUNT], SESSION, 'unknown'],
  [[SESSION, ACCOUNT], SESSION, 'unknown'],
  [[SESSION, ROLE], SESSION, 'unknown'],
  [['arn:aws:iam::123456789012:role/other'], SESSION, 'explicit deny'],
  [['999999999999'], SESSION, 'explicit deny'],
  [[ALICE, ACCOUNT], ALICE, 'allow'],
  [[ALICE], ALICE, 'unknown'],
];

const POOL = 'us-east-1:12345678-abcd-abcd-abcd-123456790ab';
const AUD = 'cognito-identity.amazonaws.com:aud';
const AMR = 'cognito-identity.amazonaws.com:amr';
const SUBJECT = 'cognito-identity.amazonaws.com:sub';
const forPool = { StringEquals: { [AUD]: [POOL, 'us-east-1:second'] } };
const forSignedIn = { ...forPool, 'ForAnyValue:StringLike': { [AMR]: 'authenticated' } };
const forFacebook = { ...forPool, 'ForAnyValue:StringLike': { [AMR]: 'graph.facebook.com' } };
const forOne = { StringEquals: { [AUD]: POOL, [SUBJECT]: ['us-east-1:1', 'us-east-1:2'] } };
type TrustRow = readonly [condition: object, context: AccessRequest['context'], trusted: boolean];

const TRUST_ROWS: readonly TrustRow[] = [
  [forPool, { [AUD]: POOL }, true],
  [forPool, { [AUD]: 'us-east-1:second' }, true],
  [forPool, { [AUD]: 'us-east-1:third' }, false],
  [forPool, {}, false],
  [forSignedIn, { [AUD]: POOL, [AMR]: ['authenticated', 'cognito-idp.x/p'] }, true],
  [forSignedIn, { [AUD]: POOL, [AMR]: ['unauthenticated'] }, false],
  [forSignedIn, { [AUD]: 'us-east-1:third', [AMR]: ['authenticated'] }, false],
  [forSignedIn, { [AUD]: POOL }, false],
  [forFacebook, { [AUD]: POOL, [AMR]: ['authenticated', 'graph.facebook.com'] }, true],
  [forFacebook, { [AUD]: POOL, [AMR]: ['authenticated', 'accounts.google.com'] }, false],
  [forOne, { [AUD]: POOL, [SUBJECT]: 'us-east-1:2' }, true],
  [forOne, { [AUD]: POOL, [SUBJECT]: 'us-east-1:3' }, false],
  [forOne, { [AUD]: 'us-east-1:second', [SUBJECT]: 'us-east-1:2' }, false],
];

const API = `arn:aws:execute-api:us-east-1:${ACCOUNT}:api-id/test/GET/pets`;
const OPEN_API = {
  ...ALL,
  Principal: '*',
  Action: 'execute-api:Invoke',
  Resource: `arn:aws:execute-api:us-east-1:${ACCOUNT}:api-id/*`,
};
const denyIf = (Condition: object) => [OPEN_API, { ...OPEN_API, Effect: 'Deny', Condition }];
const BLOCKED = denyIf({ IpAddress: { 'aws:SourceIp': ['192.0.2.0/24', '198.51.100.0/24'] } });
const VPC = denyIf({ StringNotEquals: { 'aws:SourceVpc': 'vpc-1a2b3c4d' } });
type ApiRow = readonly [
  policy: readonly object[],
  context: AccessRequest['context'],
  expected: Expected,
];

const API_ROWS: readonly ApiRow[] = [
  [BLOCKED, { 'aws:SourceIp': '203.0.113.1' }, 'allow'],
  [BLOCKED, { 'aws:SourceIp': '192.0.2.77' }, 'explicit deny'],
  [BLOCKED, { 'aws:SourceIp': '198.51.100.255' }, 'explicit deny'],
  [VPC, { 'aws:SourceVpc': 'vpc-1a2b3c4d' }, 'allow'],
  [VPC, { 'aws:SourceVpc': 'vpc-other' }, 'explicit deny'],
  [VPC, {}, 'explicit deny'],
];

export const LOGIC_CASES: readonly IamCase[] = [
  ...LOGIC_ROWS.map(([policies, limits, request, expected], index) => ({
    id: `logic-${index + 1}`,
    source: LOGIC,
    policies,
    limits,
    request,
    expected,
  })),
  ...EXEMPT_ROWS.map(
    ([AWS, who, expected], index): IamCase => ({
      id: `not-principal-${index + 1}`,
      source: 'IAM User Guide, "AWS JSON policy elements: NotPrincipal", "Key points"',
      policies: [
        { ...ALL, Principal: '*' },
        { ...NONE, NotPrincipal: { AWS } },
      ],
      request: { ...GET, principal: aws(who) },
      expected,
    }),
  ),
  ...PRINCIPAL_ROWS.map(
    ([element, principal, matches], index): IamCase => ({
      id: `principal-${index + 1}`,
      source: PRINCIPAL,
      policies: [{ ...ALL, ...element }],
      request: { ...GET, ...(principal && { principal }) },
      expected: matches ? 'allow' : 'implicit deny',
      ...(!matches && { missed: 'principal' as const }),
    }),
  ),
  ...TRUST_ROWS.map(
    ([Condition, context, trusted], index): IamCase => ({
      id: `trust-${index + 1}`,
      source: TRUST,
      policies: [
        {
          Effect: 'Allow',
          Principal: { Federated: 'cognito-identity.amazonaws.com' },
          Action: 'sts:AssumeRoleWithWebIdentity',
          Condition,
        },
      ],
      request: {
        action: 'sts:AssumeRoleWithWebIdentity',
        resource: '*',
        context,
        principal: { type: 'Federated', value: 'cognito-identity.amazonaws.com' },
      },
      expected: trusted ? 'allow' : 'implicit deny',
      ...(!trusted && { missed: 'condition' as const }),
    }),
  ),
  ...API_ROWS.map(
    ([policies, context, expected], index): IamCase => ({
      id: `api-policy-${index + 1}`,
      source: EXAMPLES,
      policies,
      expected,
      request: { action: 'execute-api:Invoke', resource: API, context, principal: aws(SESSION) },
    }),
  ),
];
