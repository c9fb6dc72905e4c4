import type { BehaviourArea } from '../behaviour';

const API = 'apps/local-cloud/src/api-gateway/authorization/condition-keys.test.ts';
const S3 = 'apps/local-cloud/src/s3/condition-keys.test.ts';
const STS = 'apps/local-cloud/src/sts/trust-conditions.test.ts';
const POOL =
  'apps/local-cloud/src/cognito-identity/operations/get-credentials-for-identity.test.ts';
const TRUST = 'libs/auth-model/src/decide/evaluate-trust.test.ts';
const TABLE = 'libs/auth-model/src/decide/condition-keys.test.ts';
const GLOBAL = 'IAM User Guide, "AWS global condition context keys"';

export const CONDITION_KEYS: BehaviourArea = {
  title: 'IAM: condition keys',
  behaviours: [
    {
      id: 'key-token-issue-time',
      what: '`aws:TokenIssueTime` is when the session’s credentials were issued: a policy that revokes older sessions ends them.',
      source: `${GLOBAL}, and "Revoke IAM role temporary security credentials"`,
      test: {
        file: API,
        name: 'revoking older sessions ends those that were issued before, and no other',
      },
    },
    {
      id: 'key-token-issue-time-s3',
      what: 'So it does for S3.',
      source: GLOBAL,
      test: { file: S3, name: 'revoking older sessions ends them for S3 too' },
    },
    {
      id: 'key-requested-region',
      what: '`aws:RequestedRegion` is the region that was called.',
      source: GLOBAL,
      test: { file: API, name: 'a policy of a role may weigh its region' },
    },
    {
      id: 'key-resource-account',
      what: '`aws:ResourceAccount` is the account of the API, or of the bucket, whose ARN does not hold it.',
      source: GLOBAL,
      test: { file: S3, name: 'a policy of a role may weigh whose the bucket is' },
    },
    {
      id: 'key-via-aws-service',
      what: '`aws:ViaAWSService` is in every request, `false` where the principal calls directly.',
      source: GLOBAL,
      test: {
        file: API,
        name: 'a policy of a role may weigh that no service calls for its caller',
      },
    },
    {
      id: 'key-principal-is-aws-service',
      what: '`aws:PrincipalIsAWSService` is in every signed request.',
      source: GLOBAL,
      test: { file: API, name: 'a policy of a role may weigh that the caller is no service' },
    },
    {
      id: 'key-federated-provider',
      what: '`aws:FederatedProvider` of sessions of an identity pool is `cognito-identity.amazonaws.com`.',
      source: GLOBAL,
      test: { file: API, name: 'a policy of a role may weigh who federated' },
    },
    {
      id: 'key-no-mfa',
      what: '`aws:MultiFactorAuthPresent` is not present for federated identities.',
      source: `${GLOBAL}, aws:MultiFactorAuthPresent, Important`,
      test: {
        file: API,
        name: 'a call of a federated session through the internet has no aws:MultiFactorAuthPresent',
      },
    },
    {
      id: 'key-no-vpc',
      what: 'The keys of VPC endpoints are absent from calls over the internet.',
      source: `${GLOBAL}, Properties of the network`,
      test: {
        file: API,
        name: 'a call of a federated session through the internet has no aws:SourceVpce',
      },
    },
    {
      id: 'key-organization',
      what: '`aws:PrincipalOrgID` and its like are there where the account is in an organization; here it is doubt, and doubt is a denial.',
      source: GLOBAL,
      test: { file: API, name: 'doubt about aws:PrincipalOrgID is a denial, and is said' },
    },
    {
      id: 'key-unsigned',
      what: 'An unsigned call has no keys of a session.',
      source:
        'API Gateway Developer Guide, "AWS condition keys that can be used in API Gateway resource policies"',
      test: {
        file: API,
        name: 'an unsigned call has no session, and who it is from is not known',
      },
    },
    {
      id: 'key-anonymous-s3',
      what: 'To S3 the public is `anonymous`, of type `Anonymous`.',
      source: 'IAM User Guide, "IAM policy elements: Variables and tags", principal key values',
      test: { file: S3, name: 'the public is nobody’s: no session, and anonymous by name' },
    },
    {
      id: 'key-signature-age',
      what: '`s3:signatureAge` is how old the signature of a presigned request is, in milliseconds.',
      source: 'Service Authorization Reference, "Condition keys for Amazon S3"',
      test: { file: S3, name: 'a presigned request has an age' },
    },
    {
      id: 'key-trust-time',
      what: 'In the enhanced flow, a trust policy sees the time: a deny after a date applies.',
      source: GLOBAL,
      test: { file: POOL, name: 'a date in a trust policy applies, by the clock that is set' },
    },
    {
      id: 'key-trust-time-basic',
      what: 'In the basic flow, it does so too.',
      source: GLOBAL,
      test: { file: STS, name: 'a date in a trust policy applies, by the clock that is set' },
    },
    {
      id: 'key-trust-address',
      what: 'In the basic flow, a trust policy sees the address that the client asks STS from.',
      source: 'IAM User Guide, "Use VPC condition keys to control federated access"',
      test: { file: STS, name: 'a trust policy sees the address that a client asks STS from' },
    },
    {
      id: 'key-trust-address-pool',
      what: 'What STS sees of an identity pool that asks it is not documented; here it is doubt, and doubt is a refusal.',
      source: 'no source found; not verified',
      test: {
        file: POOL,
        name: 'what a trust policy sees of the pool’s own address cannot be told: a refusal, and it is said',
      },
    },
    {
      id: 'key-trust-role-tags',
      what: 'A trust policy sees the tags of its role, as `aws:ResourceTag` and `iam:ResourceTag`.',
      source: 'IAM User Guide, "IAM and AWS STS condition context keys"',
      test: {
        file: TRUST,
        name: 'a trust policy sees aws:ResourceTag/team, before there is a request too',
      },
    },
    {
      id: 'key-added-since',
      what: 'AWS adds keys; one that is not known here is doubt too.',
      source: GLOBAL,
      test: {
        file: TABLE,
        name: 'a key of aws: that nobody here knows is not known; one of another service is absent',
      },
    },
  ],
};
