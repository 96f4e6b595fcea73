import { expect, test } from 'vitest';
import { csvCell, csvText } from './csv';

test.each(['=1+1', '+86', '-2', '@SUM(A1)', '\tx', ' =1'])('the text %j cannot run as a formula', (text) => {
  expect(csvCell(text)).toMatch(/^"?'/);
});

test('a number stays a number, negative or not', () => {
  expect(csvCell(-3)).toBe('-3');
});

test('commas, quotes and line ends are quoted', () => {
  expect(csvCell('甲,乙')).toBe('"甲,乙"');
  expect(csvCell('称"双减"')).toBe('"称""双减"""');
  expect(csvCell('一\n二')).toBe('"一\n二"');
});

test('nothing is an empty cell', () => {
  expect(csvCell(null)).toBe('');
  expect(csvCell(undefined)).toBe('');
});

test('a file starts with the byte order mark and ends its lines as spreadsheets do', () => {
  expect(
    csvText([
      ['亮灯', '序号'],
      ['红灯', 1],
    ]),
  ).toBe('\uFEFF亮灯,序号\r\n红灯,1');
});
