import { askedCases } from './iam-case';
import type { IamCase } from './iam-case';

const elements = (name: string): string =>
  `IAM User Guide, "IAM JSON policy elements: ${name}" (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_${name.toLowerCase()}.html)`;
const GATEWAY = 'API Gateway Developer Guide, "IAM policy examples for API execution permissions"';
const VARIABLES = 'IAM User Guide, "IAM policy elements: Variables and tags"';
const COGNITO = 'Cognito Developer Guide, "IAM roles", Access policy examples';
const INVOKE = 'execute-api:Invoke';
const KEY = 'arn:aws:s3:::amzn-s3-demo-bucket/key';
const API = 'arn:aws:execute-api:us-east-1:111111111111:a123456789';
const ME = 'us-east-1:12345678-1234-1234-1234-123456790ab';
const SUB = { 'cognito-identity.amazonaws.com:sub': ME };
const invoke = (...paths: readonly string[]) => ({ Action: INVOKE, Resource: paths });
const get = (Resource: string) => ({ Action: 's3:GetObject', Resource });
const under = (path: string): string => `arn:aws:s3:::amzn-s3-demo-bucket/${path}`;
const TESTS = under('*/test/*');
/** The services of the page's example, each with a single endpoint. */
const ONE_ENDPOINT = ['cloudfront:*', 'iam:*', 'route53:*', 'support:*'];
const PAYROLL = ['arn:aws:s3:::HRBucket/Payroll', 'arn:aws:s3:::HRBucket/Payroll/*'];
const but = (...NotAction: readonly string[]) => ({ NotAction, Resource: '*' });

