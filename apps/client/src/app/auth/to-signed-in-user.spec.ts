import { toSignedInUser } from './to-signed-in-user';

describe('toSignedInUser', () => {
  it('reads name, groups and the name of the preferred role', () => {
    const user = toSignedInUser({
      sub: '1',
      'cognito:username': 'admin',
      'cognito:groups': ['admin', 7],
      'cognito:preferred_role': 'arn:aws:iam::123456789012:role/gatehouse-dev-admin',
      email: 'admin@example.com',
      name: '',
    });
    expect(user).toEqual({
      username: 'admin',
      name: undefined,
      email: 'admin@example.com',
      groups: ['admin'],
      preferredRole: 'gatehouse-dev-admin',
    });
  });

  it('takes a token without groups', () => {
    expect(toSignedInUser({ sub: '1' })).toEqual(
      jasmine.objectContaining({ username: '1', groups: [], preferredRole: undefined }),
    );
  });
});
