import assert from 'node:assert/strict';
import { test } from 'node:test';

import { DEPLOYED } from '../../infra/environments';
import { broken } from '../../infra/guardrails/guardrails';
import { asRecord, StackJson } from '../../infra/guardrails/stack-json';
import lock from '../../infra/guardrails/user-pool.lock.json';
import { InfraError } from '../../infra/infra-error';
import { USER_ATTRIBUTES } from '../../infra/identity/user-attributes';
import { devStack, realStack, Synthesized } from './synthesized';

/** The dev stack with one place changed: `undefined` removes it. */
const changed = (path: readonly string[], value: unknown): readonly string[] => {
  const json: unknown = JSON.parse(devStack().text);
  let place = json;
  for (const step of path.slice(0, -1)) place = objectIn(place, step);
  const last = path.at(-1) ?? '';
  assert.ok(typeof place === 'object' && place !== null);
  if (value === undefined) Reflect.deleteProperty(place, last);
  else Reflect.set(place, last, value);
  return broken(new StackJson(asRecord(json)));
};

const objectIn = (place: unknown, step: string): unknown => {
  assert.ok(typeof place === 'object' && place !== null && step in place, step);
  return Reflect.get(place, step);
};

const policy = (statement: object): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: [statement] });

const RESOURCE = 'resource';
const METHOD = [RESOURCE, 'aws_api_gateway_method', 'Api_GetSecure_Method'] as const;
const OPTIONS = [RESOURCE, 'aws_api_gateway_method', 'Api_OptionsSecure_Method'] as const;
const POOL = [RESOURCE, 'aws_cognito_user_pool', 'users'] as const;
const ROLE = [RESOURCE, 'aws_iam_role', 'Roles_Member_Role', 'assume_role_policy'] as const;
const GRANT = [RESOURCE, 'aws_iam_role_policy', 'Roles_Member_Policy', 'policy'] as const;
const ALLOW = { Sid: 'A', Effect: 'Allow', Action: 'execute-api:Invoke' };
const API = '${aws_api_gateway_rest_api.api.execution_arn}';
const FEDERATED = {
  Sid: 'A',
  Effect: 'Allow',
  Principal: { Federated: 'cognito-identity.amazonaws.com' },
  Action: 'sts:AssumeRoleWithWebIdentity',
};
const DEPLOYMENT = [RESOURCE, 'aws_api_gateway_deployment', 'Api_Deployment'] as const;

test('the real stacks break no rule', () => {
  for (const name of DEPLOYED) assert.deepEqual(broken(realStack(name).stack), [], name);
});

