/** Who asks for something, and how: what AWS knows of a request hangs on it. */
export type Asker =
  /** A session of an identity pool signs a call: of an API, or of S3. */
  | 'session'
  /** Nobody signs a call of an API, or … */
  | 'unsigned'
  /** … one of S3. */
  | 'public'
  /** A client asks STS for a role itself: the basic flow, as a trust policy sees it. */
  | 'client'
  /** An identity pool asks STS for its client: the enhanced flow. What STS sees of that, AWS does not document. */
  | 'pool';

/**
 * Where the value of a key comes from.
 * - `settled`: the same for every request of this asker, known before there is one; where nothing settles it, it is not known
 * - `optional`: known before there is a request as well, and absent from most
 * - `session`: known as soon as there is a session
 * - `request`: known with the request, which may lack it
 * - `never`: AWS does not send it with such a request
 * - `outside`: AWS sends it, or may, and nothing here can tell what
 */
export type KeyOrigin = 'settled' | 'optional' | 'session' | 'request' | 'never' | 'outside';

export interface ConditionKey {
  /** As AWS spells it; `/*` at its end stands for any tag. */
  readonly name: string;
  /** When AWS sends it. */
  readonly sent: string;
  /** The document that says so. */
  readonly source: string;
  readonly origin: Readonly<Record<Asker, KeyOrigin>>;
}
