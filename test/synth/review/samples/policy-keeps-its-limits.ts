import { editPolicy, firstStatement } from '../edit-policy';
import { resourceAt, type RuleSamples, type SampleStack, type StackResources } from '../sample';

const FUNCTION_POLICY = 'aws_iam_role_policy.Function_Role_Policy';
const BOUNDARY = 'arn:aws:iam::123456789012:policy/no-more-than-this';

const REFUSED = {
  Sid: 'KeepsLogs',
  Effect: 'Deny',
  Action: 'logs:Delete*',
  Resource: '*',
};

const WITHOUT_TLS = {
  Sid: 'OnlyByTls',
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: '${aws_s3_bucket.site.arn}/*',
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
};

/** A stack in which a policy has one statement more. */
function adding(address: string, statement: Record<string, unknown>): SampleStack {
  return {
    edit: (resources) => {
      editPolicy(resources, address, (document) => document.Statement.push(statement));
    },
  };
}

function inRegion(resources: StackResources, Condition?: object): void {
  editPolicy(resources, FUNCTION_POLICY, (document) => {
    Object.assign(firstStatement(document), { ...(Condition && { Condition }) });
  });
}

const IN_REGION = { StringEquals: { 'aws:RequestedRegion': 'us-west-2' } };

function limited(boundary: string | undefined): SampleStack {
  return {
    edit: (resources) => {
      resourceAt(resources, 'aws_iam_role.Function_Role').permissions_boundary = boundary;
    },
  };
}

export const policyKeepsItsLimits: RuleSamples = {
  failing: [
    {
      about: 'a Deny that is gone',
      base: adding(FUNCTION_POLICY, REFUSED),
      head: {},
      says: /no longer refuses all of `logs:Delete\*` on `\*`/,
    },
    {
      about: 'a Deny for fewer cases',
      base: adding(FUNCTION_POLICY, REFUSED),
      head: adding(FUNCTION_POLICY, { ...REFUSED, Action: 'logs:DeleteLogStream' }),
      says: /no longer refuses all of `logs:Delete\*` on `\*`/,
    },
    {
      about: 'a bucket that may be read without TLS',
      base: adding('aws_s3_bucket_policy.Site_Policy', WITHOUT_TLS),
      head: {},
      says: /no longer refuses all of `s3:\*` on .*, where `Bool aws:SecureTransport false`/,
    },
    {
      about: 'a person who was kept from a role',
      base: adding('aws_iam_role.Roles_Admin_Role', {
        Effect: 'Deny',
        Principal: { Federated: 'cognito-identity.amazonaws.com' },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: { StringEquals: { 'cognito-identity.amazonaws.com:sub': 'us-west-2:gone' } },
      }),
      head: {},
      says: /no longer refuses all of `sts:AssumeRoleWithWebIdentity`/,
    },
    {
      about: 'a condition that is gone',
      base: {
        edit: (resources) => {
          inRegion(resources, IN_REGION);
        },
      },
      head: {},
      says: /no longer asks for `StringEquals aws:RequestedRegion us-west-2`/,
    },
    {
      about: 'a role without its boundary',
      base: limited(BOUNDARY),
      head: {},
      says: /it has no permissions boundary, and had `arn:aws:iam::123456789012:policy\/no-more/,
    },
    {
      about: 'a boundary that holds nothing back',
      base: limited(BOUNDARY),
      head: limited('arn:aws:iam::aws:policy/AdministratorAccess'),
      says: /its permissions boundary is `arn:aws:iam::aws:policy\/AdministratorAccess`/,
    },
  ],
  passing: [
    { about: 'the first deployment', base: null, head: {} },
    {
      about: 'a Deny that moved to a policy of its own',
      base: adding(FUNCTION_POLICY, REFUSED),
      head: {
        edit: (resources) => {
          const policy = JSON.stringify({ Version: '2012-10-17', Statement: [REFUSED] });
          const { role } = resourceAt(resources, FUNCTION_POLICY);
          Object.assign(resources.aws_iam_role_policy ?? {}, {
            Function_Role_Refusals: { name: 'refusals', role, policy },
          });
        },
      },
    },
    {
      about: 'a condition more',
      head: {
        edit: (resources) => {
          inRegion(resources, IN_REGION);
        },
      },
    },
    { about: 'a new boundary', head: limited(BOUNDARY) },
  ],
};
