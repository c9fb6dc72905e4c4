import { Provider } from './provider';
import { providerService } from './provider-service';
import { readSettings } from './provider-settings';
import { isStartedByTerraform, servePlugin } from './plugin/serve-plugin';
import { PROVIDER_SCHEMA } from './schema/load-schemas';
import { TYPES } from './types/types';

if (isStartedByTerraform(process.env)) {
  const provider = new Provider(TYPES, () => readSettings(process.env), process.env);
  await servePlugin(providerService(provider, TYPES, PROVIDER_SCHEMA), process.env);
} else {
  process.stderr.write(
    'This is a Terraform plugin: Terraform starts it. Run npm run deploy:local, plan:local or destroy:local.\n',
  );
  process.exitCode = 1;
}
