import { isList, quoted, type Json, type Refuse } from './json';

/** `aws_iam_role.member`, `module.a["b"].aws_x.y[0]`, `tags`, `all`. */
const ADDRESS = /^[A-Za-z_][\w-]*(?:\.[\w*-]+|\[(?:\d+|\*|"[^"\\$%]*")\])*$/;

/**
 * Terraform reads a text in these places as an expression, without any `${`. Only what names something is let through.
 * Source: Terraform language, "JSON Configuration Syntax", "Mapping from blocks".
 */
export function gateAddresses(value: Json | undefined, where: string, refuse: Refuse): void {
  if (value === undefined) return;
  for (const address of isList(value) ? value : [value]) {
    if (typeof address !== 'string' || !ADDRESS.test(address))
      refuse(`${where} must name what is in a stack, and has ${quoted(JSON.stringify(address))}.`);
  }
}
