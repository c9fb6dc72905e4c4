import addresses from './stable-addresses.lock.json';
import type { StackJson } from './stack-json';

const LOCKED_TYPES = new Set(addresses.map((address) => address.split('.')[0]));

/**
 * A new address is, to Terraform, a new resource: users, identities, keys and the API's own id would be lost with the old one.
 * These addresses are therefore given by hand (`overrideLogicalId`) and stay, however constructs are renamed or moved.
 *
 * Only what holds something is locked: all else is made again from the tables with nothing lost, and a lock would have to be edited
 * for every new route. Groups are held by their names alone, which the table may drop (`user-groups.ts`). A moved address of the
 * rest still deletes the old thing and makes a new one under the same name in one apply, which AWS may refuse until the old one is
 * gone: `moved` blocks or a second apply are the way then, see docs/operations.md.
 */
export function stableAddresses(stack: StackJson): readonly string[] {
  const present = stack.resources
    .filter(({ type }) => LOCKED_TYPES.has(type))
    .map(({ address }) => address);
  return [
    ...addresses
      .filter((address) => !present.includes(address))
      .map((address) => `${address} is gone: Terraform would destroy what it holds`),
    ...present
      .filter((address) => !addresses.includes(address))
      .map((address) => `${address} is new: add it to stable-addresses.lock.json`),
  ];
}
