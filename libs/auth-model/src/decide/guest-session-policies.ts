import { parsePolicyDocument, type NamedPolicy, type PolicyDocument } from '@gatehouse/iam';

/** The services of the inline policy. `execute-api` is among them, so that guests may call APIs their role allows. */
const INLINE_ACTIONS = [
  ...['appsync:*', 'cloudwatch:*', 'codewhisperer:*', 'cognito-identity:*', 'cognito-idp:*'],
  ...['cognito-sync:*', 'comprehend:*', 'dynamodb:*', 'execute-api:*', 'firehose:*', 'gamelift:*'],
  ...[
    'iot:*',
    'kinesis:*',
    'lambda:*',
    'lex:*',
    'logs:*',
    'machinelearning:*',
    'mobileanalytics:*',
  ],
  ...['mobiletargeting:*', 'personalize:*', 'polly:*', 'rekognition:*', 's3:*', 'sdb:*', 'ses:*'],
  ...['sagemaker:InvokeEndpoint', 'sns:*', 'sqs:*', 'textract:AnalyzeDocument'],
  ...['textract:DetectDocumentText', 'transcribe:*', 'translate:*'],
] as const;

const MANAGED_ACTIONS = [
  ...['comprehend:*', 'firehose:*', 'geo:*DevicePosition*', 'geo:*Geofence', 'geo:*Geofences'],
  ...[
    'geo:CalculateRoute*',
    'geo:GetMap*',
    'geo:GetPlace',
    'geo:ListMaps',
    'geo:SearchPlaceIndex*',
  ],
  ...['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey', 'kms:GenerateDataKeyPair'],
  ...['kms:GenerateDataKeyPairWithoutPlaintext', 'kms:GenerateDataKeyWithoutPlaintext'],
  ...['kms:ReEncryptFrom', 'kms:ReEncryptTo', 'mobiletargeting:*', 'personalize:*', 'polly:*'],
  ...[
    'rekognition:*',
    'rum:PutRumEvents',
    'sagemaker:InvokeEndpoint',
    'transcribe:*',
    'translate:*',
  ],
] as const;

/**
 * What the enhanced flow lets a guest's role be good for, at most. The two are weighed together, as all policies of a session are:
 * what either allows, the session does not lose. Nobody who has signed in is limited so, nor a guest of the basic flow.
 * Sources: Amazon Cognito Developer Guide, "IAM roles", access policies (the inline policy); AWS Managed Policy Reference,
 * "AmazonCognitoUnAuthedIdentitiesSessionPolicy", which took the place of AmazonCognitoUnauthenticatedIdentities.
 */
export const GUEST_SESSION_POLICIES: readonly NamedPolicy<PolicyDocument>[] = [
  allowing('the inline session policy of guests', INLINE_ACTIONS),
  allowing('AmazonCognitoUnAuthedIdentitiesSessionPolicy', MANAGED_ACTIONS),
];

function allowing(name: string, actions: readonly string[]): NamedPolicy<PolicyDocument> {
  const Statement = { Effect: 'Allow', Action: actions, Resource: '*' };
  return {
    name,
    document: parsePolicyDocument({ Version: '2012-10-17', Statement }, name, 'identity'),
  };
}
