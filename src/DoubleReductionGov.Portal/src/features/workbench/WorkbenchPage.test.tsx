import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { permissions } from '../../shared/permissions';
import { configurationOf, kaihua, summary, taskOf } from '../../test/cast';
import { fakeServer, Refused } from '../../test/fakeServer';
import { renderPage } from '../../test/renderPage';
import WorkbenchPage from './WorkbenchPage';

const red = taskOf();
const extended = taskOf({
  id: '00000000-0000-0000-0000-000000000002',
  number: '8',
  title: '落实课后服务经费保障办法',
  light: 'Yellow',
  due: '2022-01-15',
  originalDue: '2021-12-15',
  personId: null,
  personName: null,
});
const answers = {
  'GET /api/programme/task/summary': summary,
  'GET /api/programme/task': { totalCount: 2, items: [red, extended] },
};
const configuration = configurationOf([permissions.tasks], kaihua);

const open = (at = '/workbench') => renderPage(<WorkbenchPage />, { at, configuration });
const lastList = (received: ReturnType<typeof fakeServer>) =>
  received.filter(({ path }) => path === '/api/programme/task').at(-1);

test('the table shows light, number, title, person, due date and progress as the server sent them', async () => {
  fakeServer(answers);
  open();
  const link = await screen.findByRole('link', { name: red.title });
  const row = within(link.closest('tr') as HTMLElement);
  expect(row.getByText('红灯')).toBeInTheDocument();
  expect(row.getByText('赵丽')).toBeInTheDocument();
  expect(row.getByRole('img', { name: '实际进度 33%，计划进度 82%' })).toBeInTheDocument();
  expect(link).toHaveAttribute('href', `/tasks/${red.id}`);
});

test('an extended task shows its first due date struck out, a missing person is said', async () => {
  fakeServer(answers);
  open();
  const row = (await screen.findByRole('link', { name: extended.title })).closest('tr') as HTMLElement;
  expect(row.querySelector('del')).toHaveTextContent('2021-12-15');
  expect(within(row).getByText('未指派')).toBeInTheDocument();
});

test('a click on a column head asks the server for that order and keeps it in the address', async () => {
  const received = fakeServer(answers);
  const { router } = open();
  await screen.findByRole('link', { name: red.title });
  expect(lastList(received)?.query.get('sorting')).toBeNull();
  await userEvent.click(screen.getByRole('columnheader', { name: /完成时限/ }));
  await waitFor(() => expect(lastList(received)?.query.get('sorting')).toBe('due asc'));
  expect(router.state.location.search).toBe('?sorting=due+asc');
});

test('a tile filters the table, a second click shows everything again', async () => {
  const received = fakeServer(answers);
  open();
  const tile = await screen.findByRole('button', { name: '只看红灯：6 项' });
  await userEvent.click(tile);
  await waitFor(() => expect(lastList(received)?.query.get('light')).toBe('Red'));
  expect(tile).toHaveAttribute('aria-pressed', 'true');
  await userEvent.click(screen.getByRole('button', { name: '只看红灯：6 项' }));
  await waitFor(() => expect(tile).toHaveAttribute('aria-pressed', 'false'));
});

test('filters and page come from the address', async () => {
  const received = fakeServer(answers);
  open('/workbench?light=Yellow&state=Returned&mine=1&page=3');
  await screen.findByRole('link', { name: red.title });
  const query = Object.fromEntries(lastList(received)?.query ?? []);
  expect(query).toEqual({
    light: 'Yellow',
    state: 'Returned',
    mine: 'true',
    skipCount: '40',
    maxResultCount: '20',
  });
});

test('when the tasks cannot be loaded the page says why and offers another try', async () => {
  fakeServer({ ...answers, 'GET /api/programme/task': new Refused(500, { message: '服务暂不可用' }) });
  open();
  expect(await screen.findByText('服务暂不可用')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: '重试' })).toBeInTheDocument();
});
