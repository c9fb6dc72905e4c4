/** AWS would refuse, or Terraform must not go on: the message is for the person who runs it. Anything else that is thrown is our fault. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}
