import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useSyncExternalStore } from 'react';
import { readCookie } from '../api/antiforgery';
import { en, type TextKey, zhHans } from '../locales/texts';

export type { TextKey };
export type Language = 'zh-Hans' | 'en';
type Values = Record<string, string | number>;

const texts: Record<Language, Record<string, string>> = { 'zh-Hans': zhHans, en };
const cultureCookie = '.AspNetCore.Culture';
const listeners = new Set<() => void>();
let current: Language = languageOfCookie(readCookie(cultureCookie));
// Also without a choice: otherwise the server would follow the browser and speak another language than the page.
rememberForServer(current);
applyToPage(current);

/** The text in the current language; `{name}` is replaced by the value of that name. */
export function t(key: TextKey, values: Values = {}): string {
  return fill(texts[current][key] ?? zhHans[key] ?? key, values);
}

/** For keys put together from what the server sends: an unknown one shows the server's own word. */
export function tOr(key: string, fallback: string): string {
  return texts[current][key] ?? (zhHans as Record<string, string>)[key] ?? fallback;
}

export function currentLanguage(): Language {
  return current;
}

export function changeLanguage(language: Language): void {
  current = language;
  rememberForServer(language);
  applyToPage(language);
  for (const listener of listeners) listener();
}

export function useLanguage(): Language {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}

export function languageOfCookie(value: string | null): Language {
  return value?.includes('c=en') ? 'en' : 'zh-Hans';
}

function rememberForServer(language: Language): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in browsers we support
  document.cookie = `${cultureCookie}=c=${language}|uic=${language};path=/;max-age=31536000;samesite=lax`;
}

function applyToPage(language: Language): void {
  dayjs.locale(language === 'en' ? 'en' : 'zh-cn');
  document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN';
}

function fill(text: string, values: Values): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
