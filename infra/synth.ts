import { DEPLOYED, environmentNamed } from './environments';
import { runProgram } from './run-program';

// `npm run synth`: every environment that is deployed, or the one that GATEHOUSE_ENV names, bench too. CDKTF_OUTDIR names
// another folder than cdktf.out, as it does for cdktf itself.
const written = runProgram(() => {
  const name = process.env.GATEHOUSE_ENV;
  return name === undefined ? DEPLOYED.map(environmentNamed) : [environmentNamed(name)];
});
const folder = process.env.CDKTF_OUTDIR ?? 'cdktf.out';
for (const name of written) process.stdout.write(`${folder}/stacks/${name}/cdk.tf.json\n`);
