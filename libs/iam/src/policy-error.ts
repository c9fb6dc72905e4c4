/** A document that is not a policy: names the policy, the place in it, what stands there and what was expected. */
export class PolicyError extends Error {
  override readonly name = 'PolicyError';
  readonly code = 'ERR_IAM_POLICY';

  constructor(
    /** The policy's name, as the caller gave it. */
    readonly policy: string,
    /** `Statement[0].Condition.StringEquals`; empty: the document itself. */
    readonly path: string,
    problem: string,
    options?: ErrorOptions,
  ) {
    super(`${policy}: ${path === '' ? 'the document' : path} ${problem}`, options);
  }
}
