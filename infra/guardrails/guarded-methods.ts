import type { StackJson } from './stack-json';

/** Every method wants a signature and a key; OPTIONS wants neither, because a browser's preflight carries neither. */
export function guardedMethods(stack: StackJson): readonly string[] {
  return stack.ofType('aws_api_gateway_method').flatMap(({ address, body }) => {
    const isOpen = body.authorization === 'NONE' && body.api_key_required === false;
    const isGuarded = body.authorization === 'AWS_IAM' && body.api_key_required === true;
    if (body.http_method === 'OPTIONS')
      return isOpen ? [] : [`${address}: OPTIONS must be NONE and without a key`];
    return isGuarded ? [] : [`${address}: must be AWS_IAM and want a key`];
  });
}
