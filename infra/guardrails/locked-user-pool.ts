import lock from './user-pool.lock.json';
import { asList, asRecord, type StackJson } from './stack-json';

/**
 * What of a user pool can never change while its users live: attributes can be added, but neither changed nor removed, and the
 * rest would make a new pool without users. Adding: write it here too, and it is held from then on.
 * Source: Amazon Cognito Developer Guide, "Working with user attributes"; AWS provider, aws_cognito_user_pool.
 */
export function lockedUserPool(stack: StackJson): readonly string[] {
  return stack.ofType('aws_cognito_user_pool').flatMap(({ address, body }) => {
    const declared = asList(body.schema).map(asRecord);
    return [
      ...lock.attributes.flatMap((locked) => attributeProblems(locked, declared)),
      ...usernameProblems(body),
    ].map((problem) => `${address}: ${problem}, and Cognito can never change that: undo it`);
  });
}

type LockedAttribute = (typeof lock.attributes)[number];

function attributeProblems(
  locked: LockedAttribute,
  declared: readonly Readonly<Record<string, unknown>>[],
): readonly string[] {
  const now = declared.find(({ name }) => name === locked.name);
  if (now === undefined) return [`the attribute "${locked.name}" was removed`];
  return Object.entries(flat(locked))
    .filter(([field, value]) => flat(now)[field] !== value)
    .map(([field]) => `${field} of the attribute "${locked.name}" was changed`);
}

/** The constraints beside the other fields, all as texts. */
function flat(attribute: object): Readonly<Record<string, string>> {
  const { string_attribute_constraints: constraints, ...rest } = asRecord(attribute);
  return Object.fromEntries(
    Object.entries({ ...rest, ...asRecord(constraints) }).map(([key, it]) => [key, String(it)]),
  );
}

function usernameProblems(body: Readonly<Record<string, unknown>>): readonly string[] {
  const configuration = asRecord(body.username_configuration);
  return [
    ...(configuration.case_sensitive === lock.usernames.case_sensitive
      ? []
      : ['whether user names are case sensitive was changed']),
    ...(['alias_attributes', 'username_attributes'] as const)
      .filter((field) => asList(body[field]).join() !== lock.usernames[field].join())
      .map((field) => `${field} was changed`),
  ];
}
