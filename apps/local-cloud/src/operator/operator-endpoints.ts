import type { OperatorEndpoint } from './endpoint';
import { canEndpoint } from './endpoints/can';
import { changeUserEndpoints } from './endpoints/change-user';
import { createUserEndpoint } from './endpoints/create-user';
import { labEndpoints } from './endpoints/lab';
import { matrixEndpoint } from './endpoints/matrix';
import { outboxEndpoint } from './endpoints/outbox';
import { rolesEndpoint } from './endpoints/roles';
import { stackEndpoint } from './endpoints/stack';
import { traceEndpoint, tracesEndpoint } from './endpoints/traces';
import { usageEndpoint } from './endpoints/usage';
import { usersEndpoint } from './endpoints/users';
import type { Operated } from './operated';

/** Every endpoint of the operator port, a file each. */
export function operatorEndpoints(operated: Operated): readonly OperatorEndpoint[] {
  return [
    ...(operated.lab === undefined ? [] : labEndpoints(operated.lab)),
    canEndpoint(operated),
    matrixEndpoint(operated),
    outboxEndpoint(operated),
    rolesEndpoint(operated),
    stackEndpoint(operated),
    tracesEndpoint(operated),
    traceEndpoint(operated),
    usageEndpoint(operated),
    usersEndpoint(operated),
    createUserEndpoint(operated),
    ...changeUserEndpoints(operated),
  ];
}
