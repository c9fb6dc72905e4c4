import { DEV } from '../../fixture-project';
import type { RuleSamples } from '../sample';

const passwords = (minimumLength: number) => ({
  synth: { environment: { passwords: { ...DEV.passwords, minimumLength } } },
});

export const passwordPolicyKeepsStrength: RuleSamples = {
  failing: [
    {
      about: 'shorter passwords',
      head: passwords(8),
      says: /needs `8` characters, and needed `10`/,
    },
  ],
  passing: [{ about: 'longer passwords', head: passwords(16) }],
};
