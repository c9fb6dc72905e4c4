import type { AuthModel } from '../model';
import type { Method, RestApi, Stage } from '../model-api';

/** A method on a stage, as it is called. */
export interface StageRoute {
  readonly name: string;
  readonly api: RestApi;
  readonly stage: Stage;
  readonly method: Method;
  /** Never `ANY`. */
  readonly httpMethod: string;
}

/** What `ANY` stands for. Source: API Gateway Developer Guide, "Set up a method". */
const VERBS = ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'] as const;

/** Every method of every stage, in the order of the file; `ANY` is each verb that has no method of its own. */
export function matrixRoutes({ restApis }: AuthModel): readonly StageRoute[] {
  const several = restApis.flatMap(({ stages }) => stages).length > 1;
  return restApis.flatMap((api) =>
    api.stages.flatMap((stage) =>
      api.methods.flatMap((method) =>
        verbsOf(method, api.methods).map((httpMethod): StageRoute => {
          const prefix = several ? `${api.name}/${stage.name} ` : '';
          return {
            name: `${prefix}${httpMethod} ${method.resourcePath}`,
            api,
            stage,
            method,
            httpMethod,
          };
        }),
      ),
    ),
  );
}

/** A preflight carries no credentials and gets no data: it only says which origins may try. */
export function isPreflight({ httpMethod, authorization, integration }: Method): boolean {
  const open = authorization.kind === 'known' && authorization.value === 'NONE';
  return httpMethod === 'OPTIONS' && open && integration.type === 'MOCK';
}

function verbsOf(
  { httpMethod, resourceId }: Method,
  methods: readonly Method[],
): readonly string[] {
  if (httpMethod !== 'ANY') return [httpMethod];
  const own = methods.filter((method) => method.resourceId === resourceId);
  return VERBS.filter((verb) => !own.some((method) => method.httpMethod === verb));
}
