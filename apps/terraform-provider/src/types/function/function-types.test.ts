import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import type { SettledValues } from '../../resource/values';
import { textOf } from '../reading';
import { fakeCloud, refusal } from '../testing/fake-cloud';
import { lambdaFunction } from './lambda-function';
import { lambdaPermission } from './lambda-permission';

const ROLE_ARN = 'arn:aws:iam::123456789012:role/runner';
const FUNCTION_ARN = 'arn:aws:lambda:us-west-2:123456789012:function:api';
const CLOUD = fakeCloud({
  applied: {
    aws_iam_role: [
      { id: 'runner', arn: ROLE_ARN, assume_role_policy: trust('lambda.amazonaws.com') },
      { id: 'queue', arn: `${ROLE_ARN}-queue`, assume_role_policy: trust('sqs.amazonaws.com') },
    ],
    aws_lambda_function: [{ id: 'api', arn: FUNCTION_ARN, version: '$LATEST' }],
  },
  content: { sha256Base64: 'c2hhMjU2', md5Hex: 'ab', bytes: 1_234 },
});

const FUNCTION = {
  function_name: 'api',
  filename: 'function.zip',
  handler: 'index.handler',
  package_type: 'Zip',
  role: ROLE_ARN,
  runtime: 'nodejs24.x',
};

describe('aws_lambda_function', () => {
  const refused = (values: SettledValues): string | undefined =>
    refusal(lambdaFunction, { ...FUNCTION, ...values }, CLOUD);

  test('is known by its name, and called by API Gateway under an ARN of its own', () => {
    const made = lambdaFunction.create(FUNCTION, CLOUD);
    assert.equal(made.id, 'api');
    assert.equal(made.arn, FUNCTION_ARN);
    assert.equal(
      made.invoke_arn,
      `arn:aws:apigateway:us-west-2:lambda:path/2015-03-31/functions/${FUNCTION_ARN}/invocations`,
    );
    assert.equal(made.qualified_arn, `${FUNCTION_ARN}:$LATEST`);
    assert.equal(lambdaFunction.create({ ...FUNCTION, publish: true }, CLOUD).version, '1');
  });

  test('tells the hash and the size of the code, anew when the code changes', () => {
    const code = {
      code_sha256: 'c2hhMjU2',
      source_code_size: 1_234,
      last_modified: '2026-11-24T12:00:00.000+0000',
    };
    const made = lambdaFunction.create(FUNCTION, CLOUD);
    for (const [name, value] of Object.entries(code)) assert.equal(made[name], value);
    assert.deepEqual(lambdaFunction.update?.(FUNCTION, made, CLOUD), code);
    const { changesWith = {} } = lambdaFunction;
    assert.deepEqual(Object.keys(changesWith).sort(), Object.keys(code).sort());
    for (const names of Object.values(changesWith)) {
      assert.ok(names.includes('source_code_hash') && names.includes('filename'));
      assert.ok(!names.includes('timeout'));
    }
  });

  test('is refused in a role that is none, is not there, or does not trust Lambda', () => {
    const notAssumable =
      /^InvalidParameterValueException: The role defined for the function cannot be assumed by Lambda/;
    assert.equal(refused({}), undefined);
    assert.match(refused({ role: 'runner' }) ?? '', /^ValidationException: .*'runner' at 'role'/);
    assert.match(
      refused({ role: 'arn:aws:iam::123456789012:user/x' }) ?? '',
      /^ValidationException/,
    );
    assert.match(refused({ role: `${ROLE_ARN}-none` }) ?? '', notAssumable);
    assert.match(refused({ role: `${ROLE_ARN}-queue` }) ?? '', notAssumable);
    assert.equal(refused({ role: 'arn:aws:iam::999999999999:role/theirs' }), undefined);
  });

  test('has its code from one place, and says how to run it', () => {
    assert.match(
      refused({ filename: null }) ?? '',
      /one of `filename,image_uri,s3_bucket` must be specified/,
    );
    assert.match(refused({ s3_bucket: 'b' }) ?? '', /but `filename,s3_bucket` were specified/);
    assert.match(
      refused({ handler: null }) ?? '',
      /handler and runtime must be set when PackageType is Zip/,
    );
    const image = {
      filename: null,
      handler: null,
      runtime: null,
      image_uri: 'i',
      package_type: 'Image',
    };
    assert.equal(refused(image), undefined);
  });

  test('has as much memory and time as there is', () => {
    assert.match(
      refused({ memory_size: 64 }) ?? '',
      /memory_size to be in the range \(128 - 10240\), got 64/,
    );
    assert.match(
      refused({ timeout: 901 }) ?? '',
      /timeout to be in the range \(1 - 900\), got 901/,
    );
    assert.equal(refused({ memory_size: 10_240, timeout: 900 }), undefined);
  });

  test('is refused with variables that Lambda sets itself, or with too many', () => {
    const withVariables = (variables: SettledValues): string =>
      refused({ environment: [{ variables }] }) ?? '';
    assert.match(withVariables({ AWS_REGION: 'x' }), /contains reserved keys .*: AWS_REGION$/);
    assert.match(withVariables({ LONG: 'x'.repeat(4_096) }), /exceeded the 4KB limit/);
    assert.equal(withVariables({ STAGE: 'dev' }), '');
  });

  test('is refused when there is one of its name', () => {
    assert.equal(
      lambdaFunction.conflict?.('api'),
      'ResourceConflictException: Function already exist: api',
    );
  });
});

