/** A path of the API with `*` in place of each parameter: `/items/*` of `/items/{id}`. */
export function pathPattern(resourcePath: string): string {
  return resourcePath.replace(/\{[^}]*\}/g, '*');
}
