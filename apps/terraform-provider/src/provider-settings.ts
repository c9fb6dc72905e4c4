import { Refusal } from './resource/refusal';

/** What the commands tell the process that Terraform starts. */
export interface ProviderSettings {
  readonly storeFolder: string;
  readonly origins: { readonly website: string; readonly api: string };
  readonly now: () => Date;
}

/** @throws Refusal where it was started without them */
export function readSettings(env: Readonly<Record<string, string | undefined>>): ProviderSettings {
  const storeFolder = env.GATEHOUSE_APPLIED_STORE;
  if (storeFolder === undefined || storeFolder === '') {
    throw new Refusal(
      'This is a stand-in for the AWS provider, and it was not told where to keep what is applied. Run npm run deploy:local, plan:local or destroy:local, or set GATEHOUSE_APPLIED_STORE to a folder.',
    );
  }
  const fixedTime = env.GATEHOUSE_STAND_IN_TIME;
  return {
    storeFolder,
    origins: {
      website: env.GATEHOUSE_WEBSITE_ORIGIN ?? 'http://localhost:4200',
      api: env.GATEHOUSE_API_ORIGIN ?? 'http://localhost:4203',
    },
    now: () => (fixedTime === undefined ? new Date() : new Date(fixedTime)),
  };
}
