import type { StoredObject } from '../stored-object';
import type { Parameters } from './list-objects';

/** Source: Amazon S3 API Reference, "GetObject", "Overriding response header values through the request". */
const OVERRIDES = {
  'response-content-type': 'contentType',
  'response-content-language': 'contentLanguage',
  'response-cache-control': 'cacheControl',
  'response-content-disposition': 'contentDisposition',
  'response-content-encoding': 'contentEncoding',
} as const satisfies Readonly<Record<string, keyof StoredObject>>;

/** The object with the headers that the request wants it to have. */
export function withOverrides(object: StoredObject, parameters: Parameters): StoredObject {
  const wanted = Object.entries(OVERRIDES).flatMap(([name, header]) => {
    const text = parameters.get(name);
    return text === undefined ? [] : [[header, text] as const];
  });
  return wanted.length === 0 ? object : { ...object, ...Object.fromEntries(wanted) };
}

export function wantsOverrides(parameters: Parameters): boolean {
  return Object.keys(OVERRIDES).some((name) => parameters.has(name));
}
