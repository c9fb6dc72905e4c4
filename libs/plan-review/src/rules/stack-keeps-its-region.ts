import { changedRegion } from '../in-one-region';
import { finding, type Rule } from '../rule';
import { say } from '../say';

export const stackKeepsItsRegion: Rule = {
  id: 'stack-keeps-its-region',
  title: 'The stack moves to another region',
  severity: 'high',
  why: 'Nothing moves: all of it is made anew there, without its users and its data, and what was there is destroyed or forgotten.',
  fix: 'Keep the region. For a second region, make a second stack with a state of its own.',
  source:
    'AWS provider documentation, "Enhanced Region Support" (a change of region replaces the resource)',
  *check({ base, head, region: known }) {
    const region = known ?? (base && changedRegion(base, head));
    if (region === undefined) return;
    yield finding(
      'provider.aws',
      say`everything is made anew in ${region.after}, and was in ${region.before}`,
    );
  },
};
