import { isRouteKey, routes } from '@gatehouse/access';

import { groupOfRole, groupOfToken, pagePathOf, routePages, titleOf } from './route-pages';

describe('routePages', () => {
  it('has one page per row of the route table, each at an address of its own', () => {
    expect(routePages.map(({ key }) => key)).toEqual(Object.keys(routes).filter(isRouteKey));
    expect(new Set(routePages.map(({ pagePath }) => pagePath)).size).toBe(routePages.length);
  });

  it('makes addresses from method and path, and moves aside for the pages that exist anyway', () => {
    expect(pagePathOf('GET', '/secure')).toBe('secure');
    expect(pagePathOf('POST', '/vip')).toBe('post/vip');
    expect(pagePathOf('GET', '/items/{id}')).toBe('items/id');
    expect(pagePathOf('GET', '/account')).toBe('call/account');
    expect(pagePathOf('GET', '/')).toBe('call/');
  });

  it('makes titles from paths', () => {
    expect(titleOf('/secure')).toBe('Secure');
    expect(titleOf('/vip')).toBe('VIP');
    expect(titleOf('/audit-log')).toBe('Audit log');
    expect(titleOf('/')).toBe('Root');
  });

  it('says of a parameter that the path goes by it', () => {
    expect(titleOf('/reports/{id}')).toBe('Reports by id');
    expect(titleOf('/vip/{id}')).toBe('VIP by id');
    expect(titleOf('/items/{id}/notes/{note}')).toBe('Items by id, notes by note');
    expect(titleOf('/files/{rest+}')).toBe('Files by rest');
    expect(titleOf('/{id}')).toBe('By id');
  });
});

describe('groupOfRole', () => {
  it('knows the group by the end of the role name', () => {
    expect(groupOfRole('gatehouse-dev-admin')).toBe('admin');
    expect(groupOfRole('gatehouse-dev-member')).toBe('member');
    expect(groupOfRole('administrator')).toBeUndefined();
    expect(groupOfRole(undefined)).toBeUndefined();
  });
});

describe('groupOfToken', () => {
  it('is everyone’s group when the token names none that we know', () => {
    expect(groupOfToken(undefined, [])).toBe('member');
    expect(groupOfToken(undefined, ['strangers', 'admin'])).toBe('admin');
    expect(groupOfToken('gatehouse-dev-admin', [])).toBe('admin');
  });
});
