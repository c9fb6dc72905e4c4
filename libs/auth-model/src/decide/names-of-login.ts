import type { Login } from '../decide';

/** What role mappings may call the provider of a login. */
export function namesOfLogin({ provider, providerArn }: Login): readonly string[] {
  return providerArn === undefined ? [provider] : [provider, providerArn];
}
