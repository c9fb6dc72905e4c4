import { editPolicy, firstStatement } from '../edit-policy';
import { resourceAt, type RuleSamples } from '../sample';

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
  ],
  passing: [
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
