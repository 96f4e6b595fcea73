import { expect, test } from 'vitest';
import { filterOf } from './api';
import { parametersText, shortTypeName, valueText } from './values';

test('a type is shown by its last name', () => {
  expect(shortTypeName('DoubleReductionGov.Programme.Plans.Plan')).toBe('Plan');
  expect(shortTypeName('Plan')).toBe('Plan');
});

test('a text is shown without quotes, a number as it is, nothing as a dash', () => {
  expect(valueText('"开化县"')).toBe('开化县');
  expect(valueText('33')).toBe('33');
  expect(valueText('null')).toBe('—');
  expect(valueText(null)).toBe('—');
});

test('what was cut is shown as it came', () => {
  expect(valueText('"开化')).toBe('"开化');
  expect(parametersText('{"a":')).toBe('{"a":');
});

test('the filter of the page becomes the filter of the server', () => {
  expect(filterOf({ userName: 'zuzhang', result: 'failed', minDuration: '500', statusCode: '403' })).toEqual({
    userName: 'zuzhang',
    hasException: true,
    minDurationMilliseconds: 500,
    httpStatusCode: 403,
  });
  expect(filterOf({ result: 'ok' })).toEqual({ hasException: false });
});
