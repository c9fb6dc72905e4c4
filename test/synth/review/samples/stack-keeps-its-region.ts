import type { RuleSamples } from '../sample';

export const stackKeepsItsRegion: RuleSamples = {
  failing: [
    {
      about: 'another region',
      head: { synth: { environment: { region: 'eu-west-1' } } },
      says: /^everything is made anew in `eu-west-1`, and was in `us-west-2`$/,
      // Of a plan, only the new one is told: there, every resource is replaced.
      cannotBePlanned: true,
    },
  ],
  passing: [{ about: 'the first deployment', base: null, head: {} }],
};
