import type { Json } from '@gatehouse/terraform-json';

type Path = readonly (string | number)[];

/** Names of attributes and variables that hold secrets, whatever Terraform says of them; in any spelling. */
const SECRET_NAME =
  /(?:^|[_./-])(?:passwords?|passwd|passphrase|secrets?|secret_(?:access_)?key|secret_(?:string|binary)|private_key(?:_pem)?|tokens?|api_?keys?|credentials?|insecure_value)$/;

/** Headers of these names let somebody in. Source: RFC 9110, 11.6.2 and 11.7.2; RFC 6265; API Gateway, "x-api-key". */
const SECRET_HEADER = /(?:^|\.)header\.(?:authorization|proxy-authorization|cookie|x-api-key)$/;

/** Units of time stand below the one, and the other says yes or no. */
const HARMLESS: ReadonlySet<string> = new Set(['token_validity_units', 'generate_secret']);

/** Attributes that hold a secret under a name that many others have, too. */
const SECRET_ATTRIBUTES: ReadonlySet<string> = new Set([
  'aws_api_gateway_api_key.value',
  'aws_api_gateway_usage_plan_key.value',
  'aws_ssm_parameter.value',
  'aws_iam_access_key.secret',
]);

/** Blocks whose `value` is one: what CloudFront tells its origin, and by what an event bus signs in. */
const SECRET_VALUES_BELOW: ReadonlySet<string> = new Set(['custom_header', 'auth_parameters']);

/** Who somebody is, yes or no, and where a value comes from: under such a name, too, it is no secret. */
const EVERYDAY =
  /^(?:arn:.*|true|false|AWS|NONE|(?:method|integration)\.(?:request|response)\..*|(?:context|stageVariables)\..*)$/s;

/**
 * @param path the attribute, and the steps below it
 * @param value where it is at hand
 */
export function isSecretPath(type: string, path: Path, value?: Json): boolean {
  return isSecretName(type, path) && !(typeof value === 'string' && EVERYDAY.test(value));
}

function isSecretName(type: string, path: Path): boolean {
  if (SECRET_ATTRIBUTES.has(`${type}.${String(path[0])}`)) return true;
  const names = path.map(String).filter(isNoIndex).map(spelled);
  const last = names.at(-1);
  if (last === undefined || names.some((name) => HARMLESS.has(name))) return false;
  // A provider is told it and never says it again. Source: Terraform language, "Use write-only arguments".
  if (last.endsWith('_wo') || SECRET_NAME.test(last) || SECRET_HEADER.test(last)) return true;
  const isHeaderOfFunction = last === 'authorization' && names.includes('variables');
  return (
    isHeaderOfFunction || (last === 'value' && names.some((name) => SECRET_VALUES_BELOW.has(name)))
  );
}

const isNoIndex = (step: string): boolean => !/^\d+$/.test(step);

/** `clientSecret`, `DB_PASSWORD` → `client_secret`, `db_password`. */
function spelled(name: string): string {
  if (!/[A-Z]/.test(name)) return name;
  return name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
}
