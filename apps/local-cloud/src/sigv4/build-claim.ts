import type { RequestHeaders } from '../http/request-headers';
import { checkSignedHeaders } from './check-signed-headers';
import {
  refuseSignature,
  type ClaimOrRefusal,
  type CredentialScope,
  type SignatureClaim,
} from './signature-claim';
import { parseBasicDate, toBasicDate } from './timestamp';

/** The texts of a claim as they stood in the header or the query. */
export interface ClaimTexts extends Pick<
  SignatureClaim,
  'placement' | 'signature' | 'securityToken' | 'expiresSeconds'
> {
  readonly credential: string;
  readonly signedHeaders: string;
  readonly timestamp: string;
}

/** Reads the texts, and refuses a claim that leaves out what AWS wants signed. */
export function buildClaim(texts: ClaimTexts, headers: RequestHeaders): ClaimOrRefusal {
  const credential = parseCredential(texts.credential);
  if (credential === undefined) return malformedCredential();
  const timestampMs = parseTimestamp(texts.timestamp);
  if (timestampMs === undefined) return malformedDate(texts.timestamp);
  const signedHeaders = parseSignedHeaders(texts.signedHeaders);
  const refusal = checkSignedHeaders(headers, signedHeaders, texts.placement);
  if (refusal !== undefined) return refusal;
  const timestamp = texts.timestamp.endsWith('Z') ? texts.timestamp : toBasicDate(timestampMs);
  return {
    kind: 'claim',
    claim: { ...texts, credential, signedHeaders, timestamp, timestampMs },
  };
}

function parseCredential(text: string): CredentialScope | undefined {
  const [accessKeyId, date, region, service, terminator, ...more] = text.split('/');
  if (!accessKeyId || !date || !region || !service || !terminator || more.length > 0) {
    return undefined;
  }
  return { accessKeyId, date, region, service, terminator };
}

/** Lists already read: a client writes the same one with every call. */
const readLists = new Map<string, readonly string[]>();
const MAX_READ_LISTS = 100;

/** The canonical form lists names in lower case and order, however the client wrote them. */
function parseSignedHeaders(text: string): readonly string[] {
  const known = readLists.get(text);
  if (known !== undefined) return known;
  const names = text
    .toLowerCase()
    .split(';')
    .filter((name) => name !== '');
  const list = [...new Set(names)].sort();
  if (readLists.size >= MAX_READ_LISTS) readLists.clear();
  readLists.set(text, list);
  return list;
}

/** `X-Amz-Date` is ISO 8601 basic; a plain `Date` may also be an HTTP date (RFC 9110 §5.6.7). */
function parseTimestamp(text: string): number | undefined {
  const basic = parseBasicDate(text);
  if (basic !== undefined) return basic;
  if (!/^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/.test(text)) return undefined;
  const http = Date.parse(text);
  return Number.isNaN(http) ? undefined : http;
}

function malformedCredential(): ClaimOrRefusal {
  return refuseSignature(
    'IncompleteSignatureException',
    'Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term.',
    'the Credential does not have five parts',
  );
}

function malformedDate(text: string): ClaimOrRefusal {
  return refuseSignature(
    'IncompleteSignatureException',
    `Date must be in ISO-8601 'basic format'. Got '${text}'. See http://en.wikipedia.org/wiki/ISO_8601`,
    'the date of the signature is not ISO 8601 basic',
  );
}
