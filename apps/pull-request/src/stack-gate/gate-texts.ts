import { ALLOWED_FUNCTIONS, REFUSED_NAMES } from './allowed';
import { isList, isObject, quoted, type Json, type Refuse } from './json';
import { TemplateProblem, templateCalls } from './template-calls';

/** As deep as a stack may nest; ours has 12 levels. */
const MAX_DEPTH = 64;

/** Every text of a stack, wherever it stands: of a map, Terraform evaluates the names of members, too. */
export function gateTexts(value: Json, refuse: Refuse, where = '', depth = 0): void {
  if (depth > MAX_DEPTH) {
    refuse(`${quoted(where)} nests deeper than ${MAX_DEPTH} levels.`);
  } else if (typeof value === 'string') {
    gateText(value, where, refuse);
  } else if (isList(value)) {
    for (const [at, item] of value.entries()) gateTexts(item, refuse, `${where}[${at}]`, depth + 1);
  } else if (isObject(value)) {
    for (const [name, member] of Object.entries(value)) {
      const place = where === '' ? name : `${where}.${name}`;
      if (REFUSED_NAMES.some((refused) => refused === name))
        refuse(`${quoted(place)} is refused: it runs programs, or opens a connection for them.`);
      gateText(name, place, refuse);
      gateTexts(member, refuse, place, depth + 1);
    }
  }
}

function gateText(text: string, where: string, refuse: Refuse): void {
  if (/\p{Cs}/u.test(text))
    refuse(`${quoted(where)} has half a character, which Terraform replaces by another.`);
  try {
    for (const name of templateCalls(text)) {
      if (!ALLOWED_FUNCTIONS.some((allowed) => allowed === name))
        refuse(
          `${quoted(where)} calls ${quoted(name)}, which is not on the list of functions that only compute.`,
        );
    }
  } catch (error) {
    if (!(error instanceof TemplateProblem)) throw error;
    refuse(`${quoted(where)} has a template that cannot be told to be harmless: ${error.message}.`);
  }
}
