import type { ConditionKey, KeyOrigin } from './condition-key';

type Row = readonly [
  names: readonly string[],
  sent: string,
  session: KeyOrigin,
  unsigned: KeyOrigin,
  publicOfS3: KeyOrigin,
  client: KeyOrigin,
  pool: KeyOrigin,
];

const GLOBAL = 'IAM User Guide, "AWS global condition context keys"';

const PRINCIPAL: readonly Row[] = [
  [['aws:PrincipalArn'], 'with signed requests', 'settled', 'never', 'never', 'never', 'outside'],
  [
    // Of unsigned calls of an API, API Gateway's own page ("AWS condition keys that can be used in API Gateway resource policies")
    // says that there is none.
    ['aws:PrincipalAccount', 'aws:PrincipalType', 'aws:userid'],
    'with all requests; those of anonymous callers say so',
    ...(['settled', 'outside', 'settled', 'outside', 'outside'] as const),
  ],
  [['aws:username'], 'of IAM users', 'never', 'never', 'never', 'never', 'never'],
  [
    ['aws:PrincipalTag/*'],
    'of roles and sessions that are tagged so',
    ...(['optional', 'never', 'never', 'never', 'never'] as const),
  ],
  [
    ['aws:PrincipalOrgID', 'aws:PrincipalOrgPaths'],
    'where the account of the caller is in an organization',
    ...(['outside', 'never', 'never', 'never', 'outside'] as const),
  ],
  [
    ['aws:PrincipalIsAWSService'],
    'with signed requests',
    ...(['settled', 'never', 'never', 'never', 'outside'] as const),
  ],
  [
    ['aws:PrincipalServiceName', 'aws:PrincipalServiceNamesList'],
    'when a service calls for itself',
    ...(['never', 'never', 'never', 'never', 'outside'] as const),
  ],
];

const SESSION: readonly Row[] = [
  [
    ['aws:FederatedProvider'],
    'of roles assumed with web identity, and to their trust policies',
    ...(['settled', 'never', 'never', 'settled', 'settled'] as const),
  ],
  [
    ['aws:TokenIssueTime'],
    'with temporary credentials',
    ...(['session', 'never', 'never', 'never', 'never'] as const),
  ],
  [
    ['aws:MultiFactorAuthPresent', 'aws:MultiFactorAuthAge'],
    'with temporary credentials, but “not present for federated identities”',
    ...(['never', 'never', 'never', 'never', 'never'] as const),
  ],
  [
    [
      ...['aws:AssumedRoot', 'aws:SignInSessionArn', 'aws:ChatbotSourceArn', 'aws:SourceIdentity'],
      ...['aws:Ec2InstanceSourceVpc', 'aws:Ec2InstanceSourcePrivateIPv4', 'ec2:RoleDelivery'],
      ...['ec2:SourceInstanceArn', 'glue:RoleAssumedBy', 'glue:CredentialIssuingService'],
      ...['codebuild:BuildArn', 'codebuild:ProjectArn', 'lambda:SourceFunctionArn'],
      ...['ssm:SourceInstanceArn', 'identitystore:UserId'],
    ],
    'of sessions that are made another way than an identity pool makes them',
    ...(['never', 'never', 'never', 'never', 'never'] as const),
  ],
];

/** Also: IAM User Guide, "Use VPC condition keys to control federated access". */
const NETWORK: readonly Row[] = [
  [
    ['aws:SourceIp'],
    'unless the request comes through a VPC endpoint',
    ...(['request', 'request', 'request', 'request', 'outside'] as const),
  ],
  [
    [
      ...['aws:SourceVpc', 'aws:SourceVpcArn', 'aws:SourceVpce', 'aws:VpceAccount'],
      ...['aws:VpceOrgID', 'aws:VpceOrgPaths', 'aws:VpcSourceIp'],
    ],
    'through a VPC endpoint',
    ...(['never', 'never', 'never', 'never', 'outside'] as const),
  ],
];

const RESOURCE: readonly Row[] = [
  [
    ['aws:ResourceAccount'],
    'with all requests',
    ...(['settled', 'settled', 'settled', 'settled', 'settled'] as const),
  ],
  [
    ['aws:ResourceOrgID', 'aws:ResourceOrgPaths'],
    'where the account of the resource is in an organization',
    ...(['outside', 'outside', 'outside', 'outside', 'outside'] as const),
  ],
  [
    ['aws:ResourceTag/*'],
    'of tagged resources; methods have no tags, and those of buckets count only where that was turned on',
    ...(['never', 'never', 'never', 'optional', 'optional'] as const),
  ],
];

