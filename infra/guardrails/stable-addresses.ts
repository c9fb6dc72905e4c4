import addresses from './stable-addresses.lock.json';
import type { StackJson } from './stack-json';

const LOCKED_TYPES = new Set(addresses.map((address) => address.split('.')[0]));

/**
 * A new address is, to Terraform, a new resource: users, identities, keys and the API's own id would be lost with the old one.
 * These addresses are therefore given by hand (`overrideLogicalId`) and stay, however constructs are renamed or moved.
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
