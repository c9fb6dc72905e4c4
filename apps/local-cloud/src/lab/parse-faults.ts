import { isJsonObject, type JsonObject, type JsonValue } from '../http/json-body';
import { OperatorRefusal } from '../operator/endpoint';
import { FAULTY_SERVICES, FAULT_KINDS, type Fault } from './fault';

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
  return faults.map((fault, index) => parseFault(fault, `faults[${index}]`));
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
  if ((kind === 'delay') !== (value.delayMs !== undefined))
    throw new OperatorRefusal(400, `${where}: "delayMs" belongs to a fault of kind "delay".`);
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
