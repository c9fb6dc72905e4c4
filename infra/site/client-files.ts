import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';

import { S3Object } from '@cdktf/provider-aws/lib/s3-object';
import { AssetType, TerraformAsset } from 'cdktf';
import { Construct } from 'constructs';
import { contentType } from 'mime-types';

import type { Builds } from '../builds';
import { InfraError } from '../infra-error';
import { cacheControl } from './cache-control';
import type { WebsiteBucket } from './website-bucket';

const INDEX = 'index.html';
const CONFIG = 'config.json';

export interface ClientFilesProps {
  readonly site: WebsiteBucket;
  readonly builds: Builds;
}

/** Every file of the client build, as objects of the website. */
export class ClientFiles extends Construct {
  /** All but `index.html`. */
  readonly objects: readonly S3Object[];

  constructor(
    scope: Construct,
    id: string,
    private readonly props: ClientFilesProps,
  ) {
    super(scope, id);
    const keys = this.keysOf(props.builds.clientFolder);
    this.objects = keys.filter((key) => key !== INDEX).map((key) => this.upload(key));
    // The page comes last: it must never name a file that is not there yet.
    this.upload(INDEX, this.objects);
  }

  private keysOf(folder: string): readonly string[] {
    const keys = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
      .sort(byCodeUnits);
    if (keys.includes(CONFIG))
      throw new InfraError(
        `The client build holds a ${CONFIG}, which each environment writes: remove it.`,
      );
    return keys;
  }

  private upload(key: string, after: readonly S3Object[] = []): S3Object {
    const { site, builds } = this.props;
    const file = join(builds.clientFolder, key);
    const hash = createHash('sha256').update(readFileSync(file)).digest('hex');
    const name = idOf(key);
    const asset = new TerraformAsset(this, name, {
      path: file,
      type: AssetType.FILE,
      assetHash: hash.slice(0, 32),
    });
    return new S3Object(this, `${name}-object`, {
      bucket: site.bucketName,
      key,
      source: asset.path,
      sourceHash: hash,
      contentType: contentType(basename(key)) || 'application/octet-stream',
      cacheControl: cacheControl(key),
      ...(key === INDEX
        ? { dependsOn: [...after] }
        : // A file that the next build no longer has goes only after the page stopped naming it. A tab that is still open may
          // ask for it later: the client then says that the page didn't load, with a link to try again.
          { lifecycle: { createBeforeDestroy: true } }),
    });
  }
}

/** Readable, and as distinct as the keys are. */
function idOf(key: string): string {
  const digest = createHash('sha256').update(key).digest('hex').slice(0, 6);
  return `${key.replace(/[^A-Za-z0-9]+/g, '-')}-${digest}`;
}

/** The order of no locale: the same on every machine. */
function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
