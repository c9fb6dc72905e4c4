/** A route of the matrix, by the parts of its name. */
export interface RouteParts {
  /** `<api>/<stage>`; absent where the stack has one stage only. */
  readonly stage?: string;
  readonly method: string;
  readonly path: string;
}

/** `quay/v1 GET /tides`, or `GET /tides`. Names of APIs may have blanks, methods and paths have none. */
export function routeParts(name: string): RouteParts {
  const [path = '', method = '', ...stage] = name.split(' ').reverse();
  return { method, path, ...(stage.length > 0 && { stage: stage.reverse().join(' ') }) };
}

/** Each once, in the order of the routes; none where the stack has one stage only. */
export function stagesOf(routes: readonly RouteParts[]): readonly string[] {
  return [...new Set(routes.flatMap(({ stage }) => stage ?? []))];
}

export type AskedField = 'who' | 'path';

/** What is wrong with a question, a sentence for each field; nothing where it can be asked. */
export function problemsOf(
  asked: Readonly<Record<AskedField, string>>,
): Partial<Readonly<Record<AskedField, string>>> {
  const path = asked.path.trim();
  return {
    ...(asked.who.trim() === '' && {
      who: 'Enter who calls: a name above a column of the matrix.',
    }),
    ...(!path.startsWith('/') && {
      path:
        path === ''
          ? 'Enter a path, such as that of a route.'
          : `A path begins with a slash: /${path}`,
    }),
  };
}
