import { createHash } from 'node:crypto';

import {
  DefaultTokenResolver,
  Lazy,
  StringConcat,
  TerraformStack,
  Tokenization,
  type TerraformResource,
} from 'cdktf';

/**
 * A hash over everything these resources say, however it came there: read at synthesis, when the last override is in.
 * The order they were made in does not count, only what they are.
 */
export function redeployHash(resources: readonly TerraformResource[]): string {
  return Lazy.stringValue({
    produce: () => {
      const texts = resources.map(contentOf).sort();
      return createHash('sha256').update(texts.join('\n')).digest('hex');
    },
  });
}

/** Address and arguments, without cdktf's note of where in the program it came from. */
function contentOf(resource: TerraformResource): string {
  const resolved: unknown = Tokenization.resolve(resource.toTerraform(), {
    scope: TerraformStack.of(resource),
    resolver: new DefaultTokenResolver(new StringConcat()),
    preparing: false,
  });
  return JSON.stringify(resolved, (key, value: unknown) => (key === '//' ? undefined : value));
}
