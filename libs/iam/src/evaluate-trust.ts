import type { AccessRequest, Decision, NamedPolicy } from './decision';
import { evaluate } from './evaluate';

/** Who wants to assume a role, and how. */
export interface TrustRequest extends Pick<
  AccessRequest,
  'context' | 'unknownKeys' | 'isUnknownKey'
> {
  readonly principal: NonNullable<AccessRequest['principal']>;
  /** `sts:AssumeRoleWithWebIdentity`. */
  readonly action: string;
}

/**
 * Whether a role's trust policy lets the principal assume it. A trust policy names no resource: it is about the role it belongs to.
 * Source: IAM User Guide, "How to use trust policies with IAM roles".
 */
export function evaluateTrust(trust: NamedPolicy, request: TrustRequest): Decision {
  return evaluate([trust], { ...request, resource: '*' });
}
