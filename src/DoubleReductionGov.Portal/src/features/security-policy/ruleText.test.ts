import { expect, test } from 'vitest';
import type { PolicyRule } from '../../api/client';
import { overridesOf, valueText } from './ruleText';

function ruleOf(change: Partial<PolicyRule>): PolicyRule {
  return {
    key: 'PasswordMaximumAgeDays',
    name: '定期更换',
    unit: '天',
    value: 90,
    policyValue: 90,
    isDeviation: false,
    minimum: 0,
    maximum: 3650,
    dengbao3: { value: 90, source: 'GB/T 22239-2019 8.1.4.1' },
    asvs5: { value: 0, source: 'ASVS 5.0 6.2.10' },
    ...change,
  };
}

test('a number is shown with its unit', () => {
  expect(valueText(ruleOf({}), 90)).toBe('90 天');
});

test('zero is shown as what it means', () => {
  expect(valueText(ruleOf({}), 0)).toBe('不要求');
  expect(valueText(ruleOf({ key: 'MaximumSessions', unit: '个' }), 0)).toBe('不限');
});

test('a choice is shown in words', () => {
  expect(valueText(ruleOf({ key: 'SecondFactor', unit: null }), 1)).toBe('三员');
  expect(valueText(ruleOf({ key: 'CommonPasswordsRefused', unit: null }), 1)).toBe('是');
});

test('only what deviates is kept when one thing is changed', () => {
  const rules = [ruleOf({}), ruleOf({ key: 'IdleMinutes', value: 60, policyValue: 30, isDeviation: true })];
  expect(overridesOf({ rules })).toEqual({ IdleMinutes: 60 });
});
