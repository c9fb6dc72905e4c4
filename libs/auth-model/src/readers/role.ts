import type { PolicyDocument } from '@gatehouse/iam';
import { known, type Value } from '@gatehouse/terraform-json';

import type { BlockReader } from '../block-reader';
import { asMapOf, asText, asTexts } from '../json-types';
import type { Role, RolePolicy } from '../model';
import { withoutUndefined } from '../without-undefined';
import type { Owned } from './owned';
import { asPolicy } from './policy';

export interface RolePart {
  readonly role: Role;
  /** Managed policies named by the role itself. */
  readonly managedPolicyArns: readonly Value<string>[];
  /** Of the managed policy that is its permissions boundary. */
  readonly boundaryArn?: Value<string>;
}

export interface ManagedPolicyPart {
  readonly arn: string;
  readonly policy: RolePolicy;
}

/** Source: IAM API reference, "CreateRole": sessions last an hour unless the role says more. */
export function readRole(block: BlockReader): RolePart {
  // Where the role is listed, and how Terraform takes it down.
  block.ignore('description', 'force_detach_policies', 'path');
  block.told('arn', 'create_date', 'name_prefix', 'unique_id');
  const name = block.text('name');
  const role: Role = {
    address: block.address,
    name,
    arn: block.computed('arn'),
    uniqueId: block.computed('unique_id'),
    trust: block.requiredValue('assume_role_policy', asPolicy(`trust of role ${name}`, 'trust')),
    policies: block
      .blocks('inline_policy')
      // Stands in states, and in configurations that want none at all.
      .filter((inline) => inline.names().length > 0)
      .map((inline) => readInlinePolicy(inline, name)),
    tags: readTags(block),
    maxSessionSeconds: block.number('max_session_duration', 3600),
  };
  return {
    role,
    managedPolicyArns: eachOf(block.optionalOrUnknown('managed_policy_arns', asTexts)),
    ...withoutUndefined({ boundaryArn: block.optionalOrUnknown('permissions_boundary', asText) }),
  };
}

function eachOf(arns: Value<readonly string[]> | undefined): readonly Value<string>[] {
  if (arns?.kind === 'known') return arns.value.map((arn) => known(arn));
  return arns === undefined ? [] : [arns];
}

/** With those of the provider's `default_tags`, which a state has at each resource; a tag of its own wins. */
function readTags(block: BlockReader): Role['tags'] {
  const name = block.isState ? 'tags_all' : 'tags';
  const tags = block.value(name, asMapOf(asText));
  if (tags === undefined || tags.kind === 'known') return { ...block.defaultTags, ...tags?.value };
  block.reportUnsupported(name, 'it is not known yet, and conditions see no tag of the role');
  return block.defaultTags;
}

function readInlinePolicy(block: BlockReader, roleName: string): RolePolicy {
  const name = `${roleName}/${block.text('name')}`;
  const document = readPolicy(block, name);
  block.end();
  return { name, address: block.address, document };
}

/** The provider takes the role's name or id, which are the same. */
export function readRolePolicy(block: BlockReader): Owned<RolePolicy> {
  const { address } = block;
  block.told('name_prefix');
  const roleName = block.text('role');
  const resourceName = address.split('.').at(-1) ?? address;
  const name = `${roleName}/${block.optional('name', asText) ?? resourceName}`;
  const value = { address, name, document: readPolicy(block, name) };
  return { address, owner: roleName, value };
}

export function readManagedPolicy(block: BlockReader): ManagedPolicyPart {
  block.ignore('description', 'path');
  block.told('arn', 'attachment_count', 'name_prefix', 'policy_id');
  const name = block.text('name');
  const policy = { address: block.address, name, document: readPolicy(block, name) };
  return { arn: block.computed('arn'), policy };
}

/** The ARN of a policy, owned by the role it is attached to. */
export function readPolicyAttachment(block: BlockReader): Owned<Value<string>> {
  const value =
    block.optionalOrUnknown('policy_arn', asText) ?? block.requiredValue('policy_arn', asText);
  return { address: block.address, owner: block.text('role'), value };
}

function readPolicy(block: BlockReader, name: string): Value<PolicyDocument> {
  return block.requiredValue('policy', asPolicy(name, 'identity'));
}
