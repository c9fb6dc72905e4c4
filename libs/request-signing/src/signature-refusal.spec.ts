import { classifyRefusal, toErrorName, type FailedAnswer } from './signature-refusal';

const NOON = Date.UTC(2026, 10, 22, 12);
const EXPIRED =
  'Signature expired: 20261122T080000Z is now earlier than 20261122T115500Z (20261122T120000Z - 5 min.)';
const MISMATCH =
  'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key …';
const ENDED = 'The security token included in the request is expired';

const answer = (known: Partial<FailedAnswer>): FailedAnswer => ({
  status: 403,
  errorType: undefined,
  message: undefined,
  serverTime: undefined,
  signedAt: NOON,
  ...known,
});

const LATE = NOON + 3_600_000;
const INVALID = 'InvalidSignatureException';

describe('a refusal', () => {
  const clock: Partial<FailedAnswer>[] = [
    { message: EXPIRED },
    { message: EXPIRED, errorType: INVALID },
    {
      message: EXPIRED.replace('expired', 'not yet current').replace('now earlier', 'still later'),
    },
    { errorType: INVALID, serverTime: LATE },
  ];
  const session: Partial<FailedAnswer>[] = [
    { errorType: 'ExpiredTokenException' },
    { message: ENDED },
    { message: `${ENDED}.`, errorType: 'UnrecognizedClientException' },
  ];
  const none: Partial<FailedAnswer>[] = [
    {},
    { status: 401, message: EXPIRED },
    { status: 500, errorType: 'ExpiredTokenException' },
    { message: EXPIRED, errorType: 'AccessDeniedException' },
    { message: MISMATCH, errorType: INVALID },
    { message: MISMATCH, errorType: INVALID, serverTime: LATE },
    { errorType: INVALID },
    { errorType: INVALID, serverTime: NOON + 299_000 },
    { serverTime: LATE },
    { message: 'Signature expired' },
    { message: 'Your subscription: Signature expired: 1 is now earlier than 2' },
    { message: ENDED, errorType: 'ForbiddenException' },
    { message: ENDED.replace('expired', 'invalid'), errorType: 'UnrecognizedClientException' },
    { message: 'Forbidden', errorType: 'ForbiddenException' },
  ];

  for (const [expected, all] of Object.entries({ clock, session, none })) {
    for (const known of all) {
      it(`is "${expected}" when it tells ${JSON.stringify(known)}`, () => {
        expect<string>(classifyRefusal(answer(known))).toBe(expected);
      });
    }
  }

  it('has the bare name in x-amzn-ErrorType', () => {
    const names = ['A', 'A:', 'A:http://x/', 'p#A', 'A,B', '', null].map(toErrorName);
    expect(names).toEqual(['A', 'A', 'A', 'A', 'A', undefined, undefined]);
  });
});
