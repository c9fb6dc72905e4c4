import { buildCredentials, MEMBER, NOW } from '../testing/build-gateway';
import { buildApiKey, buildPlan } from '../testing/build-model';
import { KEY } from '../testing/call-gateway';
import { send, signed, testRows, twice } from '../testing/failure-row';

// Every way in which API Gateway says no before it looks at what was sent. Source: AWS re:Post on 403 and 429 errors of API Gateway,
// its Developer Guide ("Gateway response types" and quotas), recorded answers, and public captures.

const MISSING = {
  status: 403,
  type: 'MissingAuthenticationTokenException',
  text: 'Missing Authentication Token',
};
const FORBIDDEN = { status: 403, type: 'ForbiddenException', text: 'Forbidden' };
const BAD_SIGNATURE = { status: 403, type: 'InvalidSignatureException' };
const INVALID_TOKEN = {
  status: 403,
  type: 'UnrecognizedClientException',
  text: 'The security token included in the request is invalid.',
};
const EXPIRED = buildCredentials('member', { expiresAtMs: NOW - 1 });

testRows({
  'a signed method without a signature': { ...MISSING, send: send({ headers: KEY }) },
  'an unknown path': { ...MISSING, send: send({ target: '/dev/nothing' }) },
  'an unknown method': { ...MISSING, send: send({ method: 'DELETE' }) },
  'a bearer token on an unknown path': {
    status: 403,
    type: 'IncompleteSignatureException',
    text: /^Invalid key=value pair \(missing equal-sign\) in Authorization header \(hashed with SHA-256 and encoded with Base64\): '[\w+/]{43}='\.$/,
    isBare: true,
    send: send({ target: '/dev/nothing', headers: { Authorization: 'Bearer x' } }),
  },
  'a bearer token on a signed method': {
    status: 403,
    type: 'IncompleteSignatureException',
    text: /^Invalid key=value pair \(missing equal-sign\) in Authorization header/,
    send: send({ headers: { Authorization: 'Bearer x' } }),
  },
  'a wrong signature': {
    ...BAD_SIGNATURE,
    text: /^The request signature we calculated does not match the signature you provided\. Check your AWS Secret Access Key and signing method\. Consult the service documentation for details\.\n\nThe Canonical String for this request should have been\n'GET\n[^']*'\n\nThe String-to-Sign should have been\n'AWS4-HMAC-SHA256\n[^']*'\n$/,
    send: signed({ credentials: { ...MEMBER, secretAccessKey: 'x'.repeat(40) } }),
  },
  'a signature for another region': {
    ...BAD_SIGNATURE,
    text: "Credential should be scoped to a valid region, not 'eu-west-1'. ",
    send: signed({ region: 'eu-west-1' }),
  },
  'a signature for another service': {
    ...BAD_SIGNATURE,
    text: "Credential should be scoped to correct service: 'execute-api'. ",
    send: signed({ service: 's3' }),
  },
  'a clock that is behind': {
    ...BAD_SIGNATURE,
    text: 'Signature expired: 20261122T095000Z is now earlier than 20261122T095500Z (20261122T100000Z - 5 min.)',
    send: signed({ atMs: NOW - 600_000 }),
  },
  'a clock that is ahead': {
    ...BAD_SIGNATURE,
    text: 'Signature not yet current: 20261122T101000Z is still later than 20261122T100500Z (20261122T100000Z + 5 min.)',
    send: signed({ atMs: NOW + 600_000 }),
  },
  'an unknown access key': {
    ...INVALID_TOKEN,
    send: signed({ credentials: buildCredentials('x') }),
  },
  'a foreign session token': {
    ...INVALID_TOKEN,
    send: signed({ credentials: { ...MEMBER, sessionToken: 'undefined' } }),
  },
  'an expired session': {
    status: 403,
    type: 'ExpiredTokenException',
    text: 'The security token included in the request is expired',
    setting: { credentials: [EXPIRED] },
    send: signed({ credentials: EXPIRED }),
  },
  'a role that may not': {
    status: 403,
    type: 'AccessDeniedException',
    key: 'Message',
    text: 'User: arn:aws:sts::123456789012:assumed-role/gatehouse-dev-member/CognitoIdentityCredentials is not authorized to perform: execute-api:Invoke on resource: arn:aws:execute-api:us-west-2:********9012:a1b2c3d4e5/dev/GET/vip',
    send: signed({ target: '/dev/vip' }),
  },
  'no API key': { ...FORBIDDEN, send: signed({ headers: {} }) },
  'an unknown API key': {
    ...FORBIDDEN,
    send: signed({ headers: { 'x-api-key': 'x'.repeat(20) } }),
  },
  'a disabled API key': {
    ...FORBIDDEN,
    setting: { model: { apiKeys: [buildApiKey({ enabled: false })] } },
    send: signed(),
  },
  'an API key of no plan of the stage': {
    ...FORBIDDEN,
    setting: { model: { usagePlans: [buildPlan({ apiStages: [] })] } },
    send: signed(),
  },
  'too many requests at once': {
    status: 429,
    type: 'TooManyRequestsException',
    text: 'Too Many Requests',
    setting: { model: { usagePlans: [buildPlan({ throttle: { rateLimit: 1, burstLimit: 1 } })] } },
    send: twice(signed()),
  },
  'too many requests a day': {
    status: 429,
    type: 'LimitExceededException',
    text: 'Limit Exceeded',
    setting: {
      model: { usagePlans: [buildPlan({ quota: { limit: 1, period: 'DAY', offset: 0 } })] },
    },
    send: twice(signed()),
  },
  'an ARN over 1,600 bytes': {
    status: 414,
    type: 'RequestUriTooLongException',
    text: 'Request-URI Too Long',
    isBare: true,
    send: send({ target: `/dev/${'a'.repeat(1_600)}` }),
  },
  'headers over 10,240 bytes': {
    status: 431,
    type: 'RequestHeaderFieldsTooLargeException',
    text: 'Request Header Fields Too Large',
    isBare: true,
    send: send({ headers: { 'x-long': 'a'.repeat(10_240) } }),
  },
  'a stage that is not there': {
    ...FORBIDDEN,
    isBare: true,
    send: send({ target: '/prod/secure' }),
  },
});
