/**
 * The compiler says the same, but a build does not ask it: a route without a handler must not be deployed.
 * @throws one sentence that names the rows and the place
 */
export function assertRouteHandlers(routes: object, handlers: object): void {
  const missing = Object.keys(routes).filter((key) => !Object.hasOwn(handlers, key));
  if (missing.length === 0) return;
  throw new Error(
    `There is no handler for ${missing.join(', ')}: write its file in apps/api/routes/ and its line in apps/api/route-handlers.ts.`,
  );
}
