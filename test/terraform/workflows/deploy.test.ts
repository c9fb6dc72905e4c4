/** What is merged, on its way through the two jobs of `deploy`: every step of them, with the real Terraform and the stand-in for its provider. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { openAppliedStore } from '@gatehouse/applied-store';

import { localFolders } from '../../../apps/cli/src/terraform/local-folders';
import { terraformEnvironment } from '../../../apps/cli/src/terraform/terraform-environment';
import { writeMirror } from '../../../apps/cli/src/terraform/write-mirror';
import {
  startRecordedGitHub,
  type RecordedGitHub,
} from '../../../apps/pull-request/src/testing/recorded-github';
import { temporaryFolder } from '../../synth/fixture-builds';
import { WANTS_TERRAFORM } from '../workspace';
import { Artifacts } from './artifacts';
import { playAws, type PlayedAws } from './play-aws';
import { makeRepository, openVip } from './repository';
import { runJob, type Runner } from './run-job';
import { readWorkflow } from './workflow';

const deploy = readWorkflow('deploy');
const repository = makeRepository(openVip, '.');
const artifacts = new Artifacts();
const folders = localFolders('prod', temporaryFolder());
let aws: PlayedAws;
let github: RecordedGitHub;

before(async () => {
  writeMirror(folders);
  aws = await playAws();
  github = await startRecordedGitHub({
    'GET /token?audience=sts.amazonaws.com': [{ body: { value: 'an-oidc-token' } }],
    [`GET /repos/gatehouse/gatehouse/commits/${repository.head}/pulls`]: [{ body: [] }],
  });
});
after(async () => {
  await aws.close();
  await github.close();
});

/** A run of `deploy` for what was merged. */
const runner = (): Runner => ({
  workflow: deploy,
  repository,
  commit: repository.head,
  artifacts,
  names: {
    'vars.GATEHOUSE_DEPLOY_ROLE': 'arn:aws:iam::123456789012:role/deploy',
    'vars.GATEHOUSE_STATE_BUCKET': 'the-state',
    'secrets.PLAN_PASSPHRASE': 'correct horse battery staple',
    'github.token': 'ghs_token',
  },
  env: {
    ...terraformEnvironment(folders),
    ...aws.env,
    GITHUB_API_URL: github.url,
    ACTIONS_ID_TOKEN_REQUEST_URL: `${github.url}/token`,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'runner',
  },
});

const inStore = (): number => openAppliedStore(folders.store).list().length;

test(
  'plan publishes the review of its plan, says that nobody has read it before, and applies nothing',
  WANTS_TERRAFORM,
  async () => {
    const { failed, said, summary, folder } = await runJob(deploy.jobs.plan, runner());
    assert.equal(failed, undefined, said);
    assert.match(summary, /^> \[!WARNING\]\n> No pull request was reviewed for this commit/);
    assert.match(summary, /can now call `GET \/vip`/);
    assert.equal(inStore(), 0);
    assert.equal(existsSync(join(folder, 'plan.sealed')), true);
    assert.deepEqual([...aws.objects.keys()], []);
    assert.deepEqual(new Set(aws.tokens), new Set(['an-oidc-token']));
  },
);

test(
  'apply applies that very plan, and leaves the state in the bucket',
  WANTS_TERRAFORM,
  async () => {
    const { failed, said } = await runJob(deploy.jobs.apply, runner());
    assert.equal(failed, undefined, said);
    assert.match(said, /Apply complete! Resources: [1-9]\d+ added, 0 changed, 0 destroyed/);
    assert.notEqual(inStore(), 0);
    assert.deepEqual([...aws.objects.keys()], ['/the-state/gatehouse-prod.tfstate']);
  },
);

test('apply refuses a plan that was sealed for another commit', WANTS_TERRAFORM, async () => {
  const { failed, said } = await runJob(deploy.jobs.apply, {
    ...runner(),
    commit: repository.base,
  });
  assert.equal(failed, 'Apply the plan that was approved');
  assert.match(said, /does not open for /);
});
