/**
 * Text that Terraform must not read as a template. cdktf escapes neither `${` nor `%{`.
 * Source: Terraform language, "Strings and Templates", escape sequences.
 */
export function literal(text: string): string {
  // By function: in a replacement text, `$$` would mean one `$`.
  return text.replace(/[$%]\{/g, (opening) => opening.charAt(0) + opening);
}
