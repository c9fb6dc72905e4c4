import { type Check, required } from '@gatehouse/design-system/forms';

/**
 * What a parameter of this path cannot be: empty, which would call another path, or a segment that
 * browsers take out of every address, `.` or `..`. (Written `%2e` they are safe: `%` is encoded.)
 * Source: WHATWG URL standard, "single-dot URL path segment" and "double-dot URL path segment".
 */
export function parameterCheck(path: string, name: string): Check {
  const isGreedy = path.includes(`{${name}+}`);
  return required(`Enter the ${name} to call: it is part of the address.`, (value) => {
    const segments = isGreedy ? value.split('/') : [value];
    return segments.some((segment) => segment === '.' || segment === '..')
      ? 'Browsers take “.” and “..” out of an address. Enter something else.'
      : undefined;
  });
}
