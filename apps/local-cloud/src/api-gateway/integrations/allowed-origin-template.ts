import type { HttpRequest } from '../../http/message';

/** The origin to allow for a request; `undefined` leaves the header as it is mapped. */
export type OriginChoice = (request: Pick<HttpRequest, 'rawHeaders'>) => string | undefined;

const STRING = String.raw`"([^"$#]*)"`;
const READ = String.raw`\$input\.params\(\)\.header\.get\(\s*"([Oo]rigin)"\s*\)`;
const TEMPLATE = new RegExp(
  [
    String.raw`^\s*#set\(\s*\$origin\s*=\s*${READ}\s*\)`,
    String.raw`(?:#if\(\s*\$origin\s*==\s*""\s*\)\s*#set\(\s*\$origin\s*=\s*${READ}\s*\)\s*#end)?`,
    String.raw`#if\(\s*(\$origin\s*==\s*${STRING}(?:\s*\|\|\s*\$origin\s*==\s*${STRING})*)\s*\)`,
    String.raw`#set\(\s*\$context\.responseOverride\.header\.Access-Control-Allow-Origin\s*=\s*\$origin\s*\)`,
    String.raw`#end\s*$`,
  ].join(String.raw`\s*`),
);

/**
 * The one VTL template that is emulated: the preflight answer of an API with several origins, which echoes the caller's when it is
 * in the list. Headers are read by their exact name, so a template may try a second spelling. `undefined` for any other text.
 * ```
 * #set($origin = $input.params().header.get("Origin"))
 * #if($origin == "")
 * #set($origin = $input.params().header.get("origin"))
 * #end
 * #if($origin == "https://a.example" || $origin == "https://b.example")
 * #set($context.responseOverride.header.Access-Control-Allow-Origin = $origin)
 * #end
 * ```
 * Source: API Gateway Developer Guide, "Override your API's request and response parameters and status codes".
 */
export function compileOriginChoice(template: string): OriginChoice | undefined {
  const [, first, second, list] = TEMPLATE.exec(template) ?? [];
  if (list === undefined) return undefined;
  const allowed = new Set([...list.matchAll(new RegExp(STRING, 'g'))].map((match) => match[1]));
  return ({ rawHeaders }) => {
    const sent =
      rawHeaders.find(([name]) => name === first) ?? rawHeaders.find(([name]) => name === second);
    return sent !== undefined && allowed.has(sent[1]) ? sent[1] : undefined;
  };
}
