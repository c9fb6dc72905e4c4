/** A text attribute of the user pool. Once there it can never be changed or removed: see `user-pool.lock.json`. */
export interface UserAttribute {
  readonly name: string;
  readonly required: boolean;
  readonly mutable: boolean;
  /** Stated, because Terraform and Cognito otherwise disagree about the default in every plan. */
  readonly minLength: number;
  readonly maxLength: number;
}

export const USER_ATTRIBUTES: readonly UserAttribute[] = [
  // 254: the longest address that mail can be sent to (RFC 5321 §4.5.3.1.3, less the angle brackets).
  { name: 'email', required: true, mutable: true, minLength: 3, maxLength: 254 },
  { name: 'name', required: true, mutable: true, minLength: 1, maxLength: 128 },
];
