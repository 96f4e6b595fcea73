import { afterEach, expect, test } from 'vitest';
import { en, zhHans } from '../locales/texts';
import { changeLanguage, languageOfCookie, t, tOr } from './language';

afterEach(() => changeLanguage('zh-Hans'));

test('a text is given in the chosen language', () => {
  expect(t('light.Red')).toBe('红灯');
  changeLanguage('en');
  expect(t('light.Red')).toBe('Red');
});

test('values take their places in the text', () => {
  expect(t('page.total', { total: 24 })).toBe('共 24 条');
});

test('a place without a value stays visible', () => {
  expect(t('page.total')).toBe('共 {total} 条');
});

test('a word the server invents later is shown as it came', () => {
  expect(tOr('task.kind.Merged', 'Merged')).toBe('Merged');
  expect(tOr('task.kind.Claimed', 'Claimed')).toBe('申请销号');
});

test('the choice is kept in the culture cookie of the server', () => {
  changeLanguage('en');
  expect(document.cookie).toContain('.AspNetCore.Culture=c=en|uic=en');
  expect(document.documentElement.lang).toBe('en');
});

test('the culture cookie decides the language, Chinese without it', () => {
  expect(languageOfCookie('c=en|uic=en')).toBe('en');
  expect(languageOfCookie('c=zh-Hans|uic=zh-Hans')).toBe('zh-Hans');
  expect(languageOfCookie(null)).toBe('zh-Hans');
});

test('both languages have the same places for values', () => {
  const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
  for (const key of Object.keys(zhHans) as (keyof typeof zhHans)[]) {
    expect(places(en[key]), key).toEqual(places(zhHans[key]));
  }
});
