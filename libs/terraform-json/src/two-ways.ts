/** What to do about a configuration that goes beyond what is read, as two sentences. */
export const TWO_WAYS =
  'Keep to what docs/any-stack.md lists, or let Terraform resolve it: apply it, and start from the state that terraform show -json prints (npm start -- --state state.json).';
