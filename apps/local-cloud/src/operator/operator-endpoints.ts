import type { OperatorEndpoint } from './endpoint';
import { outboxEndpoint } from './endpoints/outbox';
import { stackEndpoint } from './endpoints/stack';
import type { Operated } from './operated';

/** Every endpoint of the operator port, a file each. */
export function operatorEndpoints(operated: Operated): readonly OperatorEndpoint[] {
  return [outboxEndpoint(operated), stackEndpoint(operated)];
}
