import type { Json } from '@gatehouse/terraform-json';

import type { Block, Settled } from '../block';
import { isSecretPath } from '../secrets/secret-names';
import { MASK } from '../secrets/secrets';
import { NOT_KNOWN_YET, NOT_SET, type AttributeChange } from './changed-attributes';
import { isSameDocument, isSameValue } from './same-value';

/** What two configurations ask for differently in one block; an absent one asks for nothing. */
export function changedArguments(
  type: string,
  before: Block | undefined,
  after: Block | undefined,
): readonly AttributeChange[] {
  const [was, is] = [before?.entries('') ?? {}, after?.entries('') ?? {}];
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].flatMap((name) =>
    changed(type, name, was[name], is[name]),
  );
}

function changed(
  type: string,
  name: string,
  was: Settled<Json> | undefined,
  is: Settled<Json> | undefined,
): readonly AttributeChange[] {
  const [before, after] = [valueOf(was), valueOf(is)];
  const isKnown = was?.kind !== 'unknown' && is?.kind !== 'unknown';
  if (isKnown && (isSameValue(before, after) || isSameDocument(before, after))) return [];
  if (was?.kind === 'unknown' && is?.kind === 'unknown' && was.because === is.because) return [];
  const show = (value: Settled<Json> | undefined): string =>
    shown(value, isSecretPath(type, [name], valueOf(value)));
  return [{ path: name, before: show(was), after: show(is) }];
}

const valueOf = (value: Settled<Json> | undefined): Json | undefined =>
  value?.kind === 'known' ? value.value : undefined;

function shown(value: Settled<Json> | undefined, isSecret: boolean): string {
  if (value === undefined) return NOT_SET;
  if (value.kind === 'unknown') return NOT_KNOWN_YET;
  if (isSecret) return MASK;
  return typeof value.value === 'string' ? value.value : JSON.stringify(value.value);
}
