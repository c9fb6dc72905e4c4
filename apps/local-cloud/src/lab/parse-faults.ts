import { isDeepStrictEqual } from 'node:util';

import { isJsonObject, type JsonObject, type JsonValue } from '../http/json-body';
import { OperatorRefusal } from '../operator/endpoint';
import {
  FAULTY_SERVICES,
  FAULT_KINDS,
  type Fault,
  type FaultKind,
  type FaultyService,
} from './fault';

const MAX_FAULTS = 50;
const MAX_TEXT = 256;
const MAX_COUNT = 1_000_000_000;
/** Longer than any client waits; API Gateway itself gives up after 29 s. */
const MAX_DELAY_MS = 60_000;

const MEMBERS = ['service', 'kind', 'method', 'path', 'operation', 'delayMs', 'every', 'times'];

/**
 * `{ "faults": [{ "service": "api", "kind": "throttle", "every": 2 }] }`.
 * @throws OperatorRefusal that says what is wrong with which fault
 */
export function parseFaults(body: JsonObject): readonly Fault[] {
  const { faults } = body;
  if (!isList(faults) || faults.length > MAX_FAULTS) {
    throw new OperatorRefusal(400, `"faults" must be a list of at most ${MAX_FAULTS} faults.`);
  }
  const parsed = faults.map((fault, index) => parseFault(fault, `faults[${index}]`));
  refuseTwins(parsed);
  return parsed;
}

/** Two that are the same would strike twice what one strikes, which nobody means. */
function refuseTwins(faults: readonly Fault[]): void {
  for (const [index, fault] of faults.entries()) {
    const first = faults.findIndex((other) => isDeepStrictEqual(other, fault));
    if (first < index)
      throw new OperatorRefusal(
        400,
        `faults[${index}] is the very same as faults[${first}]: order it once, with "every" or "times" for more or less of it.`,
      );
  }
}

function parseFault(value: JsonValue, where: string): Fault {
  if (!isJsonObject(value)) throw wrong(where, 'an object');
  const foreign = Object.keys(value).find((name) => !MEMBERS.includes(name));
  if (foreign !== undefined)
    throw new OperatorRefusal(
      400,
      `${where} has a member ${JSON.stringify(foreign.slice(0, MAX_TEXT))}; there are ${MEMBERS.join(', ')}.`,
    );
  const service = oneOf(value.service, FAULTY_SERVICES, `${where}.service`);
  const kind = oneOf(value.kind, FAULT_KINDS, `${where}.kind`);
  refuseMisplaced(value, service, kind, where);
  return {
    service,
    kind,
    ...text(value, 'method', where),
    ...text(value, 'path', where),
    ...text(value, 'operation', where),
    ...count(value, 'delayMs', where, MAX_DELAY_MS),
    ...count(value, 'every', where, MAX_COUNT),
    ...count(value, 'times', where, MAX_COUNT),
  };
}

/** @throws OperatorRefusal for a member that the fault lacks, or that would never have an effect */
function refuseMisplaced(
  { delayMs, operation }: JsonObject,
  service: FaultyService,
  kind: FaultKind,
  where: string,
): void {
  if (kind === 'delay' && delayMs === undefined)
    throw new OperatorRefusal(
      400,
      `${where}.delayMs is missing: a fault of kind "delay" says how late, in whole milliseconds from 1 to ${MAX_DELAY_MS}.`,
    );
  if (kind !== 'delay' && delayMs !== undefined)
    throw new OperatorRefusal(
      400,
      `${where}: "delayMs" belongs to a fault of kind "delay", not "${kind}". Leave it out, or order a delay.`,
    );
  if (operation !== undefined && !service.endsWith('Pools'))
    throw new OperatorRefusal(
      400,
      `${where}: "operation" belongs to a fault of userPools or identityPools; "${service}" has no operations. Narrow it with "method" and "path".`,
    );
}

function oneOf<const Names extends readonly string[]>(
  value: JsonValue | undefined,
  names: Names,
  where: string,
): Names[number] {
  const found = names.find((name) => name === value);
  if (found === undefined) throw wrong(where, `one of ${names.join(', ')}`);
  return found;
}

function text(
  fault: JsonObject,
  name: 'method' | 'path' | 'operation',
  where: string,
): Partial<Fault> {
  const value = fault[name];
  if (value === undefined) return {};
  if (typeof value === 'string' && value !== '' && value.length <= MAX_TEXT)
    return { [name]: value };
  throw wrong(`${where}.${name}`, `a text of 1 to ${MAX_TEXT} characters`);
}

function count(
  fault: JsonObject,
  name: 'delayMs' | 'every' | 'times',
  where: string,
  max: number,
): Partial<Fault> {
  const value = fault[name];
  if (value === undefined) return {};
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= max)
    return { [name]: value };
  throw wrong(`${where}.${name}`, `a whole number from 1 to ${max}`);
}

function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function wrong(where: string, wanted: string): OperatorRefusal {
  return new OperatorRefusal(400, `${where} must be ${wanted}.`);
}
