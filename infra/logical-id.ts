/**
 * A Terraform name from the path of a construct: `Api/Stage/Resource` → `Api_Stage`. `Resource` says only that a construct is
 * mostly one resource. Source: Terraform language, "Identifiers".
 */
export function logicalId(path: readonly string[]): string {
  const told = path.filter((part) => part !== 'Resource');
  const id = told.map((part) => part.replace(/[^A-Za-z0-9_-]+/g, '-')).join('_');
  return /^[A-Za-z_]/.test(id) ? id : `_${id}`;
}
