import type { RoleMappingRule } from '../model-identity';

/** What the value of a claim looks like. `list`: of texts. */
export type ClaimShape = 'text' | 'uuid' | 'time' | 'list';

/** Claims by name; those that are not here, a token may lack. */
export type EveryTokenHas = Readonly<Record<string, ClaimShape | { readonly is: string }>>;

/** Source: Cognito Developer Guide, "Understanding the identity (ID) token". Groups are weighed for themselves. */
export const IN_USER_POOL_TOKENS = {
  sub: 'uuid',
  'cognito:username': 'text',
  auth_time: 'time',
  exp: 'time',
  iat: 'time',
  jti: 'uuid',
  event_id: 'uuid',
  'cognito:groups': 'list',
  'cognito:roles': 'list',
} as const satisfies EveryTokenHas;

/** Source: OpenID Connect Core 1.0, section 2, "ID Token". */
export const IN_OPENID_TOKENS = {
  sub: 'text',
  aud: 'text',
  exp: 'time',
  iat: 'time',
} as const satisfies EveryTokenHas;

/** A character that no rule has in its value. */
const OTHER = '\uffff';

const HEX = Array.from('0123456789abcdef');
const UUIDS = HEX.map((digit) =>
  '8-4-4-4-12'.replaceAll(/\d+/g, (length) => digit.repeat(Number(length))),
);
/** In seconds, from 2001 to 2033. */
const TIMES = Array.from('0123456789', (digit) => `1${digit.repeat(9)}`);

/**
 * Values of a claim, so many that for every combination of these rules that can match one, and of those that do not, there is one.
 * @param rules about this claim
 */
export function claimValues(
  shape: EveryTokenHas[string],
  rules: readonly Pick<RoleMappingRule, 'value'>[],
): readonly string[] {
  if (typeof shape !== 'string') return [shape.is];
  const values = rules.map(({ value }) => value);
  switch (shape) {
    case 'text':
      return [
        ...values.flatMap((value) => [value, value + OTHER, OTHER + value, OTHER + value + OTHER]),
        OTHER,
      ];
    case 'uuid':
      return withinShape(UUIDS, values, /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    case 'time':
      return withinShape(TIMES, values, /^1\d{9}$/);
    case 'list':
      return [];
  }
}

/** The templates, and each with each value written over it wherever the shape stays whole. */
function withinShape(
  templates: readonly string[],
  values: readonly string[],
  shape: RegExp,
): readonly string[] {
  const written = values.flatMap((value) =>
    templates.flatMap((template) =>
      Array.from({ length: Math.max(template.length - value.length + 1, 0) }, (_, at) =>
        [template.slice(0, at), value, template.slice(at + value.length)].join(''),
      ),
    ),
  );
  return [...new Set([...values, ...templates, ...written])].filter((text) => shape.test(text));
}
