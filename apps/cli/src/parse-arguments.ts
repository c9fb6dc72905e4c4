import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';

import { UsageError } from './run-as-command';

/**
 * What a command was given, by Node's own parser; what is wrong with it, in our words, followed by what there is.
 * @param help of the command
 * @throws UsageError
 */
export function parseArguments<Options extends ParseArgsOptionsConfig>(
  argv: readonly string[],
  options: Options,
  help: string,
  { takesWords = false }: { readonly takesWords?: boolean } = {},
) {
  const problem = problemOf(argv, options, takesWords);
  if (problem !== undefined) throw new UsageError(`${problem}\n\n${help}`);
  return parseArgs({ args: [...argv], options, allowPositionals: takesWords });
}

function problemOf(
  argv: readonly string[],
  options: ParseArgsOptionsConfig,
  takesWords: boolean,
): string | undefined {
  const { tokens } = parseArgs({
    args: [...argv],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind === 'positional' && !takesWords)
      return `${JSON.stringify(token.value)} belongs to no option.`;
    if (token.kind !== 'option') continue;
    const { rawName, value, inlineValue } = token;
    const type = Object.hasOwn(options, token.name) ? options[token.name]?.type : undefined;
    if (type === undefined) return `There is no option ${rawName}.`;
    if (type === 'boolean' && value !== undefined)
      return `${rawName} takes no value, and got ${JSON.stringify(value)}.`;
    if (type === 'string' && (value === undefined || (!inlineValue && value.startsWith('-'))))
      return `${rawName} takes a value, and got ${value ?? 'none'}.`;
  }
  return undefined;
}
