import { entityTag, type StoredObject } from '../stored-object';
import { invalidArgument } from './rest-error';
import type { S3Error } from '../s3-error';
import { toXml, type XmlElements } from './xml';

/** Parameters of the query, decoded; the last of a name counts. */
export type Parameters = ReadonlyMap<string, string>;

/** Source: Amazon S3 API Reference, "ListObjectsV2": at most a thousand in one answer. */
const MAX_KEYS = 1_000;
const NAMESPACE = 'http://s3.amazonaws.com/doc/2006-03-01/';

export type Listing =
  | { readonly kind: 'listing'; readonly xml: string; readonly count: number }
  | { readonly kind: 'failed'; readonly error: S3Error };

/** A key, or what the keys up to the next delimiter have in common. */
type Entry =
  | { readonly name: string; readonly object: StoredObject }
  | { readonly name: string; readonly object: undefined };

/**
 * One page of a bucket. Keys that have the delimiter behind the prefix are rolled up, and each roll counts as one.
 * Source: Amazon S3 API Reference, "ListObjectsV2".
 * @param objects in the order of their keys
 */
export async function listObjects(
  bucketName: string,
  objects: readonly StoredObject[],
  parameters: Parameters,
): Promise<Listing> {
  const maxKeys = parameters.get('max-keys') ?? String(MAX_KEYS);
  if (!/^\d{1,10}$/.test(maxKeys))
    return failed('max-keys', maxKeys, 'Provided max-keys not an integer or within integer range');
  const encoding = parameters.get('encoding-type');
  if (encoding !== undefined && encoding !== 'url')
    return failed('encoding-type', encoding, 'Invalid Encoding Method specified in Request');
  const token = parameters.get('continuation-token');
  const after = token === undefined ? undefined : readToken(token);
  if (token !== undefined && after === undefined)
    return failed('continuation-token', token, 'The continuation token provided is incorrect');
  const entries = entriesOf(objects, parameters, after);
  const limit = Math.min(Number(maxKeys), MAX_KEYS);
  const page = entries.slice(0, limit);
  const last = page.at(-1);
  const next =
    last !== undefined && entries.length > page.length ? writeToken(last.name) : undefined;
  const spell = encoding === 'url' ? spellUrl : (text: string): string => text;
  const spelled = (name: string): string | undefined => {
    const text = parameters.get(name);
    return text === undefined ? undefined : spell(text);
  };
  const xml = toXml(
    'ListBucketResult',
    {
      Name: bucketName,
      Prefix: spelled('prefix') ?? '',
      Delimiter: spelled('delimiter'),
      StartAfter: spelled('start-after'),
      MaxKeys: limit,
      EncodingType: encoding,
      KeyCount: page.length,
      IsTruncated: next !== undefined,
      ContinuationToken: token,
      NextContinuationToken: next,
      Contents: await describeAll(page, spell),
      CommonPrefixes: page.flatMap(({ name, object }) => (object ? [] : [{ Prefix: spell(name) }])),
    },
    NAMESPACE,
  );
  return { kind: 'listing', xml, count: page.length };
}

function entriesOf(
  objects: readonly StoredObject[],
  parameters: Parameters,
  after: string | undefined,
): readonly Entry[] {
  const prefix = parameters.get('prefix') ?? '';
  const delimiter = parameters.get('delimiter') ?? '';
  // A page that is continued began there already.
  const start = after === undefined ? (parameters.get('start-after') ?? '') : '';
  const entries: Entry[] = [];
  for (const object of objects) {
    const { key } = object;
    if (!key.startsWith(prefix) || (start !== '' && compareBytes(key, start) <= 0)) continue;
    const at = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length);
    const name = at < 0 ? key : key.slice(0, at + delimiter.length);
    if (after !== undefined && compareBytes(name, after) <= 0) continue;
    if (at < 0) entries.push({ name, object });
    else if (entries.at(-1)?.name !== name) entries.push({ name, object: undefined });
  }
  return entries;
}

/** One after the other: each has to be read for its tag, and all at once could be more than memory holds. */
async function describeAll(
  page: readonly Entry[],
  spell: (text: string) => string,
): Promise<readonly XmlElements[]> {
  const described: XmlElements[] = [];
  for (const { object } of page) if (object) described.push(await describe(object, spell));
  return described;
}

async function describe(
  object: StoredObject,
  spell: (text: string) => string,
): Promise<XmlElements> {
  const bytes = await object.read();
  return {
    Key: spell(object.key),
    LastModified: new Date(Math.floor(object.lastModifiedMs / 1000) * 1000).toISOString(),
    ETag: entityTag(bytes),
    Size: bytes.length,
    StorageClass: 'STANDARD',
  };
}

/** A token is only a place to go on from: whoever makes one up sees no more than with `start-after`. */
const TOKEN = '1:';

function writeToken(name: string): string {
  return Buffer.from(TOKEN + name).toString('base64url');
}

function readToken(token: string): string | undefined {
  const text = Buffer.from(token, 'base64url').toString('utf8');
  return text.startsWith(TOKEN) ? text.slice(TOKEN.length) : undefined;
}

function compareBytes(left: string, right: string): number {
  return Buffer.compare(Buffer.from(left), Buffer.from(right));
}

/** As forms do, but that a slash stays. */
function spellUrl(text: string): string {
  return encodeURIComponent(text).replaceAll('%20', '+').replaceAll('%2F', '/');
}

function failed(name: string, value: string, message: string): Listing {
  return { kind: 'failed', error: invalidArgument(name, value, message) };
}
