/** A mistake that the person at the terminal can mend. Its message is one clear sentence, shown without a stack trace. */
export class InfraError extends Error {
  readonly code = 'ERR_INFRA_REFUSED';

  constructor(message: string) {
    super(message);
    this.name = 'InfraError';
  }
}
