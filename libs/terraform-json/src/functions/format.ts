import { encodeJson } from './encode-json';
import {
  ArgumentProblem,
  boolean,
  characters,
  json,
  number,
  settled,
  text,
  wholeNumber,
  type Argument,
} from './argument';

const VERB = /%(?<flags>[-+0 ]*)(?<width>\d+)?(?:\.(?<precision>\d+))?(?<verb>.)/gsu;

/** Source: Terraform documentation, "format": `%s %d %f %q %t %v %%`, with flags, width and precision. */
export function format(pattern: string, values: readonly Argument[]): string {
  let next = 0;
  const written = pattern.replaceAll(VERB, (all, ...groups) => {
    const { flags = '', width, precision, verb = '' } = groups.at(-1) as Verb;
    if (verb === '%') return '%';
    if (next >= values.length) throw new ArgumentProblem(`there is no value for ${all}`);
    const value = values[next] ?? null;
    next += 1;
    const body = write(verb, value, precision === undefined ? undefined : Number(precision));
    const signed = flags.includes('+') && 'df'.includes(verb) && number(value) >= 0;
    return pad(signed ? `+${body}` : body, flags, Number(width ?? 0));
  });
  if (next < values.length) throw new ArgumentProblem('there are more values than verbs');
  return written;
}

interface Verb {
  readonly flags?: string;
  readonly width?: string;
  readonly precision?: string;
  readonly verb?: string;
}

function write(verb: string, value: Argument, precision: number | undefined): string {
  switch (verb) {
    case 's':
      return characters(text(value)).slice(0, precision).join('');
    case 'd':
      return String(wholeNumber(value));
    case 'f':
      return number(value).toFixed(precision ?? 6);
    case 'q':
      return encodeJson(text(value));
    case 't':
      return String(boolean(value));
    case 'v': {
      const known = settled(value);
      return typeof known === 'string' ? known : encodeJson(json(known));
    }
    default:
      throw new ArgumentProblem(`the verb %${verb} is not read`);
  }
}

function pad(body: string, flags: string, width: number): string {
  if (flags.includes('-')) return body.padEnd(width);
  if (!flags.includes('0')) return body.padStart(width);
  const sign = /^[-+]/.exec(body)?.[0] ?? '';
  return sign + body.slice(sign.length).padStart(width - sign.length, '0');
}
