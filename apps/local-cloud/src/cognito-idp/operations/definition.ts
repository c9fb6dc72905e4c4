import type { Operation, OperationAnswer } from '../../http/json-protocol';
import { parseShape } from '../../http/json-shape';
import type { Parsed, StructureShape } from '../../http/json-shape';
import type { IdpServices } from '../services';

/** An operation as the registry holds it: its request shape beside what answers it. */
export interface OperationDefinition {
  readonly input: StructureShape;
  readonly bind: (services: IdpServices) => Operation;
}

/** Ties the two together, so that `run` sees only what the shape has let through. */
export function define<const S extends StructureShape>(
  input: S,
  run: (services: IdpServices, input: Parsed<S>) => OperationAnswer | Promise<OperationAnswer>,
): OperationDefinition {
  return {
    input,
    bind: (services) => (body) =>
      run(services, parseShape(input, body, 'InvalidParameterException')),
  };
}
