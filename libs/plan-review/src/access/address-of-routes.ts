import type { AuthModel } from '@gatehouse/auth-model';

/** Of the method where it is about one; else of the API. */
export function addressOfRoutes(
  { restApis }: AuthModel,
  [route = '', ...more]: readonly string[],
): string {
  const [api] = restApis;
  if (more.length > 0) return api?.address ?? '';
  const method = restApis
    .flatMap(({ methods }) => methods)
    .find(({ httpMethod, resourcePath }) =>
      route.endsWith(`${httpMethod === 'ANY' ? '' : httpMethod} ${resourcePath}`),
    );
  return method?.address ?? api?.address ?? '';
}
