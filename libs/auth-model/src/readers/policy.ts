import {
  parsePolicyDocument,
  PolicyError,
  type PolicyDocument,
  type PolicyKind,
} from '@gatehouse/iam';

import { AuthModelError } from '../auth-model-error';
import type { ReadAs } from '../json-types';

/** Reads a policy from its JSON text. @param name what decisions call it */
export function asPolicy(name: string, kind: PolicyKind): ReadAs<PolicyDocument> {
  return (json, where) => {
    try {
      return parsePolicyDocument(json, name, kind);
    } catch (cause) {
      if (!(cause instanceof PolicyError)) throw cause;
      throw new AuthModelError(
        'ERR_MODEL_INVALID_VALUE',
        `${where} is not a policy: ${cause.message}`,
        { cause },
      );
    }
  };
}
