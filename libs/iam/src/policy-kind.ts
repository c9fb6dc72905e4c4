import { below, fail, type JsonRecord, type Place } from './json-reader';

/** What a policy hangs on: whoever asks (also as boundary or for a session), a role that is taken on, or what is asked for. */
export type PolicyKind = 'identity' | 'trust' | 'resource';

/** A role that is taken on is its own resource, and an identity's policy is its own principal. */
const STATEMENT_OF: Readonly<
  Record<PolicyKind, Readonly<Record<'Principal' | 'Resource', 'wanted' | 'prohibited'>>>
> = {
  identity: { Principal: 'prohibited', Resource: 'wanted' },
  trust: { Principal: 'wanted', Resource: 'prohibited' },
  resource: { Principal: 'wanted', Resource: 'wanted' },
};

/**
 * Refuses what IAM refuses as malformed: read on, a policy without `Resource` would be one for everything.
 * Source: IAM User Guide, "Grammar of the IAM JSON policy language", notes on principal and resource blocks.
 * @throws PolicyError
 */
export function assertStatementOfKind(statement: JsonRecord, kind: PolicyKind, place: Place): void {
  for (const [element, rule] of Object.entries(STATEMENT_OF[kind])) {
    const found = [element, `Not${element}`].find((name) => statement[name] !== undefined);
    if (rule === 'wanted' && found === undefined) {
      fail(
        place,
        `has neither ${element} nor Not${element}, expected one of them in ${NAMES[kind]}`,
      );
    }
    if (rule === 'prohibited' && found !== undefined) {
      fail(below(place, found), `is not allowed in ${NAMES[kind]}: take it out`);
    }
  }
}

const NAMES: Readonly<Record<PolicyKind, string>> = {
  identity: 'the policy of an identity',
  trust: 'the trust policy of a role',
  resource: 'the policy of a resource',
};
