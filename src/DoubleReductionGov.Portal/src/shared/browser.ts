const browsers: [RegExp, string][] = [
  [/Edg\/(\d+)/, 'Edge'],
  [/Firefox\/(\d+)/, 'Firefox'],
  [/Chrome\/(\d+)/, 'Chrome'],
  [/Version\/(\d+).*Safari/, 'Safari'],
];
const systems: [RegExp, string][] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

/** "Chrome 138 · Windows" of what a browser says of itself; what is not known is shown as it came. */
export function browserName(userAgent: string | null): string {
  if (!userAgent) return '—';
  const browser = browsers.find(([pattern]) => pattern.test(userAgent));
  if (!browser) return userAgent;
  const version = browser[0].exec(userAgent)?.[1] ?? '';
  const system = systems.find(([pattern]) => pattern.test(userAgent))?.[1];
  return [`${browser[1]} ${version}`, system].filter(Boolean).join(' · ');
}
