const MAX_TAGS = 50;
const MAX_VALUE_LENGTH = 256;
const TAG = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,128}$/u;
const VALUE = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

/**
 * What STS would not take for the tags of a session; undefined: nothing is wrong.
 * Source: STS API reference, "Tag".
 */
export function tagProblem(tags: Readonly<Record<string, string>>): string | undefined {
  const entries = Object.entries(tags);
  if (entries.length > MAX_TAGS) {
    return `a session has at most ${MAX_TAGS} tags, this one ${entries.length}`;
  }
  const [wrong] =
    entries.find(
      ([tag, value]) => !TAG.test(tag) || value.length > MAX_VALUE_LENGTH || !VALUE.test(value),
    ) ?? [];
  if (wrong === undefined) return undefined;
  return `the session tag ${wrong} is not one: its name takes 128 letters, digits and _.:/=+-@, its value 256 of them`;
}
