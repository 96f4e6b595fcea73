import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { UserImportResult } from '../../api/client';
import { fakeServer } from '../../test/fakeServer';
import { renderPage } from '../../test/renderPage';
import { ImportDialog } from './ImportDialog';

function resultOf(change: Partial<UserImportResult>): UserImportResult {
  return { isDryRun: true, rowCount: 2, createdCount: 0, errors: [], accounts: [], ...change };
}

async function chooseFile() {
  renderPage(<ImportDialog onClose={() => {}} />, { at: '/administration/users' });
  const input = document.querySelector('input[type=file]');
  await userEvent.upload(input as HTMLInputElement, new File(['x'], 'users.csv', { type: 'text/csv' }));
}

test('a file with errors is not imported; each error names row and column', async () => {
  const received = fakeServer({
    'POST /api/administration/user/import': resultOf({
      errors: [{ row: 3, column: '手机号', message: '手机号格式不正确' }],
    }),
  });
  await chooseFile();
  const row = (await screen.findByText('手机号格式不正确')).closest('tr');
  expect(row).toHaveTextContent('3手机号手机号格式不正确');
  expect(screen.getByRole('button', { name: '确认导入 2 人' })).toBeDisabled();
  expect(received.map(({ query }) => query.get('isDryRun'))).toEqual(['true']);
});

test('a good file is imported after a second click, and the passwords are shown once', async () => {
  const received = fakeServer({
    'POST /api/administration/user/import': ({ query }: { query: URLSearchParams }) =>
      query.get('isDryRun') === 'true'
        ? resultOf({})
        : resultOf({
            isDryRun: false,
            createdCount: 1,
            accounts: [
              { row: 2, userName: 'chenming', password: 'Once-1', expiresAt: '2026-11-28T02:00:00Z' },
            ],
          }),
  });
  await chooseFile();
  await userEvent.click(await screen.findByRole('button', { name: '确认导入 2 人' }));
  expect(await screen.findByText('Once-1')).toBeInTheDocument();
  await waitFor(() => expect(received.map(({ query }) => query.get('isDryRun'))).toEqual(['true', 'false']));
});
