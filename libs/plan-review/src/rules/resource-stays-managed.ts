import { forgottenIn } from '../kept/forgotten';
import { finding, type Rule } from '../rule';
import { say } from '../say';
import { HOLDS } from './stateful-resource-is-kept';

export const resourceStaysManaged: Rule = {
  id: 'resource-stays-managed',
  title: 'Terraform forgets a resource, and it stays as it is',
  severity: 'low',
  why: 'It goes on to be there, to grant what it grants and to cost what it costs, and no plan or review shows any more what becomes of it.',
  fix: 'Let it be managed elsewhere before (an import block there), or destroy it. Where it may stay as it is, say so in a waiver.',
  source: 'Terraform language, "removed block reference"',
  *check({ base, head, plan }) {
    for (const address of forgottenIn(base?.graph, head.graph, plan)) {
      const type = (base ?? head).resources.get(address)?.type ?? '';
      const holds = Object.hasOwn(HOLDS, type) ? HOLDS[type] : undefined;
      if (holds === undefined)
        yield finding(address, ['Terraform forgets it, and it stays as it is']);
      else
        yield finding(
          address,
          say`Terraform forgets it, and it stays as it is, with ${[holds]}`,
          'medium',
        );
    }
  },
};
