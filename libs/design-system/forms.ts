export {
  type Check,
  type Field,
  FormModel,
  injectFocus,
  matching,
  type Refusals,
  required,
} from './src/form-model';
export { TextField } from './src/text-field';
