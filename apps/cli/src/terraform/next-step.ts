/** What cdktf calls it. */
export const COMMANDS = { deploy: 'deploy', plan: 'diff', destroy: 'destroy' } as const;

export type Command = keyof typeof COMMANDS;

interface Ended {
  readonly environment: string;
  /** Whether a local cloud runs that takes over what is applied. */
  readonly isFollowed: boolean;
  /** Of a plan: whether it changes anything. */
  readonly changesAnything?: boolean;
}

/**
 * What a person does after a command that ended well: Terraform's own words name commands that would find no state here, and know
 * nothing of a local cloud.
 * @returns undefined where there is nothing to do
 */
export function nextStep(
  command: Command,
  { environment, isFollowed, changesAnything = true }: Ended,
): string | undefined {
  const chosen = environment === 'dev' ? '' : ` --env ${environment}`;
  switch (command) {
    case 'plan':
      return changesAnything ? 'To apply this: npm run deploy:local' : undefined;
    case 'deploy':
      return isFollowed
        ? `Applied. The local cloud that runs takes it over now. If it served the synthesized stack until now, the user pool is another one: accounts of before stay with that stack, which a plain npm start serves again.`
        : `Applied. To serve it: npm start -- --applied${chosen}`;
    case 'destroy':
      return isFollowed
        ? 'Destroyed. If the local cloud that runs served it, requests are refused now: restart npm start to serve the synthesized stack.'
        : undefined;
  }
}
