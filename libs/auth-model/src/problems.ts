import { TerraformJsonError } from '@gatehouse/terraform-json';

import { AuthModelError } from './auth-model-error';

/** Something of a stack that could not be read, and that the model is without. */
export interface Unread {
  readonly address: string;
  /** `policy`; empty: the whole resource. */
  readonly attribute: string;
  /** A sentence that names the place, what is wrong with it, and what to do. */
  readonly because: string;
}

/** What becomes of what cannot be read. */
export interface Problems {
  /** False: whatever is reported is thrown. */
  readonly areCollected: boolean;
  readonly report: (address: string, attribute: string, error: AuthModelError) => void;
}

/** For whoever plays the stack or trusts the model whole: the first problem is the end. */
export const THROWN: Problems = {
  areCollected: false,
  report: (_address, _attribute, error) => {
    throw error;
  },
};

/** For whoever reads what somebody else has changed: one attribute that is not understood must not hide all others. */
export function collectedIn(unread: Unread[]): Problems {
  const known = new Set<string>();
  return {
    areCollected: true,
    report: (address, attribute, { message: because }) => {
      const key = JSON.stringify([address, attribute]);
      if (known.has(key)) return;
      known.add(key);
      unread.push({ address, attribute, because });
    },
  };
}

/** Errors that are about the stack, and not ours. */
export function isProblem(error: unknown): error is AuthModelError | TerraformJsonError {
  return error instanceof AuthModelError || error instanceof TerraformJsonError;
}

/** The same as an error of the model; what is thrown stays what it was. */
export function problemOf(error: AuthModelError | TerraformJsonError): AuthModelError {
  if (error instanceof AuthModelError) return error;
  return new AuthModelError('ERR_MODEL_INVALID_VALUE', error.message, { cause: error });
}
