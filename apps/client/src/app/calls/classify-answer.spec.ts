import type { CallFailure } from './call-failure';
import { classifyAnswer } from './classify-answer';

/** What API Gateway answers, word for word, and what it means. */
const ANSWERS: readonly (readonly [number, string | undefined, object, CallFailure])[] = [
  [
    403,
    'AccessDeniedException',
    {
      Message:
        'User: arn:aws:sts::123456789012:assumed-role/gatehouse-dev-member/CognitoIdentityCredentials is not authorized to perform: execute-api:Invoke on resource: arn:aws:execute-api:us-west-2:********9012:abc/dev/GET/vip',
    },
    { kind: 'not-allowed', role: 'gatehouse-dev-member', denied: false },
  ],
  [
    403,
    'AccessDeniedException',
    {
      Message:
        'User: arn:aws:sts::1:assumed-role/r/x is not authorized to perform: execute-api:Invoke on resource: y with an explicit deny',
    },
    { kind: 'not-allowed', role: 'r', denied: true },
  ],
  [403, 'ForbiddenException', { message: 'Forbidden' }, { kind: 'key-refused' }],
  [429, 'TooManyRequestsException', { message: 'Too Many Requests' }, { kind: 'throttled' }],
  [429, 'LimitExceededException', { message: 'Limit Exceeded' }, { kind: 'quota-used' }],
  [
    403,
    'InvalidSignatureException',
    {
      message:
        'Signature expired: 20261122T084500Z is now earlier than 20261122T085000Z (20261122T085500Z - 5 min.)',
    },
    { kind: 'clock-wrong', aheadMs: -600_000 },
  ],
  [
    403,
    'InvalidSignatureException',
    {
      message:
        'Signature not yet current: 20261122T090500Z is still later than 20261122T090000Z (20261122T085500Z + 5 min.)',
    },
    { kind: 'clock-wrong', aheadMs: 600_000 },
  ],
  [
    403,
    'InvalidSignatureException',
    {
      message:
        'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method.',
    },
    { kind: 'signature-refused' },
  ],
  [
    403,
    'InvalidSignatureException',
    { message: "Credential should be scoped to a valid region, not 'us-east-1'. " },
    { kind: 'signature-refused' },
  ],
  [
    403,
    'UnrecognizedClientException',
    { message: 'The security token included in the request is invalid.' },
    { kind: 'keys-refused', expired: false },
  ],
  [
    403,
    'AccessDeniedException',
    { message: 'The security token included in the request is invalid.' },
    { kind: 'keys-refused', expired: false },
  ],
  [
    403,
    'ExpiredTokenException',
    { message: 'The security token included in the request is expired' },
    { kind: 'keys-refused', expired: true },
  ],
  [
    403,
    'MissingAuthenticationTokenException',
    { message: 'Missing Authentication Token' },
    { kind: 'not-recognised' },
  ],
  [
    502,
    'InternalServerErrorException',
    { message: 'Internal server error' },
    { kind: 'route-failed' },
  ],
  [504, undefined, { message: 'Endpoint request timed out' }, { kind: 'route-timed-out' }],
  [500, undefined, { message: null }, { kind: 'gate-failed' }],
  [500, undefined, { error: 'internal', message: 'It broke.' }, { kind: 'route-failed' }],
  [
    409,
    undefined,
    { error: 'conflict', message: 'Somebody was faster.' },
    { kind: 'route-refused', message: 'Somebody was faster.' },
  ],
  [413, undefined, { message: 'Request Too Long' }, { kind: 'unexpected' }],
];

function answer(status: number, errorType: string | undefined, json: object) {
  return { status, errorType, requestId: undefined, text: JSON.stringify(json), json };
}

describe('classifyAnswer', () => {
  for (const [status, errorType, json, expected] of ANSWERS) {
    it(`reads ${status} ${errorType ?? 'without a type'}: ${JSON.stringify(json).slice(0, 60)}`, () => {
      expect(classifyAnswer(answer(status, errorType, json))).toEqual(expected);
    });
  }

  it('reads the sentence alone where CORS hides the error type', () => {
    for (const [status, , json, expected] of ANSWERS) {
      expect(classifyAnswer(answer(status, undefined, json))).toEqual(expected);
    }
  });

  it('survives a body that is no JSON', () => {
    const text = 'HTTP content length exceeded 10485760 bytes.';
    expect(
      classifyAnswer({
        status: 413,
        errorType: undefined,
        requestId: undefined,
        text,
        json: undefined,
      }),
    ).toEqual({ kind: 'unexpected' });
  });
});
