import type { Block } from '../block';
import type { ResourceView } from '../resource-view';
import { finding, type RuleFinding } from '../rule';
import { say } from '../say';
import type { Snapshot } from '../snapshot';

/** Source: Amazon S3 User Guide, "Access control list (ACL) overview", predefined groups: both are anybody, the second with an account. */
const EVERYBODY = /\/groups\/global\/(?:AllUsers|AuthenticatedUsers)$/;

/** Every list that lets in somebody else: of a bucket, of an object, in one word or grant by grant. */
export function* publicLists(snapshot: Snapshot): Iterable<RuleFinding> {
  for (const view of snapshot.ofType('aws_s3_bucket_acl', 'aws_s3_bucket', 'aws_s3_object')) {
    const list = view.text('acl', 'private');
    if (list.kind === 'known' && /^public-|^authenticated-read$/.test(list.value))
      yield finding(view.address, say`its access control list is ${list.value}`);
    const owner = textOf(view, 'access_control_policy.owner.id');
    for (const grant of grantsOf(view)) yield* judge(view.address, grant, owner);
  }
}

interface ListGrant {
  readonly block: Block;
  /** Where it says to whom. */
  readonly to: string;
}

function grantsOf(view: ResourceView): readonly ListGrant[] {
  if (view.type === 'aws_s3_bucket')
    return view.blocks('grant').map((block) => ({ block, to: '' }));
  return view.blocks('access_control_policy.grant').map((block) => ({ block, to: 'grantee.' }));
}

function* judge(
  address: string,
  { block, to }: ListGrant,
  owner: string | undefined,
): Iterable<RuleFinding> {
  const [group, user] = [textOf(block, `${to}uri`), textOf(block, `${to}id`)];
  if (group !== undefined && EVERYBODY.test(group))
    yield finding(address, say`its access control list lets in ${group}`);
  else if (owner !== undefined && user !== undefined && user !== owner)
    yield finding(address, say`its access control list lets in the account of ${user}`, 'medium');
}

function textOf(block: Block, path: string): string | undefined {
  const text = block.text(path);
  return text?.kind === 'known' && text.value !== '' ? text.value : undefined;
}
