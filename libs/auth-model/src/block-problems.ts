import { describeReference, TWO_WAYS, type Known, type Value } from '@gatehouse/terraform-json';

import { AuthModelError } from './auth-model-error';

/** What can be wrong with an argument, whatever it is about. `where`: `aws_x.y.name`. */
export function missing(where: string): AuthModelError {
  return new AuthModelError('ERR_MODEL_INVALID_VALUE', `${where} is missing. Set it.`);
}

export function notSettled(
  where: string,
  value: Exclude<Value<unknown>, Known<unknown>>,
  isState: boolean,
): AuthModelError {
  const because = value.kind === 'unknown' ? value.because : describeReference(value.reference);
  return new AuthModelError(
    'ERR_MODEL_NOT_KNOWN',
    `${where} must be settled before anything can be decided, but it is not known (${because}).${isState ? '' : ` ${TWO_WAYS}`}`,
  );
}

export function notComputed(where: string): AuthModelError {
  return new AuthModelError(
    'ERR_MODEL_NOT_KNOWN',
    `${where} must be settled before anything can be decided.`,
  );
}

export function neverRead(where: string): AuthModelError {
  return new AuthModelError(
    'ERR_MODEL_UNKNOWN_ATTRIBUTE',
    `${where} is set, and what it does is not known here: it could change who may call what. ` +
      'Take it out of what is played. To teach it, let the reader of its type in libs/auth-model/src/readers/ read, ignore or refuse it.',
  );
}

export function notABlock(where: string): AuthModelError {
  return new AuthModelError(
    'ERR_MODEL_INVALID_VALUE',
    `${where} must be a block, or a list of blocks where several are allowed.`,
  );
}