describe('aws_lambda_permission', () => {
  const permission = {
    action: 'lambda:InvokeFunction',
    function_name: 'api',
    principal: 'apigateway.amazonaws.com',
    source_arn: 'arn:aws:execute-api:us-west-2:123456789012:abc/dev/GET/secure',
    statement_id: 'AllowGetSecure',
  };
  const refused = (values: SettledValues, cloud = CLOUD): string | undefined =>
    refusal(lambdaPermission, { ...permission, ...values }, cloud);

  test('is known by its statement, and imported by function and statement', () => {
    assert.equal(lambdaPermission.create(permission, CLOUD).id, 'AllowGetSecure');
    assert.equal(lambdaPermission.importId?.('api/AllowGetSecure'), 'api/AllowGetSecure');
    assert.equal(lambdaPermission.importId('api:live/AllowGetSecure'), 'api/AllowGetSecure');
    const made = lambdaPermission.create({ statement_id_prefix: 'Allow-' }, CLOUD);
    assert.match(textOf(made, 'id') ?? '', /^Allow-\d{26}$/);
    assert.equal(made.statement_id_prefix, 'Allow-');
  });

  test('is refused for a function that does not exist, however that is named', () => {
    assert.equal(refused({}), undefined);
    assert.equal(refused({ function_name: FUNCTION_ARN }), undefined);
    assert.equal(refused({ function_name: '123456789012:function:api' }), undefined);
    assert.equal(
      refused({ function_name: 'none' }),
      'ResourceNotFoundException: Function not found: arn:aws:lambda:us-west-2:123456789012:function:none',
    );
    assert.equal(
      refused({ qualifier: 'live' }),
      `ResourceNotFoundException: Function not found: ${FUNCTION_ARN}:live`,
    );
  });

  test('is refused with an action or a statement id of another form', () => {
    assert.match(
      refused({ action: 'execute-api:Invoke' }) ?? '',
      /^ValidationException: .* at 'action'/,
    );
    assert.match(
      refused({ statement_id: 'a b' }) ?? '',
      /^ValidationException: .* at 'statementId'/,
    );
  });

  test('is refused where the policy of the function would be longer than 20,480 bytes', () => {
    const others = (count: number): ReturnType<typeof fakeCloud> =>
      fakeCloud({
        applied: {
          aws_lambda_function: [{ id: 'api', version: '$LATEST' }],
          aws_lambda_permission: Array.from({ length: count }, (_, index) => ({
            ...permission,
            id: `s${String(index)}`,
            statement_id: `s${String(index)}`,
          })),
        },
      });
    assert.equal(refused({}, others(50)), undefined);
    assert.match(
      refused({}, others(90)) ?? '',
      /^PolicyLengthExceededException: The final policy size \(\d{5}\) is bigger than the limit \(20480\)\.$/,
    );
  });

  test('is refused when its function has such a statement', () => {
    const { conflict } = lambdaPermission;
    assert.match(
      conflict?.('api/AllowGetSecure') ?? '',
      /^ResourceConflictException: The statement id \(AllowGetSecure\) provided already exists/,
    );
  });
});

function trust(service: string): string {
  const statement = { Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' };
  return JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
}
