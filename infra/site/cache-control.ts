/**
 * What `ng build` names after its content: scripts and styles at the root, and what they load in `media/`. esbuild writes eight
 * characters of base32, and the chunks that Rolldown joins afterwards get eight of base64url: `chunk-n1wdDxF-.js`. The names in
 * front are Angular's own, because a file of `apps/client/public/` keeps its name and may look the same: `my-document.pdf`.
 * Source: @angular/build, `outputNames` in builders/application/options.js, `chunkFileNames` in builders/application/chunk-optimizer.js.
 */
const HASHED = [
  /^chunk-[A-Za-z0-9_-]{8}\.js$/,
  /^(?:main|polyfills|scripts|styles|worker|worker-chunk)-[A-Z2-7]{8}\.(?:css|js)$/,
  /^media\/[^/]+-[A-Z2-7]{8}\.[a-z0-9]+$/,
] as const;

const ONE_YEAR_IN_SECONDS = 31_536_000;

/** A hashed file never changes under its name; anything else is asked for again each time, and mostly answered 304. */
export function cacheControl(key: string): string {
  const isHashed = HASHED.some((pattern) => pattern.test(key));
  return isHashed ? `public, max-age=${ONE_YEAR_IN_SECONDS}, immutable` : 'no-cache';
}
