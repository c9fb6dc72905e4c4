import type { OperatorEndpoint } from './endpoint';

export interface EndpointMatch {
  readonly endpoint: OperatorEndpoint;
  readonly parameters: Readonly<Record<string, string>>;
}

/** Every endpoint of a path, whatever its method. */
export function matchEndpoints(
  endpoints: readonly OperatorEndpoint[],
  rawPath: string,
): readonly EndpointMatch[] {
  const given = rawPath.split('/');
  return endpoints.flatMap((endpoint) => {
    const parameters = matchPath(endpoint.path.split('/'), given);
    return parameters === undefined ? [] : [{ endpoint, parameters }];
  });
}

function matchPath(
  wanted: readonly string[],
  given: readonly string[],
): Readonly<Record<string, string>> | undefined {
  if (wanted.length !== given.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [index, segment] of wanted.entries()) {
    const name = /^\{(\w+)\}$/.exec(segment)?.[1];
    const value = given[index] ?? '';
    if (name === undefined && segment !== value) return undefined;
    if (name === undefined) continue;
    const decoded = decode(value);
    if (decoded === undefined || decoded === '') return undefined;
    parameters[name] = decoded;
  }
  return parameters;
}

function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
