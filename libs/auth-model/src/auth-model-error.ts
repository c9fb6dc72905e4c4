/** Everything that can keep a graph from becoming a model. */
export type AuthModelErrorCode =
  /** A resource type that is neither read nor left out with a reason. */
  | 'ERR_MODEL_UNKNOWN_TYPE'
  /** An argument that no reader has considered, or an attribute that nothing computes. */
  | 'ERR_MODEL_UNKNOWN_ATTRIBUTE'
  /** Known, and refused: to go on without it would change who may call what. */
  | 'ERR_MODEL_UNSUPPORTED'
  /** Missing, of the wrong type, or outside what AWS allows. */
  | 'ERR_MODEL_INVALID_VALUE'
  /** A name, id or ARN that must be settled before anything can be decided. */
  | 'ERR_MODEL_NOT_KNOWN'
  /** A resource that belongs to one which the stack does not have. */
  | 'ERR_MODEL_ORPHAN';

/** The stack cannot be understood as it stands; the message names the resource, the attribute and what to do. */
export class AuthModelError extends Error {
  override readonly name = 'AuthModelError';

  constructor(
    readonly code: AuthModelErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
