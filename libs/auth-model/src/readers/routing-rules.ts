import { isJsonObject, type Json, type JsonObject } from '@gatehouse/terraform-json';

import { AuthModelError } from '../auth-model-error';
import type { BlockReader } from '../block-reader';
import { asJson, asNumber, asOneOf, asText, invalidValue } from '../json-types';
import type { RoutingRedirect, RoutingRule } from '../model-site';
import { withoutUndefined } from '../without-undefined';

/**
 * The rules of a website, written as blocks or as JSON text. A state may hold them both ways: the text says more, as it can hold
 * an empty text.
 * Source: S3 API reference, "RoutingRule", "Condition" and "Redirect".
 */
export function readRoutingRules(block: BlockReader): readonly RoutingRule[] {
  const blocks = block.blocks('routing_rule');
  const written = block.optional('routing_rules', asText) ?? '';
  const fromBlocks = blocks.map(ruleOfBlock);
  if (written === '') return fromBlocks;
  const where = block.where('routing_rules');
  if (fromBlocks.length === 0 || block.isState) return rulesOfJson(asJson(written, where), where);
  throw new AuthModelError(
    'ERR_MODEL_INVALID_VALUE',
    `${where} is set, and routing_rule too: AWS takes one of them. Keep one.`,
  );
}

/** One rule before it is judged: texts under S3's own names. */
interface RuleTexts {
  readonly where: string;
  readonly condition: Texts;
  readonly redirect: Texts;
}

type Texts = Readonly<Record<string, string | undefined>>;

const CONDITION = {
  HttpErrorCodeReturnedEquals: 'http_error_code_returned_equals',
  KeyPrefixEquals: 'key_prefix_equals',
} as const;
const REDIRECT = {
  HostName: 'host_name',
  HttpRedirectCode: 'http_redirect_code',
  Protocol: 'protocol',
  ReplaceKeyPrefixWith: 'replace_key_prefix_with',
  ReplaceKeyWith: 'replace_key_with',
} as const;

function ruleOfBlock(block: BlockReader): RoutingRule {
  const where = block.where('redirect');
  const redirect = block.block('redirect');
  const condition = block.block('condition');
  const texts = (part: BlockReader | undefined, names: Readonly<Record<string, string>>): Texts =>
    Object.fromEntries(
      // The provider sends no empty text of a block: it takes the JSON for rules that need one.
      Object.entries(names).map(([name, argument]) => [
        name,
        unlessEmpty(part?.optional(argument, asText)),
      ]),
    );
  const rule = ruleOf({
    where,
    condition: texts(condition, CONDITION),
    redirect: texts(redirect, REDIRECT),
  });
  for (const read of [condition, redirect, block]) read?.end();
  return rule;
}

function rulesOfJson(json: Json, where: string): readonly RoutingRule[] {
  if (!Array.isArray(json)) throw invalidValue(where, 'a list of rules', json);
  const rules: readonly Json[] = json;
  return rules.map((rule, index) => {
    const at = `${where}[${index}]`;
    const parts = objectOf(rule, ['Condition', 'Redirect'], at);
    const texts = (name: string, names: object): Texts => {
      const part = objectOf(parts[name] ?? {}, Object.keys(names), `${at}.${name}`);
      return Object.fromEntries(
        Object.entries(part).map(([key, value]) => [key, asText(value, `${at}.${name}.${key}`)]),
      );
    };
    return ruleOf({
      where: `${at}.Redirect`,
      condition: texts('Condition', CONDITION),
      redirect: texts('Redirect', REDIRECT),
    });
  });
}

/** Nothing that S3 has a name for, and this has not, may pass unseen. */
function objectOf(json: Json, names: readonly string[], where: string): JsonObject {
  if (!isJsonObject(json)) throw invalidValue(where, 'an object', json);
  const stranger = Object.keys(json).find((name) => !names.includes(name));
  if (stranger === undefined) return json;
  throw new AuthModelError(
    'ERR_MODEL_INVALID_VALUE',
    `${where}.${stranger} is not one of ${names.join(', ')}.`,
  );
}

function ruleOf({ where, condition, redirect }: RuleTexts): RoutingRule {
  const keyPrefixEquals = unlessEmpty(condition.KeyPrefixEquals);
  const code = unlessEmpty(condition.HttpErrorCodeReturnedEquals);
  return {
    redirect: redirectOf(where, redirect),
    ...withoutUndefined({
      keyPrefixEquals,
      httpErrorCodeReturnedEquals:
        code === undefined ? undefined : statusOf(code, 'an error code, 4xx or 5xx', 400, where),
    }),
  };
}

function redirectOf(where: string, texts: Texts): RoutingRedirect {
  const { HostName, HttpRedirectCode, Protocol, ReplaceKeyPrefixWith, ReplaceKeyWith } = texts;
  const set = Object.values(texts).filter((text) => text !== undefined);
  if (set.length === 0) {
    throw new AuthModelError('ERR_MODEL_INVALID_VALUE', `${where} must say where to. Set it.`);
  }
  if (ReplaceKeyWith !== undefined && ReplaceKeyPrefixWith !== undefined) {
    throw new AuthModelError(
      'ERR_MODEL_INVALID_VALUE',
      `${where} replaces the key and its prefix too: S3 takes one of them. Keep one.`,
    );
  }
  return {
    httpRedirectCode: HttpRedirectCode
      ? statusOf(HttpRedirectCode, 'a redirect code, 301 to 399', 301, where)
      : 301,
    ...withoutUndefined({
      hostName: unlessEmpty(HostName),
      protocol: Protocol ? asOneOf('http', 'https')(Protocol, where) : undefined,
      replaceKeyWith: ReplaceKeyWith,
      // An empty one takes the prefix away.
      replaceKeyPrefixWith: ReplaceKeyPrefixWith,
    }),
  };
}

function unlessEmpty(text: string | undefined): string | undefined {
  return text === '' ? undefined : text;
}

/** @param first of the codes that are taken: 301 (to 399), or 400 (to 599) */
function statusOf(text: string, words: string, first: 301 | 400, where: string): number {
  const code = asNumber(text, where);
  const last = first === 301 ? 399 : 599;
  if (Number.isInteger(code) && code >= first && code <= last) return code;
  throw invalidValue(where, words, text);
}
