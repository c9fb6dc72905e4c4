/** What is so of every workflow, whatever its steps do. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { readWorkflow, WORKFLOWS, type Step, type Workflow } from './workflow';

const stepsOf = ({ jobs }: Workflow): readonly Step[] =>
  Object.values(jobs).flatMap(({ steps }) => steps);

for (const name of WORKFLOWS) {
  const workflow = readWorkflow(name);

  test(`${name}: has no permission of its own, and each job names what it needs`, () => {
    assert.deepEqual(workflow.permissions, {});
    for (const job of Object.values(workflow.jobs)) assert.notEqual(job.permissions, undefined);
  });

  test(`${name}: pins every action to a commit, and leaves no token behind a checkout`, () => {
    for (const { uses, with: given } of stepsOf(workflow)) {
      if (uses === undefined) continue;
      assert.match(uses, /^[\w-]+\/[\w-]+@[0-9a-f]{40}$/);
      if (uses.startsWith('actions/checkout@')) assert.equal(given?.['persist-credentials'], false);
    }
  });

  test(`${name}: puts nothing that others wrote into a script`, () => {
    for (const { run = '' } of stepsOf(workflow)) assert.doesNotMatch(run, /\$\{\{/);
  });

  test(`${name}: runs commands that there are`, () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      scripts: Record<string, string>;
    };
    for (const { run = '' } of stepsOf(workflow)) {
      for (const [, script = ''] of run.matchAll(/npm run (?:--silent )?([\w:-]+)/g))
        assert.ok(Object.hasOwn(scripts, script), script);
    }
  });
}

test('no workflow runs a pull request with the rights of the base', () => {
  for (const name of WORKFLOWS)
    assert.doesNotMatch(JSON.stringify(readWorkflow(name).on), /pull_request_target/);
});

test('what runs the pull request’s code has no token but to read, and no role', () => {
  const { build } = readWorkflow('review').jobs;
  assert.deepEqual(build?.permissions, { contents: 'read' });
  assert.doesNotMatch(JSON.stringify(build), /secrets\.|id-token|GITHUB_TOKEN|vars\./);
});

test('what has the role or the write token checks out the base branch, and uploads no plan', () => {
  const { plan, comment } = readWorkflow('review').jobs;
  for (const job of [plan, comment]) {
    const checkout = job?.steps.find(({ uses }) => uses?.startsWith('actions/checkout@'));
    assert.equal(checkout?.with?.ref, '${{ github.event.pull_request.base.sha }}');
  }
  assert.deepEqual(
    plan?.steps.flatMap(({ uses, with: given }) =>
      uses?.startsWith('actions/upload-artifact@') === true ? [given?.path] : [],
    ),
    ['review'],
  );
});

test('what has the write token takes the review by the id that the plan job gives, and nothing without one', () => {
  const { plan, comment } = readWorkflow('review').jobs;
  const upload = plan?.steps.find(({ uses }) => uses?.startsWith('actions/upload-artifact@'));
  for (const output of Object.values(plan?.outputs ?? {}))
    assert.match(output, new RegExp(`steps\\.${upload?.id ?? ''}\\.outputs\\.artifact-id`));
  const downloads = comment?.steps.filter(({ uses }) =>
    uses?.startsWith('actions/download-artifact@'),
  );
  assert.deepEqual(
    downloads?.map((step) => [step.if, step.with]),
    [
      [
        "needs.plan.outputs[matrix.environment] != ''",
        {
          'artifact-ids': '${{ needs.plan.outputs[matrix.environment] }}',
          'merge-multiple': true,
          path: 'review',
        },
      ],
    ],
  );
});

test('what applies waits for its environment, and applies the plan that was reviewed', () => {
  const { plan, apply } = readWorkflow('deploy').jobs;
  assert.equal(apply?.environment, 'production');
  assert.equal(plan?.environment, 'production-plan');
  const script = apply.steps.map(({ run = '' }) => run).join('\n');
  assert.match(script, /terraform .* apply -input=false "\$RUNNER_TEMP\/plan\.tfplan"/);
  assert.doesNotMatch(script, /terraform .* plan /);
});
