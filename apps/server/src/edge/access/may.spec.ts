import type { Actor, Role } from '@app/kernel/actor.js';
import { systemActor } from '@app/kernel/actor.js';
import type { Who } from './allow.decorator.js';
import { may } from './may.js';

const someone = (...roles: Role[]): Actor => ({ kind: 'person', id: 'p', roles, authorityIds: [] });
const ASKING = {
  nobody: undefined,
  'without a role': someone(),
  staff: someone('staff'),
  editor: someone('editor'),
  'staff and editor': someone('staff', 'editor'),
  admin: someone('admin'),
};

describe('who may use a route', () => {
  it.each<[Who[], (keyof typeof ASKING)[]]>([
    [['everyone'], ['nobody', 'without a role', 'staff', 'editor', 'staff and editor', 'admin']],
    [['signed-in'], ['without a role', 'staff', 'editor', 'staff and editor', 'admin']],
    [['staff'], ['staff', 'staff and editor', 'admin']],
    [['editor'], ['editor', 'staff and editor', 'admin']],
    [
      ['staff', 'editor'],
      ['staff', 'editor', 'staff and editor', 'admin'],
    ],
    [['admin'], ['admin']],
    [[], []],
  ])('that allows %j: %j', (who, allowed) => {
    const names = Object.keys(ASKING) as (keyof typeof ASKING)[];
    expect(names.filter((name) => may(who, ASKING[name]))).toEqual(allowed);
  });

  it('that names nobody: not even an administrator or the system', () => {
    expect(may(undefined, someone('admin'))).toBe(false);
    expect(may(undefined, systemActor('task'))).toBe(false);
  });
});
