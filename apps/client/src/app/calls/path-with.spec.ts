import { pathWith } from './path-with';

describe('pathWith', () => {
  it('encodes a parameter as one segment, and a greedy one as several', () => {
    expect(pathWith('/items/{id}', { id: 'a/b c' })).toBe('/items/a%2Fb%20c');
    expect(pathWith('/files/{rest+}', { rest: 'a/b c' })).toBe('/files/a/b%20c');
  });
});
