import { Refusal } from '../../resource/refusal';
import type { SettledValues } from '../../resource/values';
import { blocksOf, textOf, textsOf } from '../reading';
import { writeConditions } from './write-conditions';
import { descending, writePrincipals } from './write-principals';
import {
  refuseTwinSids,
  writtenStatement,
  type WrittenPolicy,
  type WrittenStatement,
} from './written-policy';

/** The `statement` blocks of the data source, as a policy. @throws Refusal in the provider's words */
export function policyFromBlocks(values: SettledValues): WrittenPolicy {
  const version = textOf(values, 'version') ?? '2012-10-17';
  const statements = blocksOf(values, 'statement').map((block) => fromBlock(block, version));
  refuseTwinSids(
    statements,
    (sid) => `duplicate Sid (${sid}). Remove the Sid or ensure the Sid is unique.`,
  );
  const id = textOf(values, 'policy_id');
  return { Version: version, ...(id !== undefined && { Id: id }), Statement: statements };
}

function fromBlock(block: SettledValues, version: string): WrittenStatement {
  const variables = (name: string): Variables => new Variables(name, version);
  const strings = (name: string, within?: Variables): unknown => {
    const texts = textsOf(block, name).map((text) => within?.written(text) ?? text);
    return texts.length === 0 ? undefined : bareOrDescending(texts);
  };
  const principals = (name: string): unknown =>
    writePrincipals(
      blocksOf(block, name).map((it) => ({
        type: textOf(it, 'type') ?? '',
        identifiers: bareOrDescending(
          textsOf(it, 'identifiers').map((text) => variables(name).written(text)),
        ),
      })),
    );
  return writtenStatement({
    Sid: textOf(block, 'sid'),
    Effect: textOf(block, 'effect') ?? 'Allow',
    Action: strings('actions'),
    NotAction: strings('not_actions'),
    Resource: strings('resources', variables('resources')),
    NotResource: strings('not_resources', variables('not_resources')),
    Principal: principals('principals'),
    NotPrincipal: principals('not_principals'),
    Condition: writeConditions(
      blocksOf(block, 'condition').map((it) => ({
        test: textOf(it, 'test') ?? '',
        variable: textOf(it, 'variable') ?? '',
        values: textsOf(it, 'values').map((text) => variables('condition: values').written(text)),
      })),
    ),
  });
}

function bareOrDescending(texts: readonly string[]): string | readonly string[] {
  const [only] = texts;
  return texts.length === 1 && only !== undefined ? only : descending(texts);
}

/** `&{…}` stands for a variable of IAM, since `${…}` is Terraform's own. Source: policy_document_data_source.go. */
class Variables {
  constructor(
    private readonly where: string,
    private readonly version: string,
  ) {}

  written(text: string): string {
    if (this.version === '2008-10-17' && text.includes('&{')) {
      throw new Refusal(
        `reading ${this.where}: found &{ sequence in (${text}), which is not supported in document version 2008-10-17`,
      );
    }
    return text.replaceAll('&{', '${');
  }
}
