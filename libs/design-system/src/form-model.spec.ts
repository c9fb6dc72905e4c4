import { FormModel, matching, required } from './form-model';

function makeForm() {
  const checks = {
    name: required('Enter your name.'),
    code: required('Enter the code.', matching(/^\d+$/, 'Digits only.')),
  };
  return new FormModel(checks, () => undefined);
}

describe('FormModel', () => {
  it('says nothing about a field until it was left or sent', () => {
    const { fields } = makeForm();
    expect(fields.code.problem()).toBeUndefined();
    fields.code.edit('x');
    expect(fields.code.problem()).toBeUndefined();
    fields.code.leave();
    expect(fields.code.problem()).toBe('Digits only.');
  });

  it('does not send what is not right', async () => {
    const form = makeForm();
    const action = jasmine.createSpy().and.resolveTo(undefined);
    await form.submit(action);
    expect(action).not.toHaveBeenCalled();
    expect(form.fields.name.problem()).toBe('Enter your name.');
  });

  it('checks one field by itself, for what needs no other', () => {
    const form = makeForm();
    expect(form.check('name')).toBeFalse();
    expect(form.fields.name.problem()).toBe('Enter your name.');
    expect(form.fields.code.problem()).toBeUndefined();
    form.fields.name.edit('Ada');
    expect(form.check('name')).toBeTrue();
  });

  it('sends the values, and not twice at once', async () => {
    const form = makeForm();
    form.fields.name.edit('Ada');
    form.fields.code.edit('123');
    const action = jasmine.createSpy().and.resolveTo(undefined);
    await Promise.all([form.submit(action), form.submit(action)]);
    expect(action).toHaveBeenCalledOnceWith({ name: 'Ada', code: '123' });
    expect(form.submitting()).toBeFalse();
  });

  it('shows a refusal at its field until the field is edited, and can be sent again', async () => {
    const form = makeForm();
    form.fields.name.edit('Ada');
    form.fields.code.edit('123');
    await form.submit(() => Promise.resolve({ code: 'That isn’t it.' }));
    expect(form.fields.code.problem()).toBe('That isn’t it.');
    expect(form.fields.name.problem()).toBeUndefined();
    form.fields.code.edit('124');
    expect(form.fields.code.problem()).toBeUndefined();
  });
});
