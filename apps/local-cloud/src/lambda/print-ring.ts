/** Enough for what one call prints; more goes by message. */
const BYTES = 64 * 1024;
const WRITTEN = 0;
const READ = 1;

/**
 * What a thread prints, in memory that the process reads when it hears from the thread anyway: a message of its own for each line
 * would wake the process each time. It is there the moment it is printed, so that what a function said before an endless loop
 * is read when the loop is ended. One writer, one reader.
 */
export class PrintRing {
  readonly #positions: Int32Array<SharedArrayBuffer>;
  readonly #bytes: Buffer<SharedArrayBuffer>;

  constructor(readonly memory = new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT + BYTES)) {
    this.#positions = new Int32Array(memory, 0, 2);
    this.#bytes = Buffer.from(memory, this.#positions.byteLength);
  }

  /** False, and nothing written, when the text does not fit until the reader has caught up. */
  write(text: string): boolean {
    const written = Atomics.load(this.#positions, WRITTEN);
    const read = Atomics.load(this.#positions, READ);
    const bytes = Buffer.from(text);
    // One byte stays free: full and empty would look alike.
    const room = (read - written - 1 + BYTES) % BYTES;
    if (bytes.length > room) return false;
    const untilEnd = Math.min(bytes.length, BYTES - written);
    bytes.copy(this.#bytes, written, 0, untilEnd);
    bytes.copy(this.#bytes, 0, untilEnd);
    Atomics.store(this.#positions, WRITTEN, (written + bytes.length) % BYTES);
    return true;
  }

  /** All that was written since the last read. */
  read(): string {
    const written = Atomics.load(this.#positions, WRITTEN);
    const read = Atomics.load(this.#positions, READ);
    if (written === read) return '';
    const parts =
      read < written
        ? [this.#bytes.subarray(read, written)]
        : [this.#bytes.subarray(read), this.#bytes.subarray(0, written)];
    const text = Buffer.concat(parts).toString('utf8');
    Atomics.store(this.#positions, READ, written);
    return text;
  }
}
