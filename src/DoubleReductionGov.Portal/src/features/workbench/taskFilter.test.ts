import { expect, test } from 'vitest';
import { filterOf, queryOf, searchOf } from './taskFilter';

test('a filter survives the way through the address', () => {
  const address =
    'filter=%E4%BD%9C%E4%B8%9A&light=Red&state=InProgress&plan=p1&mine=1&sorting=due+desc&page=2&size=50';
  expect(searchOf(filterOf(new URLSearchParams(address))).toString()).toBe(address);
});

test('an address nobody meant is read as no filter', () => {
  const filter = filterOf(new URLSearchParams('light=Purple&state=Lost&page=-4&size=100000'));
  expect(filter).toMatchObject({ light: undefined, state: undefined, page: 1, pageSize: 100 });
});

test('the server is asked for the page by the number of tasks before it', () => {
  expect(queryOf(filterOf(new URLSearchParams('page=3')))).toMatchObject({
    skipCount: 40,
    maxResultCount: 20,
  });
});
