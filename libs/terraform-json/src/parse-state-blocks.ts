import { bareAddress } from './bare-address';
import type { Move, Removal, ResourceGraph } from './resource-graph';
import { blocksAt, booleanAt, optionalStringAt } from './shape';
import { TerraformJsonError } from './terraform-json-error';
import type { JsonObject } from './value';

/**
 * The blocks that say what becomes of objects which are in the state already.
 * Source: Terraform language, "moved block reference" and "removed block reference" (`destroy` is true unless it is said).
 */
export function parseStateBlocks(
  { moved, removed }: JsonObject,
  fileName: string,
): Pick<ResourceGraph, 'moves' | 'removals'> {
  const moves = blocksAt(moved, `${fileName}: moved`).map((block, index): Move => {
    const where = `${fileName}: moved[${index}]`;
    return { from: addressAt(block, 'from', where), to: addressAt(block, 'to', where) };
  });
  const removals = blocksAt(removed, `${fileName}: removed`).map((block, index): Removal => {
    const where = `${fileName}: removed[${index}]`;
    const destroy = blocksAt(block.lifecycle, `${where}.lifecycle`).map(({ destroy = null }) =>
      destroy === null ? true : booleanAt(destroy, `${where}.lifecycle.destroy`),
    );
    return { from: addressAt(block, 'from', where), destroys: destroy[0] ?? true };
  });
  return {
    ...(moves.length === 0 ? {} : { moves }),
    ...(removals.length === 0 ? {} : { removals }),
  };
}

function addressAt(block: JsonObject, key: 'from' | 'to', where: string): string {
  const text = optionalStringAt(block[key], `${where}.${key}`);
  if (text !== undefined) return bareAddress(text);
  throw new TerraformJsonError(
    'ERR_TERRAFORM_INVALID_SHAPE',
    `${where}.${key} is missing. Name there what is in the stack, as aws_iam_role.member.`,
  );
}
