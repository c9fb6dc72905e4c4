/** The build writes a hash of the content into these names: `main-ABCD1234.js`. */
const HASHED = /-[A-Z0-9]{8}\.[a-z0-9]+$/;

const ONE_YEAR_IN_SECONDS = 31_536_000;

/** A hashed file never changes under its name; anything else is asked for again each time, and mostly answered 304. */
export function cacheControl(key: string): string {
  return HASHED.test(key) ? `public, max-age=${ONE_YEAR_IN_SECONDS}, immutable` : 'no-cache';
}
