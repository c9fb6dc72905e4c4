import { describeReference, type Known, type Value } from '@gatehouse/terraform-json';

/** `the role mapping's type is not known yet (known after apply)`. */
export function whyNotKnown(what: string, value: Exclude<Value<unknown>, Known<unknown>>): string {
  const because = value.kind === 'unknown' ? value.because : describeReference(value.reference);
  return `${what} is not known yet (${because})`;
}
