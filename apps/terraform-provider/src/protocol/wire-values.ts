import { decode, Encoder, ExtensionCodec, ExtData } from '@msgpack/msgpack';

import { UNKNOWN, type Values } from '../resource/values';
import type { DynamicValue } from './messages';

/** Source: Terraform, "Wire format": an unknown value is an extension; type 0 is plain, any other carries what is known of it. */
const UNKNOWN_TYPE = 0;

const codec = new ExtensionCodec();
for (let type = 0; type < 128; type += 1) {
  codec.register({ type, encode: () => null, decode: () => UNKNOWN });
}

const encoder = new Encoder({ extensionCodec: codec, ignoreUndefined: true });

/** What Terraform sent: an object, or null where there is none. */
export function fromWire(value: DynamicValue | null): Values | null {
  if (value === null || value.msgpack.length === 0) return null;
  return decode(value.msgpack, { extensionCodec: codec }) as Values | null;
}

export function toWire(values: Values | null): DynamicValue {
  return { msgpack: Buffer.from(encoder.encode(marked(values))) };
}

function marked(value: Values[string]): unknown {
  if (value === UNKNOWN) return new ExtData(UNKNOWN_TYPE, new Uint8Array([0]));
  if (Array.isArray(value)) return value.map(marked);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, it]) => [name, marked(it)]));
  }
  return value;
}
