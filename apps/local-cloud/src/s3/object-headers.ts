import type { HttpResponse } from '../http/message';
import type { StoredObject } from './stored-object';

type Headers = HttpResponse['headers'];

/** What tells one version of an object from another, and what was stored to be sent whatever the answer is. */
export function objectHeaders(object: StoredObject, tag: string): Headers {
  const { metadata = {} } = object;
  return [
    ['Last-Modified', new Date(object.lastModifiedMs).toUTCString()],
    ['ETag', tag],
    ...present('Cache-Control', object.cacheControl),
    ...present('Content-Disposition', object.contentDisposition),
    ...present('Content-Encoding', object.contentEncoding),
    ...present('Content-Language', object.contentLanguage),
    ...Object.entries(metadata).flatMap(([name, text]) => present(`x-amz-meta-${name}`, text)),
  ];
}

/** Source: Amazon S3 API Reference, "GetObject" (response headers). */
export function representationHeaders(
  { contentType }: Pick<StoredObject, 'contentType'>,
  length: number,
): Headers {
  return [
    ['Content-Type', headerText(contentType ?? 'binary/octet-stream')],
    ['Content-Length', String(length)],
  ];
}

function present(name: string, text: string | undefined): Headers {
  return text === undefined ? [] : [[name, headerText(text)]];
}

/** S3 sends what no header can hold as RFC 2047 has it. Source: Amazon S3 User Guide, "Working with object metadata". */
function headerText(text: string): string {
  return /^[\t\x20-\x7e]*$/.test(text)
    ? text
    : `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`;
}
