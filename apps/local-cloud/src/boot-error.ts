/**
 * Your mistake, not our fault: one sentence that says what was found, what was expected and what to do.
 * The command prints it alone, without a stack, and exits 1.
 */
export class BootError extends Error {
  override readonly name = 'BootError';

  constructor(
    /** `ERR_<AREA>_<PROBLEM>`. */
    readonly code: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
