import { AuthModelError, readAuthModel, type AuthModel } from '@gatehouse/auth-model';

import { BootError } from '../boot-error';
import { refuseOpenTrust } from '../cognito-identity/refuse-open-trust';
import { localAttributes } from './local-attributes';
import type { Placement } from './place-stack';
import type { Stack } from './read-stack';
import { rewriteOrigins, type Rewritten } from './rewrite-origins';

interface ReadModel extends Pick<Rewritten, 'rewrite' | 'ambiguous'> {
  readonly model: AuthModel;
}

/** What a stack says, at the addresses of this start. @throws BootError with one sentence that says what to do */
export function readModel(stack: Stack, places: Placement): ReadModel {
  const { graph, rewrite, ambiguous } = rewriteOrigins(stack.graph, places);
  try {
    const model = readAuthModel(graph, localAttributes(places));
    if (stack.kind === 'synthesized') refuseOpenTrust(model.roles);
    return { model, rewrite, ambiguous };
  } catch (cause) {
    if (cause instanceof AuthModelError) throw new BootError(cause.code, cause.message, { cause });
    throw cause;
  }
}
