import { AuthModelError, readAuthModel, type AuthModel } from '@gatehouse/auth-model';

import { BootError } from '../boot-error';
import type { Origins } from '../http/open-ports';
import { localAttributes } from './local-attributes';
import type { Stack } from './read-stack';
import { rewriteOrigins, type RewriteText } from './rewrite-origins';

interface ReadModel {
  readonly model: AuthModel;
  readonly rewrite: RewriteText;
}

/** What a stack says, at the addresses of this start. @throws BootError with one sentence that says what to do */
export function readModel(stack: Stack, origins: Origins): ReadModel {
  const { graph, rewrite } = rewriteOrigins(stack.graph, origins);
  try {
    return { model: readAuthModel(graph, localAttributes(origins)), rewrite };
  } catch (cause) {
    if (cause instanceof AuthModelError) throw new BootError(cause.code, cause.message, { cause });
    throw cause;
  }
}
