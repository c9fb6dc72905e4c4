import type { RuleSamples } from '../sample';

// The stack sets no conditions, and the reader of configurations takes none of resources: the rule's own test has plans.
export const conditionHolds: RuleSamples = {
  failing: [
    {
      about: 'a check that fails',
      head: {},
      says: /^its condition does not hold/,
      needsPlan: true,
      cannotBePlanned: true,
    },
  ],
  passing: [{ about: 'the first deployment', base: null, head: {}, cannotBePlanned: true }],
};
