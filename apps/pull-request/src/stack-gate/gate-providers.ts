import { ALLOWED_PROVIDER, ALLOWED_PROVIDER_ARGUMENTS, ALLOWED_REGIONS } from './allowed';
import { blocksOf, labelsOf, quoted, refuseOthers, type Json, type Refuse } from './json';

/** @returns by what names resources may ask for a configuration: `aws`, and `aws.east` for one with that alias */
export function gateProviders(providers: Json | undefined, refuse: Refuse): ReadonlySet<string> {
  const names = new Set<string>([ALLOWED_PROVIDER]);
  for (const [provider, configurations] of labelsOf(providers, 'provider', refuse)) {
    const where = `provider.${quoted(provider)}`;
    if (provider !== ALLOWED_PROVIDER) {
      refuse(`${where} is not on the list: ${ALLOWED_PROVIDER} is.`);
      continue;
    }
    for (const configuration of blocksOf(configurations, where, refuse)) {
      refuseOthers(configuration, ALLOWED_PROVIDER_ARGUMENTS, where, refuse);
      gateRegion(configuration.region, where, refuse);
      const { alias } = configuration;
      if (typeof alias === 'string' && /^[A-Za-z_][\w-]*$/.test(alias))
        names.add(`${ALLOWED_PROVIDER}.${alias}`);
      else if (alias !== undefined) refuse(`${where}.alias must be a plain name.`);
    }
  }
  return names;
}

export function gateRegion(region: Json | undefined, where: string, refuse: Refuse): void {
  if (region === undefined || (typeof region === 'string' && ALLOWED_REGIONS.test(region))) return;
  refuse(
    `${where}.region must be the name of a region, as us-west-2, and is ${quoted(JSON.stringify(region))}.`,
  );
}
