import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const files = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(ts|tsx|css)$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
  .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));

function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  const found = [...text.matchAll(/(?:from|import)\s*\(?'(\.[^']+)'/g)].map((match) => match[1] ?? '');
  return found.map((path) => relative(root, join(root, file, '..', path)).replaceAll('\\', '/'));
}

const featureOf = (file: string) => /^features\/([^/]+)\//.exec(file)?.[1];

test('the guards find the source files', () => {
  expect(files.length).toBeGreaterThan(100);
  expect(importsOf('app/pages.tsx')).toContain('features/workbench/WorkbenchPage');
});

test('a feature imports no other feature and nothing of the app', () => {
  const wrong = files.flatMap((file) => {
    const own = featureOf(file);
    if (!own) return [];
    const foreign = importsOf(file).filter(
      (path) => path.startsWith('app/') || (featureOf(path) ?? own) !== own,
    );
    return foreign.map((path) => `${file} -> ${path}`);
  });
  expect(wrong).toEqual([]);
});

test('what is shared knows neither features nor the app', () => {
  const wrong = files
    .filter((file) => /^(shared|api|locales)\//.test(file))
    .flatMap((file) => importsOf(file).map((path) => ({ file, path })))
    .filter(({ path }) => /^(features|app)\//.test(path));
  expect(wrong).toEqual([]);
});

test('only the client knows the generated types', () => {
  const wrong = files.filter((file) => importsOf(file).includes('api/schema') && file !== 'api/client.ts');
  expect(wrong).toEqual([]);
});

test('there is no index file to hide what is imported', () => {
  expect(files.filter((file) => /(^|\/)index\.tsx?$/.test(file))).toEqual([]);
});

test('no file is longer than 300 lines, style sheets 360', () => {
  const long = files.filter((file) => {
    const lines = readFileSync(join(root, file), 'utf8').split('\n').length;
    return lines > (file.endsWith('.css') ? 360 : 300);
  });
  expect(long).toEqual([]);
});
