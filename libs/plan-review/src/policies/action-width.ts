import { coversPattern, patternsOverlap } from '@gatehouse/iam';

/** What lets its holder grant themselves everything else. */
const OVER_ACCESS = ['iam:*', 'sts:*', 'organizations:*', 'sso:*', 'identitystore:*'];

/** Of these, what only looks, or gives nothing that one has not. Source: Service Authorization Reference, access level Read and List. */
const ONLY_LOOKS = [
  'iam:get*',
  'iam:list*',
  'iam:simulate*',
  'iam:generate*',
  'organizations:describe*',
  'organizations:list*',
  'sts:getcalleridentity',
  'sts:getsessiontoken',
  'sts:getaccesskeyinfo',
  'sts:decodeauthorizationmessage',
  'sso:describe*',
  'sso:get*',
  'sso:list*',
  'identitystore:describe*',
  'identitystore:get*',
  'identitystore:list*',
];

/** Whether an action, or one of those that a pattern matches, changes who may do what: `iam:PassRole`, `i*:*`, `sts:AssumeRole`. */
export function changesAccess(pattern: string): boolean {
  const action = pattern.toLowerCase();
  return (
    OVER_ACCESS.some((service) => patternsOverlap(service, action)) &&
    !ONLY_LOOKS.some((looking) => coversPattern(looking, action))
  );
}

/** Of several services: `*`, `*:*`, `ia?:*`, `*:Create*`. */
export function isOfManyServices(action: string): boolean {
  return /[*?]/.test(action.split(':')[0] ?? '');
}

/** Everything that a service can do: `s3:*`, `s3:**`, `s3:?*`. */
export function isWholeService(action: string): boolean {
  const [, ...name] = action.split(':');
  return isOfManyServices(action) || /^[*?]+$/.test(name.join(':'));
}

/** Unlike ARNs: what matches them all matches any other. */
const ANY_ARNS = ['aws', 'aws-cn', 'aws-us-gov'].map((partition) => [
  `arn:${partition}:iam::000000000000:role/a`,
  `arn:${partition}:s3:::b`,
  `arn:${partition}:lambda:us-west-2:000000000000:function:c`,
]);

/** `*`, `**`, `arn:*`, `arn:aws:*:*:*:*`: every resource of a partition. */
export function isEveryResource(pattern: string): boolean {
  return ANY_ARNS.some((arns) => arns.every((arn) => coversPattern(pattern, arn)));
}
