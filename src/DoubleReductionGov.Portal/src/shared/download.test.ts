import { expect, test } from 'vitest';
import { fileNameOf } from './download';

test('the encoded name wins, so that Chinese names survive', () => {
  expect(fileNameOf("attachment; filename=users.csv; filename*=UTF-8''%E7%94%A8%E6%88%B7.csv")).toBe(
    '用户.csv',
  );
});

test('a plain name is taken with or without quotes', () => {
  expect(fileNameOf('attachment; filename="users.csv"')).toBe('users.csv');
  expect(fileNameOf('attachment; filename=users.csv')).toBe('users.csv');
});

test('without a header there is no name', () => {
  expect(fileNameOf(null)).toBeNull();
});
