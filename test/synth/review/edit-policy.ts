import { resourceAt, type StackResources } from './sample';

/** A policy as it is written in the stack. */
export interface PolicyJson {
  Statement: Record<string, unknown>[];
}

/** Edits the document that a role, a policy or a bucket policy holds as text. */
export function editPolicy(
  resources: StackResources,
  address: string,
  edit: (document: PolicyJson) => void,
): void {
  const body = resourceAt(resources, address);
  const name = body.assume_role_policy === undefined ? 'policy' : 'assume_role_policy';
  const document = JSON.parse(body[name] as string) as PolicyJson;
  edit(document);
  body[name] = JSON.stringify(document);
}

/** The first statement of the document. */
export function firstStatement({ Statement: [first] }: PolicyJson): Record<string, unknown> {
  if (first === undefined) throw new Error('the policy has no statement');
  return first;
}
