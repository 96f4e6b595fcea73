import { expect, test } from 'vitest';
import { browserName } from './browser';

const chrome = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/138.0.0.0 Safari/537.36';

test('a browser is called by its name, version and system', () => {
  expect(browserName(chrome)).toBe('Chrome 138 · Windows');
  expect(browserName(`${chrome} Edg/138.0`)).toBe('Edge 138 · Windows');
});

test('what is not known is shown as it came, nothing as a dash', () => {
  expect(browserName('curl/8.5.0')).toBe('curl/8.5.0');
  expect(browserName(null)).toBe('—');
});
