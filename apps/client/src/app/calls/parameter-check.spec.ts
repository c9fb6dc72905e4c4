import { parameterCheck } from './parameter-check';

describe('parameterCheck', () => {
  it('asks for a value that is missing', () => {
    const check = parameterCheck('/items/{id}', 'id');
    expect(check('')).toContain('Enter the id');
    expect(check(' ')).toContain('Enter the id');
    expect(check('42')).toBeUndefined();
  });

  it('refuses the dots that an address loses, and no others', () => {
    const check = parameterCheck('/items/{id}', 'id');
    for (const dots of ['.', '..']) expect(check(dots)).toContain('out of an address');
    for (const fine of ['...', '1.5', '../x', '%2e']) expect(check(fine)).toBeUndefined();
  });

  it('looks at every segment of a parameter that takes several', () => {
    const check = parameterCheck('/files/{rest+}', 'rest');
    expect(check('a/../b')).toContain('out of an address');
    expect(check('a/b')).toBeUndefined();
  });
});
