import { AuthModelError } from '../auth-model-error';
import type { BlockReader } from '../block-reader';
import { asBoolean, asJson, asMapOf, asText, type ReadAs } from '../json-types';
import type { ApiModel, RequiredParameter } from '../model-api';
import { withoutUndefined } from '../without-undefined';
import type { Owned } from './owned';

export interface RequestValidatorPart {
  readonly id: string;
  readonly name: string;
  readonly validatesBody: boolean;
  readonly validatesParameters: boolean;
}

/** What a method says of its requests; it counts only where the method has a validator. */
export interface RequestPart {
  readonly validatorId?: string;
  readonly required: readonly RequiredParameter[];
  /** Content type, or `$default` → name of a model. */
  readonly modelNames: Readonly<Record<string, string>>;
}

/** Source: API Gateway API reference, "CreateRequestValidator". */
export function readRequestValidator(block: BlockReader): Owned<RequestValidatorPart> {
  const validator = {
    id: block.computed('id'),
    name: block.text('name'),
    validatesBody: block.boolean('validate_request_body', false),
    validatesParameters: block.boolean('validate_request_parameters', false),
  };
  return { address: block.address, owner: block.text('rest_api_id'), value: validator };
}

/** Source: API Gateway API reference, "CreateModel". */
export function readApiModel(block: BlockReader): Owned<ApiModel> {
  block.ignore('description');
  // A model is chosen by the content type that a method gives it, not by its own.
  block.ignore('content_type');
  const schema = block.required('schema', asJson);
  if (JSON.stringify(schema).includes('"format":')) {
    block.reportUnsupported('schema', 'the formats that it names are not checked');
  }
  const model = { address: block.address, name: block.text('name'), schema };
  return { address: block.address, owner: block.text('rest_api_id'), value: model };
}

/** Reads the arguments of a method that are about its requests. Source: API Gateway API reference, "PutMethod". */
export function readRequestPart(block: BlockReader): RequestPart {
  const parameters = block.optional('request_parameters', asMapOf(asBoolean)) ?? {};
  const where = block.where('request_parameters');
  return {
    required: Object.keys(parameters)
      .filter((name) => parameters[name] === true)
      // AWS names what is missing in this order, whatever order it was written in.
      .sort()
      .map((name) => toParameter(name, where)),
    modelNames: block.optional('request_models', asMapOf(asText)) ?? {},
    ...withoutUndefined({ validatorId: block.optional('request_validator_id', asTextOrNothing) }),
  };
}

/** A state says nothing with an empty text. */
const asTextOrNothing: ReadAs<string | undefined> = (json, where) =>
  json === '' ? undefined : asText(json, where);

function toParameter(text: string, where: string): RequiredParameter {
  const [, place, name] = /^method\.request\.(header|path|querystring)\.(.+)$/.exec(text) ?? [];
  if (name !== undefined && (place === 'header' || place === 'path' || place === 'querystring')) {
    return { place, name };
  }
  throw new AuthModelError(
    'ERR_MODEL_INVALID_VALUE',
    `${where} has the key ${text}, but a parameter is named method.request.header.<name>, method.request.path.<name> or method.request.querystring.<name>.`,
  );
}
