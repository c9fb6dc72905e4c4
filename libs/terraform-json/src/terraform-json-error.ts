/** Everything that can be wrong with a Terraform JSON file, as far as this reader is concerned. */
export type TerraformJsonErrorCode =
  /** The text is not JSON. */
  | 'ERR_TERRAFORM_INVALID_JSON'
  /** JSON, but not of the shape that Terraform's JSON syntax asks for. */
  | 'ERR_TERRAFORM_INVALID_SHAPE'
  /** A top-level block or meta-argument that this reader does not know (`module`, `count`, …). */
  | 'ERR_TERRAFORM_UNSUPPORTED_BLOCK'
  /** An expression outside the listed set. */
  | 'ERR_TERRAFORM_UNSUPPORTED_EXPRESSION'
  /** A `${` that is never closed. */
  | 'ERR_TERRAFORM_INVALID_TEMPLATE'
  /** A reference to a resource that the file does not have. */
  | 'ERR_TERRAFORM_UNKNOWN_REFERENCE'
  /** Resources that wait for one another. */
  | 'ERR_TERRAFORM_REFERENCE_CYCLE'
  /** Another of Terraform's files, or a format of it that is not read, where a state is expected. */
  | 'ERR_TERRAFORM_NOT_A_STATE'
  /** The same, where a plan is expected. */
  | 'ERR_TERRAFORM_NOT_A_PLAN'
  /** A state whose resources are in several regions. */
  | 'ERR_TERRAFORM_SEVERAL_REGIONS';

/** The file cannot be read as it stands; the message names the file, the path inside it and what to do. */
export class TerraformJsonError extends Error {
  override readonly name = 'TerraformJsonError';

  constructor(
    readonly code: TerraformJsonErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
