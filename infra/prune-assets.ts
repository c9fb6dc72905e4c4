import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Removes assets that the JSON no longer names: cdktf copies new ones beside those of earlier builds, whose hashed files
 * would pile up.
 * @param stackFolder holds `cdk.tf.json` and `assets/`
 */
export function pruneAssets(stackFolder: string): void {
  const assets = join(stackFolder, 'assets');
  if (!existsSync(assets)) return;
  const json = readFileSync(join(stackFolder, 'cdk.tf.json'), 'utf8');
  for (const asset of readdirSync(assets)) {
    if (!json.includes(`"assets/${asset}/`)) rmSync(join(assets, asset), { recursive: true });
  }
}
