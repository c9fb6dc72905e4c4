import { editPolicy, firstStatement } from '../edit-policy';
import { resourceAt, type RuleSamples, type SampleStack } from '../sample';

const OFFICE = '203.0.113.0/24';

/** Somebody more may write into the bucket. */
function letting(statement: Record<string, unknown>): SampleStack {
  return {
    edit: (resources) => {
      editPolicy(resources, 'aws_s3_bucket_policy.Site_Policy', (document) =>
        document.Statement.push({
          Effect: 'Allow',
          Action: 's3:PutObject',
          Resource: '${aws_s3_bucket.site.arn}/*',
          ...statement,
        }),
      );
    },
  };
}

export const bucketStaysPrivate: RuleSamples = {
  failing: [
    {
      about: 'anybody may write',
      head: {
        edit: (resources) => {
          editPolicy(resources, 'aws_s3_bucket_policy.Site_Policy', (document) => {
            firstStatement(document).Action = ['s3:GetObject', 's3:PutObject'];
          });
        },
      },
      says: /anybody may do `s3:GetObject` and `s3:PutObject`/,
    },
    {
      about: 'lists may open it',
      head: {
        edit: (resources) => {
          Object.assign(
            resourceAt(resources, 'aws_s3_bucket_public_access_block.Site_PublicAccess'),
            { block_public_acls: false },
          );
        },
      },
      says: /`block_public_acls` is off, and was on/,
    },
    {
      about: 'a condition that everybody fulfils',
      head: letting({ Principal: '*', Condition: { IpAddress: { 'aws:SourceIp': '0.0.0.0/0' } } }),
      says: /anybody may do `s3:PutObject`, under conditions that keep nobody out/,
    },
    {
      about: 'a condition that is turned into none',
      base: letting({ Principal: '*', Condition: { IpAddress: { 'aws:SourceIp': OFFICE } } }),
      head: letting({ Principal: '*', Condition: { StringLike: { 'aws:SourceIp': '*' } } }),
      says: /anybody may do `s3:PutObject`, under conditions that keep nobody out/,
    },
    {
      about: 'whoever signs in somewhere',
      head: letting({ Principal: { Federated: 'accounts.google.com' } }),
      says: /whoever signs in at `accounts.google.com` may do `s3:PutObject`/,
    },
    {
      about: 'an account of somebody else',
      head: letting({ Principal: { AWS: 'arn:aws:iam::210987654321:root' } }),
      says: /`arn:aws:iam::210987654321:root` may do `s3:PutObject`/,
    },
    {
      about: 'a list that lets everybody in',
      head: {
        edit: (resources) => {
          const everybody = {
            type: 'Group',
            uri: 'http://acs.amazonaws.com/groups/global/AllUsers',
          };
          resources.aws_s3_bucket_acl = {
            Open: {
              bucket: '${aws_s3_bucket.site.id}',
              access_control_policy: {
                owner: { id: 'owner' },
                grant: [{ grantee: everybody, permission: 'READ' }],
              },
            },
          };
        },
      },
      says: /its access control list lets in `http:\/\/acs.amazonaws.com\/groups\/global\/AllUsers`/,
      cannotBePlanned: true,
    },
  ],
  passing: [
    {
      about: 'a distribution that reads the files',
      head: letting({
        Principal: { Service: 'cloudfront.amazonaws.com' },
        Action: 's3:GetObject',
        Condition: {
          ArnEquals: { 'aws:SourceArn': 'arn:aws:cloudfront::123456789012:distribution/E1' },
        },
      }),
    },
    {
      about: 'another index document',
      head: {
        edit: (resources) => {
          Object.assign(resourceAt(resources, 'aws_s3_bucket_website_configuration.Site_Website'), {
            index_document: { suffix: 'home.html' },
          });
        },
      },
    },
  ],
};
