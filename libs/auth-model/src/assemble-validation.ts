import { AuthModelError } from './auth-model-error';
import type { CollectedParts } from './collect-parts';
import { groupByOwner } from './group-by-owner';
import type { ApiModel, RequestValidation } from './model-api';
import type { Problems } from './problems';
import type { MethodPart } from './readers/api-method';
import type { Owned } from './readers/owned';

const DRAFT_4 = 'http://json-schema.org/draft-04/schema#';

/** Every API has these from the start. Source: recorded answer to GetModels. */
const DEFAULT_MODELS: readonly ApiModel[] = [
  {
    address: 'the default model Empty',
    name: 'Empty',
    schema: { $schema: DRAFT_4, title: 'Empty Schema', type: 'object' },
  },
  {
    address: 'the default model Error',
    name: 'Error',
    schema: {
      $schema: DRAFT_4,
      title: 'Error Schema',
      type: 'object',
      properties: { message: { type: 'string' } },
    },
  },
];

/** The models of each API: its own, and those that it has from the start unless it says otherwise. */
export function modelsByApi(parts: CollectedParts): (apiId: string) => readonly ApiModel[] {
  const ownOf = groupByOwner(
    parts.of('aws_api_gateway_model'),
    apiIds(parts),
    'REST API',
    parts.problems,
  );
  return (apiId) => {
    const own = ownOf(apiId);
    const others = DEFAULT_MODELS.filter(({ name }) => own.every((model) => model.name !== name));
    return [...own, ...others];
  };
}

/** What the validator of each method makes AWS check. */
export function validationOf(
  parts: CollectedParts,
): (method: Owned<MethodPart>) => RequestValidation | undefined {
  const validators = parts.of('aws_api_gateway_request_validator');
  const validatorsOf = groupByOwner(validators, apiIds(parts), 'REST API', parts.problems);
  const modelsOf = modelsByApi(parts);
  return ({ address, owner, value: { request } }) => {
    const { validatorId } = request;
    if (validatorId === undefined) return undefined;
    const validator = validatorsOf(owner).find(({ id }) => id === validatorId);
    if (validator === undefined) {
      const words = `${address} has its requests checked by the validator ${validatorId}, which its API does not have.`;
      const error = new AuthModelError('ERR_MODEL_ORPHAN', words);
      parts.problems.report(address, 'request_validator_id', error);
      return undefined;
    }
    const { name, validatesBody, validatesParameters } = validator;
    if (!validatesBody && !validatesParameters) return undefined;
    return {
      validator: name,
      parameters: validatesParameters ? request.required : [],
      models: validatesBody
        ? chosenModels(request.modelNames, modelsOf(owner), { address, problems: parts.problems })
        : {},
    };
  };
}

function apiIds(parts: CollectedParts): readonly string[] {
  return parts.of('aws_api_gateway_rest_api').map(({ id }) => id);
}

function chosenModels(
  names: Readonly<Record<string, string>>,
  models: readonly ApiModel[],
  { address, problems }: { readonly address: string; readonly problems: Problems },
): Readonly<Record<string, ApiModel>> {
  return Object.fromEntries(
    Object.entries(names).flatMap(([contentType, name]) => {
      const model = models.find((one) => one.name === name);
      if (model !== undefined) return [[contentType, model] as const];
      const words = `${address} has its ${contentType} requests checked against the model ${name}, which its API does not have.`;
      problems.report(address, 'request_models', new AuthModelError('ERR_MODEL_ORPHAN', words));
      return [];
    }),
  );
}
