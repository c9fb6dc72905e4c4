import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { openAppliedStore, type AppliedStore } from '@gatehouse/applied-store';
import { parseTerraformJson } from '@gatehouse/terraform-json';

import { localAttributes } from '../../apps/local-cloud/src/boot/local-attributes';
import { placeStack } from '../../apps/local-cloud/src/boot/place-stack';
import {
  appliedResources,
  type StateResource,
} from '../../libs/auth-model/src/testing/state.fixture';
import { STACK } from './refused-start';

/** Another start's: nobody listens there. */
const AT_APPLY = { website: 'http://localhost:9200', api: 'http://localhost:9203' };

const FILE_ARGUMENT: Readonly<Record<string, string>> = {
  aws_lambda_function: 'filename',
  aws_s3_object: 'source',
};

/** What Terraform would hold after applying the synthesized stack, with the addresses of another start in it. */
export function synthesizedAsApplied(): readonly StateResource[] {
  const text = readFileSync(join(STACK, 'cdk.tf.json'), 'utf8');
  const places = placeStack(parseTerraformJson(text, 'cdk.tf.json'), AT_APPLY, []);
  return appliedResources(text, localAttributes(places));
}

/** Puts the synthesized stack into a store, as the stand-in for the AWS provider would. */
export function applyInto(folder: string): AppliedStore {
  const store = openAppliedStore(folder);
  for (const { address, type, values } of synthesizedAsApplied()) {
    const argument = FILE_ARGUMENT[type];
    const file = argument === undefined ? undefined : values[argument];
    const content =
      typeof file === 'string' && file !== ''
        ? { content: store.keepContent(join(STACK, file)) }
        : {};
    if (!store.add({ type, id: idOf(address, values.id), values, ...content })) {
      throw new Error(`${address} has the id of another`);
    }
  }
  return store;
}

function idOf(address: string, id: unknown): string {
  return typeof id === 'string' && id !== '' ? id : address;
}
