import { zipSync } from 'fflate';

/** A zip holds local wall-clock time: noon, read in the same time zone that it is written in, is noon everywhere. */
const MTIME = new Date(1980, 0, 1, 12);
const UNIX = 3;
/** `-rw-r--r--`: readable by the user that Lambda runs functions as, whatever the umask of who built it. */
const REGULAR_FILE = (0o100644 << 16) >>> 0;

/**
 * A zip with the same bytes for the same files, on every machine: Terraform compares its hash, and a new one is a new deployment.
 * @param files name → content; written in order of name
 */
export function reproducibleZip(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const sorted = Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1));
  return zipSync(Object.fromEntries(sorted), {
    mtime: MTIME,
    os: UNIX,
    attrs: REGULAR_FILE,
    level: 9,
  });
}
