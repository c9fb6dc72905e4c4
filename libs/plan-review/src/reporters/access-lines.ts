import { doubtfulSentences, gainedSentences, lostSentences } from '../access/access-sentences';
import type { Report } from '../report';
import type { Voice } from './voice';

/** Each gain, loss and doubt, a line each, with a sign that reads without colour. */
export function accessLines({ access }: Report, voice: Voice): readonly string[] {
  if (access === undefined) return [];
  return [
    ...gainedSentences(access).map((said) => `+ ${voice.said(said)}`),
    ...lostSentences(access).map((said) => `− ${voice.said(said)}`),
    ...doubtfulSentences(access).map((said) => `? ${voice.said(said)}`),
  ];
}

/** One sign for what was and what is: never the same for "cannot" and "cannot be told". */
export function cellSign(
  before: boolean | null | undefined,
  after: boolean | null | undefined,
): string {
  const [was, is] = [sign(before), sign(after)];
  return was === is ? is : `${was} → ${is}`;
}

function sign(allowed: boolean | null | undefined): string {
  if (allowed === undefined) return '–';
  return allowed === null ? '?' : allowed ? '✓' : '✕';
}
