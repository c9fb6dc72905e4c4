import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** What cdktf's generator wrote for one type. */
export interface GeneratedSource {
  /** `@cdktf/provider-aws 21.22.1 lib/cognito-user-pool (AWS provider 6.25.0)`. */
  readonly source: string;
  /**
   * The TypeScript as it was generated. The package ships JavaScript, in which the comments that carry
   * `computed` are gone; the source map at its end still has them.
   */
  readonly text: string;
}

const PACKAGE = '@cdktf/provider-aws';
const MAP_COMMENT = '//# sourceMappingURL=data:application/json;base64,';

/**
 * @param name as in `schema-list.ts`
 * @throws when the package is another than the one known: without source maps, or with another layout
 */
export function readGeneratedSource(name: string): GeneratedSource {
  const packageFile = createRequire(import.meta.url).resolve(`${PACKAGE}/package.json`);
  const { version } = JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string };
  const folder = `lib/${toFolder(name)}`;
  const text = typescriptOf(join(dirname(packageFile), folder, 'index.js'));
  const providerVersion = /^ +providerVersion: '([\d.]+)',$/m.exec(text)?.[1];
  if (providerVersion === undefined) {
    throw new Error(
      `${name}: ${PACKAGE} ${version} ${folder} does not say which AWS provider it was generated from; expected "providerVersion: '<version>'"`,
    );
  }
  return { source: `${PACKAGE} ${version} ${folder} (AWS provider ${providerVersion})`, text };
}

/** `aws_sns_topic` is in `sns-topic`, `data.aws_region` in `data-aws-region`. */
function toFolder(name: string): string {
  return name.replace(/^aws_/, '').replaceAll(/[._]/g, '-');
}

function typescriptOf(javascriptFile: string): string {
  const javascript = readFileSync(javascriptFile, 'utf8');
  const start = javascript.lastIndexOf(MAP_COMMENT);
  if (start === -1) {
    throw new Error(
      `${javascriptFile} ends without a source map; expected "${MAP_COMMENT}…": is ${PACKAGE} another version than the lock file's?`,
    );
  }
  const encoded = javascript.slice(start + MAP_COMMENT.length).trim();
  const map = JSON.parse(Buffer.from(encoded, 'base64').toString('utf8')) as {
    sourcesContent?: string[];
  };
  const [text, ...others] = map.sourcesContent ?? [];
  if (text === undefined || others.length > 0) {
    throw new Error(
      `${javascriptFile}: expected the text of one source in its source map, got ${(map.sourcesContent ?? []).length}`,
    );
  }
  return text;
}
