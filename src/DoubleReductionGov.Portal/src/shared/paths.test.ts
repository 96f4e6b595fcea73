import { expect, test } from 'vitest';
import { safeReturnPath } from './paths';

test('after signing in one returns to the page one came from', () => {
  expect(safeReturnPath('/tasks/1?tab=history')).toBe('/tasks/1?tab=history');
});

test.each(['https://evil.example', '//evil.example', '/\\evil.example', null])(
  '%j is not followed',
  (value) => {
    expect(safeReturnPath(value)).toBe('/');
  },
);
