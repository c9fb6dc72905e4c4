import { cpSync } from 'node:fs';
import { join } from 'node:path';

import { Workspace } from './workspace';

/** Modules of a third party, their functions, and the state that Terraform made of them. */
export const LANTERN = 'test/fixtures/stacks/lantern';

/** What is the stand-in's in a state, and what AWS would have told in its place. */
const ACCOUNT = { standIn: '123456789012', aws: '210987654321' };
const REGION = 'us-east-2';

/**
 * Applies the modules with the real Terraform and the stand-in provider.
 * @returns what `terraform show -json` prints, with an account, times and host names as AWS would give them: the same bytes each time
 */
export function applyLantern(): string {
  const workspace = new Workspace({ env: { GATEHOUSE_STAND_IN_TIME: '2026-01-01T00:00:00Z' } });
  const { stackFolder } = workspace.folders;
  cpSync(join(LANTERN, 'source'), stackFolder, { recursive: true });
  cpSync(join(LANTERN, 'functions'), join(stackFolder, 'functions'), { recursive: true });
  workspace.init();
  workspace.apply();
  const state = workspace.showJson();
  const apiOf = stagesIn(JSON.stringify(state));
  const text = JSON.stringify(state, undefined, 2)
    .replaceAll(ACCOUNT.standIn, ACCOUNT.aws)
    .replaceAll(/http:\/\/localhost:4203\/(\w+)/g, (url, stage: string) => {
      const api = apiOf.get(stage);
      return api === undefined
        ? url
        : `https://${api}.execute-api.${REGION}.amazonaws.com/${stage}`;
    });
  return `${text}\n`;
}

/** Each stage of these modules has a name of its own: name → id of its API. */
function stagesIn(state: string): ReadonlyMap<string, string> {
  const ids = state.matchAll(/"ags-(?<api>[a-z0-9]+)-(?<stage>\w+)"/g);
  return new Map(Array.from(ids, ({ groups }) => [groups?.stage ?? '', groups?.api ?? '']));
}
