/** Something that Terraform keeps as a resource of its own and AWS keeps inside another: a group of a pool, an object of a bucket. */
export interface Owned<T> {
  readonly address: string;
  /** What names the owner on AWS: an id, a name, or several joined. */
  readonly owner: string;
  readonly value: T;
}
