declare global {
  interface JSON {
    /** A value that `JSON.stringify` writes as it stands. Source: TC39 proposal "JSON.parse source text access"; in Node since 21. */
    rawJSON(text: string): object;
  }
}

/** A number that is a float on the wire also when it is whole, as AWS writes times: `1691596553.0`. */
export function jsonFloat(value: number): object {
  return JSON.rawJSON(Number.isInteger(value) ? value.toFixed(1) : JSON.stringify(value));
}
