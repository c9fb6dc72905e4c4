import { deployedEnvironmentNamed } from './environments';
import { runProgram } from './run-program';

// The program that `cdktf synth|diff|deploy|destroy` runs: the one stack of GATEHOUSE_ENV, so that no name need be given.
runProgram(() => [deployedEnvironmentNamed(process.env.GATEHOUSE_ENV ?? 'dev')]);
