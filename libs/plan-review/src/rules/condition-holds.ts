import { finding, type Rule } from '../rule';
import { listed, prose, say } from '../say';

export const conditionHolds: Rule = {
  id: 'condition-holds',
  title: 'A condition that the stack itself sets does not hold',
  severity: 'medium',
  why: 'Somebody wrote down what must be so. A check only warns, and is applied over; the condition of a resource stops an apply on its way.',
  fix: 'Mend what the condition is about, or change the condition where it asks for too much.',
  source: 'Terraform documentation, "JSON Output Format", "Checks Representation"',
  *check({ plan }) {
    for (const { address, status, problems } of plan?.checks ?? []) {
      if (status === 'error') yield finding(address, ['its condition could not be worked out']);
      if (status !== 'fail') continue;
      const words = problems.map((problem) => prose(problem));
      yield finding(
        address,
        words.length === 0
          ? ['its condition does not hold']
          : say`its condition does not hold: ${listed(words)}`,
      );
    }
  },
};
