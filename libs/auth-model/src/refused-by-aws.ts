import { AuthModelError } from './auth-model-error';
import { asText, type ReadAs } from './json-types';

/**
 * What AWS would not make; nothing that follows from it could be tried there.
 * @param what the place and what was found there: `aws_x.y.name is "z"`
 * @param words AWS's own where they are known, or those of Terraform's provider, which asks first
 */
export function refusedByAws(what: string, words: string, todo: string): AuthModelError {
  return new AuthModelError(
    'ERR_MODEL_INVALID_VALUE',
    `${what}, and AWS refuses that: ${words}. ${todo}`,
  );
}

/** A text of a form that AWS takes here. */
export function asTextLike(form: RegExp, words: string, todo: string): ReadAs<string> {
  return (json, where) => {
    const text = asText(json, where);
    if (form.test(text)) return text;
    throw refusedByAws(`${where} is ${JSON.stringify(text)}`, words, todo);
  };
}
