import { createHash, createHmac } from 'node:crypto';

type Data = string | ArrayBuffer | ArrayBufferView;

/** The hash as the signer wants it, from node:crypto. */
export class NodeSha256 {
  private readonly state;
  constructor(secret?: Data) {
    this.state =
      secret === undefined ? createHash('sha256') : createHmac('sha256', toBytes(secret));
  }
  update(data: Data): void {
    this.state.update(toBytes(data));
  }
  digest(): Promise<Uint8Array> {
    return Promise.resolve(this.state.digest());
  }
}

function toBytes(data: Data): string | Uint8Array {
  if (typeof data === 'string') return data;
  return ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data);
}
