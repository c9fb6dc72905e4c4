import { isJsonObject, type Json } from '@gatehouse/terraform-json';

import { FIELDS, WaiverError, type Waiver } from './waiver';

/** More than anybody can answer for. */
const MAX_WAIVERS = 1_000;

/**
 * Reads a file of waivers: `{ "waivers": [{ "rule", "address", "reason", "owner", "expires" }] }`, and nothing else in it.
 * @param fileName what messages call the file
 * @throws WaiverError in one sentence
 */
export function parseWaivers(text: string, fileName: string): readonly Waiver[] {
  const { waivers, ...strangers } = objectAt(parseText(text, fileName), fileName);
  refuseStrangers(strangers, fileName);
  if (!Array.isArray(waivers)) {
    throw new WaiverError(`${fileName}: waivers must be a list. Write { "waivers": [] } for none.`);
  }
  if (waivers.length > MAX_WAIVERS) {
    throw new WaiverError(
      `${fileName} has ${waivers.length} waivers, and ${MAX_WAIVERS} are the most that are read.`,
    );
  }
  return (waivers as readonly Json[]).map((json, index) =>
    readWaiver(json, `${fileName}: waivers[${index}]`),
  );
}

function parseText(text: string, fileName: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch (cause) {
    throw new WaiverError(
      `${fileName} is not JSON (${cause instanceof Error ? cause.message : String(cause)}).`,
      { cause },
    );
  }
}

function readWaiver(json: Json, where: string): Waiver {
  const body = objectAt(json, where);
  const { rule, address, reason, owner, expires, ...strangers } = body;
  refuseStrangers(strangers, where);
  const waiver = { rule, address, reason, owner, expires };
  for (const field of FIELDS) {
    const value = waiver[field];
    if (typeof value !== 'string' || value.trim() === '') {
      throw new WaiverError(`${where}.${field} must be text. A waiver has ${FIELDS.join(', ')}.`);
    }
  }
  if (typeof expires !== 'string' || !isDay(expires)) {
    throw new WaiverError(`${where}.expires must be a day, as 2027-01-31.`);
  }
  return waiver as Waiver & typeof waiver;
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function objectAt(json: Json, where: string): Readonly<Record<string, Json>> {
  if (isJsonObject(json)) return json;
  throw new WaiverError(`${where} must be an object.`);
}

function refuseStrangers(strangers: object, where: string): void {
  const [name] = Object.keys(strangers);
  if (name === undefined) return;
  throw new WaiverError(`${where} has ${JSON.stringify(name)}, which no waiver has.`);
}