export const STATEMENT_CASES: readonly IamCase[] = [
  ...askedCases('action', elements('Action'), [
    [{ Action: 's3:GetObject', Resource: '*' }, 's3:GetObject', KEY],
    [{ Action: 's3:getobject', Resource: '*' }, 's3:GetObject', KEY],
    [{ Action: 'S3:GetObject', Resource: '*' }, 's3:GetObject', KEY],
    [{ Action: ['sqs:SendMessage', 's3:*'], Resource: '*' }, 's3:PutObject', KEY],
    [{ Action: ['sqs:SendMessage', 's3:*'], Resource: '*' }, 'sqs:ReceiveMessage', KEY, 'action'],
    [{ Action: 's3:*', Resource: '*' }, 's3:DeleteObject', KEY],
    [{ Action: 's3:*', Resource: '*' }, 's3express:GetObject', KEY, 'action'],
    [{ Action: 'iam:*AccessKey*', Resource: '*' }, 'iam:CreateAccessKey', KEY],
    [{ Action: 'iam:*AccessKey*', Resource: '*' }, 'iam:ListAccessKeys', KEY],
    [{ Action: 'iam:*AccessKey*', Resource: '*' }, 'iam:DeleteAccessKey', KEY],
    [{ Action: 'iam:*AccessKey*', Resource: '*' }, 'iam:UpdateAccessKey', KEY],
    [{ Action: 'IAM:listaccesskeys', Resource: '*' }, 'iam:ListAccessKeys', KEY],
    [{ Action: 'iam:*AccessKey*', Resource: '*' }, 'iam:CreateUser', KEY, 'action'],
    [{ Action: 's3:Get?bject', Resource: '*' }, 's3:GetObject', KEY],
    [{ Action: 's3:Get?bject', Resource: '*' }, 's3:Getbject', KEY, 'action'],
    [{ Action: '*', Resource: '*' }, 'anything:AtAll', KEY],
    [{ Action: 's3:GetObject', Resource: '*' }, 's3:GetObjectAcl', KEY, 'action'],
    [{ Action: 's3:GetObject*', Resource: '*' }, 's3:GetObjectAcl', KEY],
  ]),
  ...askedCases('not-action', elements('NotAction'), [
    [but('iam:*'), 's3:GetObject', KEY],
    [but('iam:*'), 'iam:CreateUser', KEY, 'action'],
    [but('iam:*'), 'IAM:createuser', KEY, 'action'],
    [but('s3:DeleteBucket'), 's3:DeleteObject', KEY],
    [but('s3:DeleteBucket'), 's3:DeleteBucket', KEY, 'action'],
    [but(...ONE_ENDPOINT), 'route53:ListHostedZones', KEY, 'action'],
    [but(...ONE_ENDPOINT), 'support:CreateCase', KEY, 'action'],
    [but(...ONE_ENDPOINT), 'ec2:RunInstances', KEY],
    [{ NotAction: 's3:DeleteBucket', Resource: 'arn:aws:s3:::*' }, 's3:GetObject', KEY],
    [
      { NotAction: 's3:DeleteBucket', Resource: 'arn:aws:s3:::*' },
      'sqs:SendMessage',
      'arn:aws:sqs:us-east-2:1:q',
      'resource',
    ],
    [but('*'), 's3:GetObject', KEY, 'action'],
  ]),
  ...askedCases('resource', elements('Resource'), [
    [get('arn:aws:s3:::amzn-s3-demo-bucket/key'), 's3:GetObject', KEY],
    [get('arn:aws:s3:::amzn-s3-demo-bucket/KEY'), 's3:GetObject', KEY, 'resource'],
    [get('arn:aws:s3:::amzn-s3-demo-bucket'), 's3:GetObject', KEY, 'resource'],
    [get('arn:aws:s3:::amzn-s3-demo-bucket/*'), 's3:GetObject', KEY],
    [get('arn:aws:s3:::amzn-s3-demo-bucket/*'), 's3:GetObject', `${KEY}/deep/er`],
    [get('arn:aws:s3:::amzn-s3-demo-bucket/*'), 's3:GetObject', 'arn:aws:s3:::other/k', 'resource'],
    [get(TESTS), 's3:GetObject', under('1/test/object.jpg')],
    [get(TESTS), 's3:GetObject', under('1/2/test/object.jpg')],
    [get(TESTS), 's3:GetObject', under('1/2/test/3/object.jpg ')],
    [get(TESTS), 's3:GetObject', under('1/2/3/test/4/object.jpg')],
    [get(TESTS), 's3:GetObject', under('1///test///object.jpg')],
    [get(TESTS), 's3:GetObject', under('1/test/.jpg')],
    [get(TESTS), 's3:GetObject', under('/test/object.jpg')],
    [get(TESTS), 's3:GetObject', under('1/test/')],
    [get(TESTS), 's3:GetObject', under('1-test/object.jpg'), 'resource'],
    [get(TESTS), 's3:GetObject', under('test/object.jpg'), 'resource'],
    [get(TESTS), 's3:GetObject', under('1/2/test.jpg'), 'resource'],
    [get('arn:aws:s3:::amzn-s3-demo-bucket/???'), 's3:GetObject', KEY],
    [get('arn:aws:s3:::amzn-s3-demo-bucket/????'), 's3:GetObject', KEY, 'resource'],
    [get('arn:aws:s3:::*'), 's3:GetObject', KEY],
    [get('*'), 's3:GetObject', KEY],
    [
      { Action: 'dynamodb:*', Resource: ['arn:aws:dynamodb:us-east-2:1:table/books_table'] },
      'dynamodb:Query',
      'arn:aws:dynamodb:us-east-2:1:table/magazines_table',
      'resource',
    ],
    [
      {
        Action: 'dynamodb:*',
        Resource: [
          'arn:aws:dynamodb:us-east-2:1:table/books',
          'arn:aws:dynamodb:us-east-2:1:table/b',
        ],
      },
      'dynamodb:Query',
      'arn:aws:dynamodb:us-east-2:1:table/b',
    ],
    [
      { Action: 'sqs:*', Resource: 'arn:aws:sqs:us-east-2:*:queue1' },
      'sqs:SendMessage',
      'arn:aws:sqs:us-east-2:444455556666:queue1',
    ],
    [
      { Action: 'sqs:*', Resource: 'arn:aws:sqs:us-east-2:*:queue1' },
      'sqs:SendMessage',
      'arn:aws:sqs:us-west-2:444455556666:queue1',
      'resource',
    ],
    [
      { Action: 'iam:*', Resource: 'arn:aws:iam::1:user/accounting/*' },
      'iam:GetUser',
      'arn:aws:iam::1:user/accounting/Bob',
    ],
    [
      { Action: 'iam:*', Resource: 'arn:aws:iam::1:user/Bob' },
      'iam:GetUser',
      'arn:aws:iam::1:user/bob',
      'resource',
    ],
    [
      { Action: 'dynamodb:*', Resource: 'arn:aws:dynamodb:us-east-2:1:table/${aws:username}' },
      'dynamodb:Query',
      'arn:aws:dynamodb:us-east-2:1:table/Bob',
      undefined,
      { 'aws:username': 'Bob' },
    ],
  ]),
  ...askedCases('not-resource', elements('NotResource'), [
    [{ Action: 's3:*', NotResource: KEY }, 's3:GetObject', KEY, 'resource'],
    [{ Action: 's3:*', NotResource: KEY }, 's3:GetObject', `${KEY}2`],
    [
      { Action: 's3:*', NotResource: 'arn:aws:s3:::amzn-s3-demo-bucket/*' },
      's3:Get',
      KEY,
      'resource',
    ],
    [{ Action: 's3:*', NotResource: PAYROLL }, 's3:GetObject', PAYROLL[0] ?? '', 'resource'],
    [
      { Action: 's3:*', NotResource: PAYROLL },
      's3:GetObject',
      'arn:aws:s3:::HRBucket/Payroll/may',
      'resource',
    ],
    [{ Action: 's3:*', NotResource: PAYROLL }, 's3:GetObject', 'arn:aws:s3:::HRBucket/Holidays'],
    [{ Action: 's3:*', NotResource: PAYROLL }, 's3:GetObject', KEY],
    [
      { Action: '*', NotResource: 'arn:aws:s3:::HRBucket' },
      'ec2:RunInstances',
      'arn:aws:ec2:us-east-2:1:instance/*',
    ],
    [{ Action: 's3:*', NotResource: '*' }, 's3:Get', KEY, 'resource'],
  ]),
  ...askedCases('gateway', GATEWAY, [
    [
      invoke(`${API}/test/POST/my-demo-resource-path/*`),
      INVOKE,
      `${API}/test/POST/my-demo-resource-path/a`,
    ],
    [
      invoke(`${API}/test/POST/my-demo-resource-path/*`),
      INVOKE,
      `${API}/test/POST/my-demo-resource-path/a/b`,
    ],
    [
      invoke(`${API}/test/POST/my-demo-resource-path/*`),
      INVOKE,
      `${API}/test/POST/my-demo-resource-path`,
      'resource',
    ],
    [
      invoke(`${API}/test/POST/my-demo-resource-path/*`),
      INVOKE,
      `${API}/test/GET/my-demo-resource-path/a`,
      'resource',
    ],
    [
      invoke(`${API}/test/POST/my-demo-resource-path/*`),
      INVOKE,
      `${API}/prod/POST/my-demo-resource-path/a`,
      'resource',
    ],
    [
      invoke('arn:aws:execute-api:us-east-1:*:a123456789/test/POST/p/*'),
      INVOKE,
      `${API}/test/POST/p/1`,
    ],
    [
      invoke('arn:aws:execute-api:eu-west-1:*:a123456789/test/POST/p/*'),
      INVOKE,
      `${API}/test/POST/p/1`,
      'resource',
    ],
    [
      invoke('arn:aws:execute-api:*:*:a123456789/*/*/petstorewalkthrough/pets'),
      INVOKE,
      `${API}/prod/GET/petstorewalkthrough/pets`,
    ],
    [
      invoke('arn:aws:execute-api:*:*:a123456789/*/*/petstorewalkthrough/pets'),
      INVOKE,
      `${API}/t/POST/petstorewalkthrough/pets`,
    ],
    [
      invoke('arn:aws:execute-api:*:*:a123456789/*/*/petstorewalkthrough/pets'),
      INVOKE,
      `${API}/t/POST/petstorewalkthrough/pets/1`,
      'resource',
    ],
    [
      invoke('arn:aws:execute-api:*:*:a123456789/*/*/petstorewalkthrough/pets'),
      INVOKE,
      `${API.replace('a123456789', 'b')}/t/GET/petstorewalkthrough/pets`,
      'resource',
    ],
    [invoke('arn:aws:execute-api:*:*:*'), INVOKE, `${API}/test/GET/`],
    [invoke(`${API}/test/*`), INVOKE, `${API}/test/DELETE/a/b/c`],
    [invoke(`${API}/test/GET/pets`), INVOKE, `${API}/test/GET/pets/`, 'resource'],
    [invoke(`${API}/test/GET/pets`), INVOKE, `${API}/test/GET/Pets`, 'resource'],
    [invoke(`${API}/test/GET/pets/?`), INVOKE, `${API}/test/GET/pets/7`],
    [invoke(`${API}/test/GET/pets/?`), INVOKE, `${API}/test/GET/pets/77`, 'resource'],
    [invoke(`${API}/*/GET/pets`), INVOKE, `${API}/test/GET/pets`],
    [invoke(`${API}/*/GET/pets`), INVOKE, `${API}/test/POST/x/GET/pets`],
    [{ Action: 'execute-api:*', Resource: `${API}/*` }, INVOKE, `${API}/test/GET/pets`],
    [
      { Action: 'execute-api:InvalidateCache', Resource: `${API}/*` },
      INVOKE,
      `${API}/test/GET/pets`,
      'action',
    ],
    [
      { Action: 'execute-api:ManageConnections', Resource: '*' },
      INVOKE,
      `${API}/test/GET/pets`,
      'action',
    ],
    [{ Action: 'apigateway:*', Resource: '*' }, INVOKE, `${API}/test/GET/pets`, 'action'],
  ]),
  ...askedCases('variable', VARIABLES, [
    [
      get('arn:aws:s3:::mybucket/${aws:username}/*'),
      's3:GetObject',
      'arn:aws:s3:::mybucket/David/a',
      undefined,
      { 'aws:username': 'David' },
    ],
    [
      get('arn:aws:s3:::mybucket/${aws:username}/*'),
      's3:GetObject',
      'arn:aws:s3:::mybucket/Adele/a',
      'resource',
      { 'aws:username': 'David' },
    ],
    [
      get('arn:aws:s3:::mybucket/${aws:username}/*'),
      's3:GetObject',
      'arn:aws:s3:::mybucket/David/a',
      'resource',
    ],
    [
      get('arn:aws:s3:::mybucket/${AWS:UserName}/*'),
      's3:GetObject',
      'arn:aws:s3:::mybucket/David/a',
      undefined,
      { 'aws:username': 'David' },
    ],
    [
      get('arn:aws:s3:::mybucket/${aws:username}/*'),
      's3:GetObject',
      'arn:aws:s3:::mybucket/David/a',
      'resource',
      { 'aws:username': '*' },
    ],
    [
      get('arn:aws:s3:::mybucket/${aws:PrincipalTag/department}'),
      's3:GetObject',
      'arn:aws:s3:::mybucket/red',
      undefined,
      { 'aws:PrincipalTag/department': 'red' },
    ],
    [
      get("arn:aws:s3:::mybucket/${aws:PrincipalTag/team, 'company-wide'}/*"),
      's3:GetObject',
      'arn:aws:s3:::mybucket/company-wide/a',
    ],
    [
      get("arn:aws:s3:::mybucket/${aws:PrincipalTag/team, 'company-wide'}/*"),
      's3:GetObject',
      'arn:aws:s3:::mybucket/yellow/a',
      undefined,
      { 'aws:PrincipalTag/team': 'yellow' },
    ],
    [
      get("arn:aws:s3:::mybucket/${aws:PrincipalTag/team, 'company-wide'}/*"),
      's3:GetObject',
      'arn:aws:s3:::mybucket/company-wide/a',
      'resource',
      { 'aws:PrincipalTag/team': 'yellow' },
    ],
    [get('arn:aws:s3:::mybucket/${*}'), 's3:GetObject', 'arn:aws:s3:::mybucket/*'],
    [get('arn:aws:s3:::mybucket/${*}'), 's3:GetObject', 'arn:aws:s3:::mybucket/a', 'resource'],
    [get('arn:aws:s3:::mybucket/${?}'), 's3:GetObject', 'arn:aws:s3:::mybucket/a', 'resource'],
    [get('arn:aws:s3:::mybucket/${$}'), 's3:GetObject', 'arn:aws:s3:::mybucket/$'],
    [
      { Action: 'sqs:*', Resource: 'arn:aws:sqs:us-east-2:*:${aws:username}-queue' },
      'sqs:SendMessage',
      'arn:aws:sqs:us-east-2:1:David-queue',
      undefined,
      { 'aws:username': 'David' },
    ],
    [
      {
        Action: 'sns:*',
        Resource: '*',
        Condition: { StringLike: { 'sns:endpoint': 'https://example.com/${aws:username}/*' } },
      },
      'sns:Subscribe',
      '*',
      undefined,
      { 'aws:username': 'D', 'sns:endpoint': 'https://example.com/D/x' },
    ],
    [
      {
        Action: 'sns:*',
        Resource: '*',
        Condition: { StringLike: { 'sns:endpoint': 'https://example.com/${aws:username}/*' } },
      },
      'sns:Subscribe',
      '*',
      'condition',
      { 'aws:username': 'E', 'sns:endpoint': 'https://example.com/D/x' },
    ],
  ]),
  ...askedCases('cognito', COGNITO, [
    [
      get('arn:aws:s3:::mybucket/assets/my_picture.jpg'),
      's3:GetObject',
      'arn:aws:s3:::mybucket/assets/my_picture.jpg',
    ],
    [
      get('arn:aws:s3:::mybucket/assets/my_picture.jpg'),
      's3:PutObject',
      'arn:aws:s3:::mybucket/assets/my_picture.jpg',
      'action',
    ],
    [
      get('arn:aws:s3:::mybucket/${cognito-identity.amazonaws.com:sub}/*'),
      's3:GetObject',
      `arn:aws:s3:::mybucket/${ME}/a`,
      undefined,
      SUB,
    ],
    [
      get('arn:aws:s3:::mybucket/${cognito-identity.amazonaws.com:sub}/*'),
      's3:GetObject',
      'arn:aws:s3:::mybucket/us-east-1:other/a',
      'resource',
      SUB,
    ],
    [
      {
        Action: 's3:ListBucket',
        Resource: '*',
        Condition: { StringLike: { 's3:prefix': ['${cognito-identity.amazonaws.com:sub}/*'] } },
      },
      's3:ListBucket',
      'arn:aws:s3:::mybucket',
      undefined,
      { ...SUB, 's3:prefix': `${ME}/` },
    ],
    [
      {
        Action: 's3:ListBucket',
        Resource: '*',
        Condition: { StringLike: { 's3:prefix': ['${cognito-identity.amazonaws.com:sub}/*'] } },
      },
      's3:ListBucket',
      'arn:aws:s3:::mybucket',
      'condition',
      { ...SUB, 's3:prefix': '' },
    ],
    [
      {
        Action: 'dynamodb:GetItem',
        Resource: '*',
        Condition: {
          'ForAllValues:StringEquals': {
            'dynamodb:LeadingKeys': ['${cognito-identity.amazonaws.com:sub}'],
          },
        },
      },
      'dynamodb:GetItem',
      't',
      undefined,
      { ...SUB, 'dynamodb:LeadingKeys': [ME] },
    ],
    [
      {
        Action: 'dynamodb:GetItem',
        Resource: '*',
        Condition: {
          'ForAllValues:StringEquals': {
            'dynamodb:LeadingKeys': ['${cognito-identity.amazonaws.com:sub}'],
          },
        },
      },
      'dynamodb:GetItem',
      't',
      'condition',
      { ...SUB, 'dynamodb:LeadingKeys': [ME, 'other'] },
    ],
    [
      {
        Action: 'lambda:InvokeFunction',
        Resource: 'arn:aws:lambda:us-west-2:1:function:MyFunction',
      },
      'lambda:InvokeFunction',
      'arn:aws:lambda:us-west-2:1:function:Other',
      'resource',
    ],
    [
      {
        Action: 'cognito-sync:*',
        Resource:
          'arn:aws:cognito-sync:us-east-1:1:identitypool/${cognito-identity.amazonaws.com:aud}/identity/${cognito-identity.amazonaws.com:sub}/*',
      },
      'cognito-sync:ListRecords',
      `arn:aws:cognito-sync:us-east-1:1:identitypool/us-east-1:p/identity/${ME}/dataset/x`,
      undefined,
      { ...SUB, 'cognito-identity.amazonaws.com:aud': 'us-east-1:p' },
    ],
    [
      {
        Action: 'cognito-sync:*',
        Resource:
          'arn:aws:cognito-sync:us-east-1:1:identitypool/${cognito-identity.amazonaws.com:aud}/*',
      },
      'cognito-sync:ListRecords',
      'arn:aws:cognito-sync:us-east-1:1:identitypool/us-east-1:q/x',
      'resource',
      { 'cognito-identity.amazonaws.com:aud': 'us-east-1:p' },
    ],
  ]),
];

