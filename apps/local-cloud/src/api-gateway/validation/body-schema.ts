import { createRequire } from 'node:module';

import type { ApiModel, RestApi } from '@gatehouse/auth-model';
import type Ajv from 'ajv-draft-04';
import type { ErrorObject, ValidateFunction } from 'ajv-draft-04';

import { BootError } from '../../boot-error';

/** What is wrong with a body, in the words of `$context.error.validationErrorString`; `undefined`: nothing. */
export type BodySchema = (body: unknown) => string | undefined;

/** Models of an API, each compiled when a method first asks for it. */
export type BodySchemas = (model: ApiModel) => BodySchema;

/**
 * Models are JSON Schema, draft 4. One may refer to others of its API by `https://apigateway.amazonaws.com/restapis/<id>/models/<name>`.
 * Source: API Gateway Developer Guide, "Data models for REST APIs".
 * @throws BootError (from the function returned) for a schema that cannot be compiled, or refers to what is not there
 */
export function createBodySchemas({ id, models }: Pick<RestApi, 'id' | 'models'>): BodySchemas {
  let ajv: Ajv | undefined;
  return (model) => {
    ajv ??= withModels(id, models);
    const validate = compile(ajv, modelUrl(id, model.name), model);
    return (body) => (validate(body) ? undefined : describe(validate.errors ?? []));
  };
}

/** Nothing is compiled yet, so that a model nobody uses may be wrong, as on AWS. */
function withModels(apiId: string, models: readonly ApiModel[]): Ajv {
  const JsonSchema = loadAjv();
  const ajv = new JsonSchema({
    allErrors: true,
    logger: false,
    // What `Object.prototype` has is no property of a body.
    ownProperties: true,
    strict: false,
    validateFormats: false,
    validateSchema: true,
  });
  for (const { name, schema } of models) {
    // What is no object is no schema, which shows when it is compiled.
    ajv.addSchema(schema as object, modelUrl(apiId, name), false, false);
  }
  return ajv;
}

/** From its package, and not bundled: a third more to read at every start, for the few stacks that have models. */
function loadAjv(): typeof Ajv {
  const require = createRequire(import.meta.url);
  return require('ajv-draft-04') as typeof Ajv;
}

function modelUrl(apiId: string, name: string): string {
  return `https://apigateway.amazonaws.com/restapis/${apiId}/models/${name}`;
}

function compile(ajv: Ajv, url: string, { address }: ApiModel): ValidateFunction {
  try {
    const validate = ajv.getSchema(url);
    if (validate !== undefined) return validate;
    throw new Error('it is not there');
  } catch (error) {
    throw new BootError(
      'ERR_API_GATEWAY_MODEL',
      `${address} is no JSON Schema (draft 4) that can be checked: ${error instanceof Error ? error.message : String(error)}. Write it as API Gateway takes it.`,
    );
  }
}

/** `[object has missing required properties (["a","b"])]`: what all errors of one kind at one place say together. */
function describe(errors: readonly ErrorObject[]): string {
  const missing = new Map<string, string[]>();
  const sentences = new Set<string>();
  for (const error of errors) {
    if (error.keyword !== 'required') sentences.add(sentenceOf(error));
    else
      missing.set(error.instancePath, [...(missing.get(error.instancePath) ?? []), nameOf(error)]);
  }
  for (const names of missing.values())
    sentences.add(`object has missing required properties (${JSON.stringify(names.sort())})`);
  return `[${[...sentences].join(', ')}]`;
}

function nameOf({ params }: ErrorObject): string {
  return String((params as { readonly missingProperty?: unknown }).missingProperty);
}

/** AWS's sentences are those of its validator, of which few are documented; the others are in the words of ours. */
function sentenceOf({ instancePath, message = 'is not valid' }: ErrorObject): string {
  return `${instancePath === '' ? 'instance' : instancePath} ${message}`;
}