const REQUEST: readonly Row[] = [
  [
    ['aws:CurrentTime', 'aws:EpochTime'],
    'with all requests',
    ...(['request', 'request', 'request', 'request', 'request'] as const),
  ],
  [
    ['aws:SecureTransport'],
    'with all requests',
    ...(['settled', 'settled', 'settled', 'settled', 'settled'] as const),
  ],
  [
    ['aws:RequestedRegion'],
    'with all requests; STS may be asked in any region',
    ...(['settled', 'settled', 'settled', 'outside', 'outside'] as const),
  ],
  [
    ['aws:UserAgent', 'aws:referer'],
    'where the client sends the header',
    ...(['request', 'request', 'request', 'request', 'outside'] as const),
  ],
  [
    ['aws:ViaAWSService'],
    'with all requests',
    ...(['settled', 'settled', 'settled', 'settled', 'outside'] as const),
  ],
  [
    ['aws:CalledVia', 'aws:CalledViaFirst', 'aws:CalledViaLast'],
    'when a service calls with the credentials of its caller',
    ...(['never', 'never', 'never', 'never', 'outside'] as const),
  ],
  [
    ['aws:ViaAWSMCPService'],
    'when an MCP server calls; of other calls the document says both “false” and nothing',
    ...(['outside', 'outside', 'outside', 'outside', 'outside'] as const),
  ],
  [
    ['aws:CalledViaAWSMCP', 'aws:IsMcpServiceAction'],
    'when an MCP server calls',
    ...(['never', 'never', 'never', 'never', 'never'] as const),
  ],
  [
    ['aws:RequestTag/*', 'aws:TagKeys'],
    'where tags are passed',
    ...(['never', 'never', 'never', 'optional', 'optional'] as const),
  ],
  [
    ['aws:SourceArn', 'aws:SourceAccount', 'aws:SourceOrgID', 'aws:SourceOrgPaths'],
    'when a service calls for itself',
    ...(['never', 'never', 'never', 'never', 'outside'] as const),
  ],
];

const FEDERATION: readonly Row[] = [
  [
    ['cognito-identity.amazonaws.com:aud', 'cognito-identity.amazonaws.com:amr'],
    'of roles assumed with web identity, and to their trust policies',
    ...(['settled', 'never', 'never', 'settled', 'settled'] as const),
  ],
  [
    ['cognito-identity.amazonaws.com:sub'],
    'of roles assumed with web identity, and to their trust policies',
    ...(['session', 'never', 'never', 'session', 'session'] as const),
  ],
  [
    ['sts:RoleSessionName'],
    'to trust policies',
    ...(['never', 'never', 'never', 'settled', 'settled'] as const),
  ],
  [
    ['sts:TransitiveTagKeys'],
    'to trust policies, where tags go on to further sessions',
    ...(['never', 'never', 'never', 'outside', 'outside'] as const),
  ],
  [
    ['iam:ResourceTag/*'],
    'of tagged roles',
    ...(['never', 'never', 'never', 'optional', 'optional'] as const),
  ],
];

const S3: readonly Row[] = [
  [
    ['s3:ResourceAccount'],
    'with all requests',
    ...(['settled', 'never', 'settled', 'never', 'never'] as const),
  ],
  [['s3:TlsVersion'], 'over TLS', 'optional', 'never', 'optional', 'never', 'never'],
  [
    ['s3:authType', 's3:signatureversion', 's3:signatureAge'],
    'with signed requests; the age, with presigned ones',
    ...(['request', 'never', 'never', 'never', 'never'] as const),
  ],
  [
    ['s3:x-amz-content-sha256', 's3:prefix', 's3:delimiter', 's3:max-keys'],
    'where the client sends the header or parameter',
    ...(['request', 'never', 'request', 'never', 'never'] as const),
  ],
  [
    ['s3:ExistingObjectTag/*'],
    'of tagged objects, whose tags are not read here',
    ...(['outside', 'never', 'outside', 'never', 'never'] as const),
  ],
];

const TABLES: Readonly<Record<string, readonly Row[]>> = {
  [`${GLOBAL}, Properties of the principal`]: PRINCIPAL,
  [`${GLOBAL}, Properties of a role session`]: SESSION,
  [`${GLOBAL}, Properties of the network`]: NETWORK,
  [`${GLOBAL}, Properties of the resource`]: RESOURCE,
  [`${GLOBAL}, Properties of the request`]: REQUEST,
  ['IAM User Guide, "IAM and AWS STS condition context keys"']: FEDERATION,
  ['Service Authorization Reference, "Condition keys for Amazon S3"']: S3,
};

/**
 * The keys of AWS that may be asked for, each with when AWS sends it. What a key holds is said where that is known: `call-keys.ts`,
 * `authorize-session.ts`, `evaluate-trust.ts`, and by who has the request.
 */
export const CONDITION_KEYS: readonly ConditionKey[] = Object.entries(TABLES).flatMap(
  ([source, rows]) =>
    rows.flatMap(([names, sent, session, unsigned, publicOfS3, client, pool]) =>
      names.map((name) => ({
        name,
        sent,
        source,
        origin: { session, unsigned, public: publicOfS3, client, pool },
      })),
    ),
);
