import type { RuleSamples } from '../sample';

// Of a plan, only the new configuration is told.
const cannotBePlanned = true;

export const stackKeepsItsTarget: RuleSamples = {
  failing: [
    {
      about: 'a role that Terraform takes first',
      head: {
        edit: (_resources, { provider }) => {
          provider.aws[0] = {
            ...provider.aws[0],
            assume_role: [{ role_arn: 'arn:aws:iam::999999999999:role/other' }],
          };
        },
      },
      says: /^`assume_role` is not what it was$/,
      cannotBePlanned,
    },
    {
      about: 'a resource in the hands of another provider',
      head: {
        edit: ({ aws_cognito_user_pool: pools = {} }, { provider }) => {
          provider.aws.push({ alias: 'east', region: 'us-east-1' });
          for (const pool of Object.values(pools)) pool.provider = 'aws.east';
        },
      },
      says: /^`region` is not what it was$|^the provider `aws\.east` looks after it, and `aws` did$/,
      cannotBePlanned,
    },
  ],
  passing: [
    {
      about: 'other tags by default',
      head: {
        edit: (_resources, { provider }) => {
          provider.aws[0] = { ...provider.aws[0], default_tags: [{ tags: { team: 'other' } }] };
        },
      },
      cannotBePlanned,
    },
    { about: 'the first deployment', base: null, head: {}, cannotBePlanned },
  ],
};