/** What a `Deny` with `NotAction` or `NotResource` takes away from someone who may do everything, as the examples of both pages do. */
const DENIES: readonly (readonly [
  element: 'NotAction' | 'NotResource',
  deny: object,
  action: string,
  resource: string,
  context: Readonly<Record<string, string>>,
  isDenied: boolean,
])[] = (() => {
  const elsewhere = {
    NotAction: ONE_ENDPOINT,
    Resource: '*',
    Condition: { StringNotEquals: { 'aws:RequestedRegion': ['eu-central-1', 'eu-west-1'] } },
  };
  const withoutMfa = {
    NotAction: 'iam:*',
    Resource: '*',
    Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } },
  };
  const butPayroll = { Action: 's3:*', NotResource: PAYROLL };
  const region = (name: string) => ({ 'aws:RequestedRegion': name });
  const mfa = (present: string) => ({ 'aws:MultiFactorAuthPresent': present });
  return [
    ['NotAction', elsewhere, 'ec2:RunInstances', '*', region('us-east-1'), true],
    ['NotAction', elsewhere, 'ec2:RunInstances', '*', region('eu-west-1'), false],
    ['NotAction', elsewhere, 'iam:CreateUser', '*', region('us-east-1'), false],
    ['NotAction', withoutMfa, 's3:GetObject', KEY, mfa('false'), true],
    ['NotAction', withoutMfa, 's3:GetObject', KEY, {}, true],
    ['NotAction', withoutMfa, 's3:GetObject', KEY, mfa('true'), false],
    ['NotAction', withoutMfa, 'iam:CreateUser', '*', mfa('false'), false],
    ['NotResource', butPayroll, 's3:GetObject', KEY, {}, true],
    ['NotResource', butPayroll, 's3:GetObject', 'arn:aws:s3:::HRBucket/Payroll/may', {}, false],
    ['NotResource', butPayroll, 'ec2:RunInstances', KEY, {}, false],
  ] as const;
})();

export const DENY_CASES: readonly IamCase[] = DENIES.map(
  ([element, deny, action, resource, context, isDenied], index) => ({
    id: `deny-not-${index + 1}`,
    source: elements(element),
    policies: [
      { Effect: 'Allow', Action: '*', Resource: '*' },
      { Effect: 'Deny', ...deny },
    ],
    request: { action, resource, context },
    expected: isDenied ? 'explicit deny' : 'allow',
  }),
);