const REFUSED: readonly (readonly [
  title: string,
  path: readonly string[],
  value: unknown,
  sentence: RegExp,
])[] = [
  ['an open method', [...METHOD, 'authorization'], 'NONE', /Method: must be AWS_IAM and want/],
  ['a method without a key', [...METHOD, 'api_key_required'], false, /must be AWS_IAM and want/],
  ['a guarded OPTIONS', [...OPTIONS, 'authorization'], 'AWS_IAM', /OPTIONS must be NONE/],
  ['OPTIONS with a key', [...OPTIONS, 'api_key_required'], true, /OPTIONS must be NONE/],
  [
    'a reference to nothing',
    [...METHOD, 'rest_api_id'],
    '${aws_api_gateway_rest_api.gone.id}',
    /refers to nothing in this stack/,
  ],
  ['an IAM variable as it is', GRANT, policy({ ...ALLOW, Resource: '${aws:username}' }), /literal/],
  ['a template directive', [...POOL, 'name'], '%{ if true }x%{ endif }', /literal/],
  ['a function call', [...POOL, 'name'], '${upper(aws_s3_bucket.site.id)}', /literal/],
  [
    'a whole resource as a value',
    [...POOL, 'name'],
    '${aws_s3_bucket.site}',
    /refers to nothing in this stack/,
  ],
  [
    'a reference as a key',
    [...POOL, 'tags'],
    { '${aws_s3_bucket.gone.id}': 'x' },
    /refers to nothing/,
  ],
  [
    'an interpolation in replace_triggered_by',
    [...DEPLOYMENT, 'lifecycle', 'replace_triggered_by'],
    ['${aws_api_gateway_method.Api_GetSecure_Method}'],
    /plain-lifecycles.*must be a plain reference/,
  ],
  [
    'a trigger that is not there',
    [...DEPLOYMENT, 'lifecycle', 'replace_triggered_by'],
    ['aws_api_gateway_method.Gone.id'],
    /Gone.id" is not in this stack/,
  ],
  ['a dependency that is not there', [...DEPLOYMENT, 'depends_on'], ['aws_x.y'], /not in this/],
  [
    'every action',
    GRANT,
    policy({ ...ALLOW, Action: '*', Resource: `${API}/dev/GET/secure` }),
    /not named in full/,
  ],
  ['every resource', GRANT, policy({ ...ALLOW, Resource: '*' }), /wider than it must be/],
  ['every stage', GRANT, policy({ ...ALLOW, Resource: `${API}/*/GET/secure` }), /wider than/],
  ['every verb', GRANT, policy({ ...ALLOW, Resource: `${API}/dev/*/secure` }), /wider than/],
  ['an ARN of elsewhere', GRANT, policy({ ...ALLOW, Resource: 'arn:aws:s3:::x' }), /wider than/],
  ['NotAction', GRANT, policy({ Sid: 'A', Effect: 'Allow', NotAction: 'iam:*' }), /nobody listed/],
  [
    'a nameless statement',
    GRANT,
    policy({ Effect: 'Allow', Action: 'a:B', Resource: `${API}/dev/GET/x` }),
    /without a Sid/,
  ],
  ['trust without a pool', ROLE, policy(FEDERATED), /trusts every identity pool/],
  [
    'trust in another pool',
    ROLE,
    policy({
      ...FEDERATED,
      Condition: {
        StringEquals: { 'cognito-identity.amazonaws.com:aud': 'us-west-2:other' },
        'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': 'authenticated' },
      },
    }),
    /trusts every identity pool/,
  ],
  ['trust without amr', ROLE, policy(FEDERATED), /must say in amr/],
  [
    'trust in everyone',
    ROLE,
    policy({ Sid: 'A', Effect: 'Allow', Principal: '*', Action: 'sts:AssumeRole' }),
    /trusts more than a service/,
  ],
  [
    'a website anyone may write',
    [RESOURCE, 'aws_s3_bucket_policy', 'Site_Policy', 'policy'],
    policy({
      Sid: 'A',
      Effect: 'Allow',
      Principal: '*',
      Action: 's3:PutObject',
      Resource: '${aws_s3_bucket.site.arn}/*',
    }),
    /read its objects, and no more/,
  ],
  [
    'a path of this machine',
    [RESOURCE, 'aws_lambda_function', 'Function_Lambda', 'filename'],
    '/home/someone/function.zip',
    /is a path of this machine/,
  ],
  [
    'a file outside the stack folder',
    [RESOURCE, 'aws_lambda_function', 'Function_Lambda', 'filename'],
    '../function.zip',
    /is not below assets/,
  ],
  [
    'state on this machine only',
    ['terraform', 'backend', 'local', 'path'],
    '/home/someone/terraform.tfstate',
    /is a path of this machine/,
  ],
  ['no backend', ['terraform', 'backend'], undefined, /is not below \.\.\/\.\.\/\.\.\/\.state/],
  [
    'a moved user pool',
    [RESOURCE, 'aws_cognito_user_pool'],
    undefined,
    /aws_cognito_user_pool.users is gone/,
  ],
  [
    'a second bucket nobody locked',
    [RESOURCE, 'aws_s3_bucket', 'other'],
    { bucket: 'other' },
    /aws_s3_bucket.other is new/,
  ],
  ['an alias', [...POOL, 'alias_attributes'], ['email'], /alias_attributes was changed/],
  [
    'names with a case',
    [...POOL, 'username_configuration', 'case_sensitive'],
    true,
    /case sensitive was changed/,
  ],
];

for (const [title, path, value, sentence] of REFUSED) {
  test(`refuses ${title}`, () => {
    const problems = changed(path, value);
    assert.ok(
      problems.some((problem) => sentence.test(problem)),
      `no ${String(sentence)} in:\n${problems.join('\n')}`,
    );
  });
}

test('an escaped "${" is text, and refers to nothing', () => {
  assert.deepEqual(changed([...POOL, 'tags'], { a: '$${aws:username} %%{x}' }), []);
});

test('synthesis itself stops at a broken rule, says which, and does not teach how to skip it', () => {
  const attributes = USER_ATTRIBUTES.filter(({ name }) => name !== 'name');
  assert.throws(
    () => new Synthesized({ userAttributes: attributes }),
    (error) =>
      error instanceof InfraError &&
      /locked-user-pool: .*attribute "name" was removed/.test(error.message) &&
      !error.message.includes('skipValidation'),
  );
});

test('an attribute of the user pool cannot be changed', () => {
  const attributes = USER_ATTRIBUTES.map((it) =>
    it.name === 'email' ? { ...it, maxLength: 100, mutable: false } : it,
  );
  assert.throws(
    () => new Synthesized({ userAttributes: attributes }),
    (error) =>
      error instanceof InfraError &&
      error.message.includes('max_length of the attribute "email" was changed') &&
      error.message.includes('mutable of the attribute "email" was changed'),
  );
});

test('the lock holds every attribute there is, so that none can change unseen', () => {
  assert.deepEqual(
    lock.attributes.map(({ name }) => name),
    USER_ATTRIBUTES.map(({ name }) => name),
  );
});

test('an attribute of the user pool can be added', () => {
  const team = { name: 'team', required: false, mutable: true, minLength: 0, maxLength: 64 };
  const stack = new Synthesized({ userAttributes: [...USER_ATTRIBUTES, team] });
  const { schema } = stack.one('aws_cognito_user_pool');
  assert.ok(Array.isArray(schema));
  assert.equal(schema.length, 3);
});
