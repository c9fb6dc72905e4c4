import type { HttpRequest } from '@angular/common/http';

import { RequestSigningError } from './request-signing-error';

/** The bytes that are sent, fixed before they are signed, so that they can be sent twice. */
export interface WireBody {
  /** A string is sent as UTF-8. */
  readonly body: string | ArrayBuffer | null;
  /** @default null: no `Content-Type` is sent */
  readonly contentType: string | null;
}

/**
 * Turns a body into exactly what Angular's backend would make of it. A `FormData` gets its boundary here rather than
 * in `fetch`, and a `Blob` or `ArrayBuffer` is copied, since it could change between the signature and the sending.
 *
 * @throws RequestSigningError `ERR_SIGNING_UNSIGNABLE_BODY`, when it cannot be serialized or read (a file that was moved).
 */
export async function toWireBody(request: HttpRequest<unknown>): Promise<WireBody> {
  const contentType = request.headers.get('Content-Type') ?? request.detectContentTypeHeader();
  try {
    return await fixBytes(request.serializeBody(), contentType);
  } catch (cause) {
    throw new RequestSigningError(
      'ERR_SIGNING_UNSIGNABLE_BODY',
      `The body of ${request.method} ${request.url} could not be turned into bytes to sign.`,
      { cause },
    );
  }
}

type SerializedBody = ReturnType<HttpRequest<unknown>['serializeBody']>;

async function fixBytes(body: SerializedBody, contentType: string | null): Promise<WireBody> {
  if (body instanceof FormData) return fixForm(body, contentType);
  if (body instanceof URLSearchParams) return { body: body.toString(), contentType };
  if (body instanceof Blob) return { body: await body.arrayBuffer(), contentType };
  if (body instanceof ArrayBuffer) return { body: body.slice(0), contentType };
  // An object whose toJSON() answers undefined serializes to undefined, whatever the types say: nothing is sent.
  return { body: body ?? null, contentType };
}

async function fixForm(form: FormData, contentType: string | null): Promise<WireBody> {
  const encoded = new Response(form);
  const multipart = encoded.headers.get('Content-Type');
  return { body: await encoded.arrayBuffer(), contentType: contentType ?? multipart };
}
