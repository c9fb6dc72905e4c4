import { TerraformJsonError } from './terraform-json-error';
import type { Json } from './value';

/** @param advice what to do about a text that is not JSON: `Make the file with: terraform show -json > state.json` */
export function parseJson(text: string, fileName: string, advice: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch (cause) {
    throw new TerraformJsonError(
      'ERR_TERRAFORM_INVALID_JSON',
      `${fileName} is not JSON (${cause instanceof Error ? cause.message : String(cause)}). ${advice}.`,
      { cause },
    );
  }
}
