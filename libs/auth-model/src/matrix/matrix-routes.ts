import type { AuthModel } from '../model';
import type { Method, RestApi, Stage } from '../model-api';

/** A method on a stage, as it is called. */
export interface StageRoute {
  readonly name: string;
  /** `<api>/<stage>`; by the address of the API where two have one name. */
  readonly place: string;
  readonly api: RestApi;
  readonly stage: Stage;
  readonly method: Method;
  /** Never `ANY`. */
  readonly httpMethod: string;
}

/** What `ANY` stands for. Source: API Gateway Developer Guide, "Set up a method". */
const VERBS = ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'] as const;

/**
 * Every method of every stage, in the order of the file; `ANY` is each verb that has no method of its own.
 * @param beside what it is compared with: where a route's name says which stage it is on there, it does so here
 */
export function matrixRoutes(
  model: AuthModel,
  beside: readonly AuthModel[] = [],
): readonly StageRoute[] {
  const several = [model, ...beside].some((one) => stageNames(one).length > 1);
  return model.restApis.flatMap((api) =>
    api.stages.flatMap((stage) => {
      const place = placeOf(model, api, stage);
      const prefix = several ? `${place} ` : '';
      return api.methods.flatMap((method) =>
        verbsOf(method, api.methods).map((httpMethod): StageRoute => {
          const name = `${prefix}${httpMethod} ${method.resourcePath}`;
          return { name, place, api, stage, method, httpMethod };
        }),
      );
    }),
  );
}

function stageNames({ restApis }: AuthModel): readonly string[] {
  return restApis.flatMap((api) => api.stages.map((stage) => `${api.name}/${stage.name}`));
}

/** AWS lets two APIs have one name: those are told apart by their addresses. */
function placeOf(model: AuthModel, api: RestApi, stage: Stage): string {
  const name = `${api.name}/${stage.name}`;
  const isUnique = stageNames(model).filter((one) => one === name).length === 1;
  return isUnique ? name : `${api.address}/${stage.name}`;
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
