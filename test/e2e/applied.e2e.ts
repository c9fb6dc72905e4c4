import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startLocalCloudProcess, type LocalCloudProcess } from '../local-cloud-process';
import { hasTerraform } from '../synth/terraform-command';
import { expect, signedInAs, test as base } from './fixtures';

/** One worker, one deployment: it takes longer than all that is looked at afterwards. */
const test = base.extend<object, { deployed: LocalCloudProcess }>({
  deployed: [
    async ({}, use) => {
      const root = mkdtempSync(join(tmpdir(), 'gatehouse-applied-'));
      const env = { GATEHOUSE_TERRAFORM_DIR: root };
      // It runs from the synthesized stack, and takes over what is applied meanwhile.
      const cloud = await startLocalCloudProcess({ env });
      await deployLocal(env);
      await cloud.printed(/took over gatehouse-dev/);
      await use(cloud);
      await cloud.stop();
      rmSync(root, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 180_000 },
  ],
});

/** `npm run deploy:local`: the real cdktf, and through it the real Terraform. */
function deployLocal(env: Readonly<Record<string, string>>): Promise<void> {
  const npm = spawn('npm', ['run', 'deploy:local', '--', '--auto-approve'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env, CI: '1' },
  });
  let printed = '';
  npm.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString('utf8')));
  npm.stderr.on('data', (chunk: Buffer) => (printed += chunk.toString('utf8')));
  return new Promise((resolve, reject) => {
    npm.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`npm run deploy:local ended with ${String(code)}:\n${printed}`));
    });
  });
}

test.skip(!hasTerraform, 'terraform is not on PATH');

for (const { username, route, opens } of [
  { username: 'user', route: '/secure', opens: true },
  { username: 'user', route: '/vip', opens: false },
  { username: 'admin', route: '/secure', opens: true },
  { username: 'admin', route: '/vip', opens: true },
] as const) {
  test(`on the stack that cdktf has deployed, ${username} ${opens ? 'reads' : 'is refused at'} ${route}`, async ({
    page,
    deployed,
  }) => {
    await signedInAs(page, deployed.website, username);
    await page.goto(`${deployed.website}${route}`);
    await page.getByRole('button', { name: `Call GET ${route}` }).click();
    const main = page.getByRole('main');
    if (opens) {
      await expect(page.getByText('200 OK')).toBeVisible();
      await expect(main).toContainText(`"route": "GET ${route}"`);
    } else {
      await expect(main).toContainText('Your role, member, may not call GET /vip.');
    }
  });
}
