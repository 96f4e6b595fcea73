import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { renderPage } from '../test/renderPage';
import { useListSearch } from './listSearch';

function Probe() {
  const search = useListSearch(['filter']);
  return (
    <>
      <output>{JSON.stringify(search.query)}</output>
      <button type="button" onClick={() => search.change({ filter: '开化' })}>
        filter
      </button>
      <button type="button" onClick={() => search.change({ page: '2' })}>
        page
      </button>
      <button type="button" onClick={search.reset}>
        reset
      </button>
    </>
  );
}

const asked = () => JSON.parse(screen.getByRole('status').textContent ?? '');
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

test('a new filter begins on the first page again', async () => {
  renderPage(<Probe />, { at: '/list?page=4&sorting=name' });
  expect(asked()).toEqual({ skipCount: 60, maxResultCount: 20, sorting: 'name' });
  await press('filter');
  expect(asked()).toEqual({ skipCount: 0, maxResultCount: 20, sorting: 'name', filter: '开化' });
});

test('turning the page keeps the filter, taking the filter away keeps the order', async () => {
  renderPage(<Probe />, { at: '/list?filter=x&sorting=name' });
  await press('page');
  expect(asked()).toEqual({ skipCount: 20, maxResultCount: 20, sorting: 'name', filter: 'x' });
  await press('reset');
  expect(asked()).toEqual({ skipCount: 0, maxResultCount: 20, sorting: 'name' });
});

test('what is no page number is the first page', () => {
  renderPage(<Probe />, { at: '/list?page=-3' });
  expect(asked().skipCount).toBe(0);
});
