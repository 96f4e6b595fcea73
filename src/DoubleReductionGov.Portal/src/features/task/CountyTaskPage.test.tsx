import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { permissions } from '../../shared/permissions';
import { configurationOf, fullTaskOf, kaihua } from '../../test/cast';
import { fakeServer, type Received, Refused } from '../../test/fakeServer';
import { renderPage } from '../../test/renderPage';
import CountyTaskPage from './CountyTaskPage';

const task = fullTaskOf({ state: 'Claimed', progress: 100, light: 'Green' });
const taskPath = `/api/programme/county-task/${task.id}`;
const verifyPath = `/api/programme/verification/${task.id}/verify`;
const waiting = {
  kind: 'Claim',
  countyId: kaihua.id,
  countyName: kaihua.name,
  taskId: task.id,
  mine: true,
};
const answers = {
  [`GET ${taskPath}`]: task,
  [`GET ${taskPath}/history`]: { totalCount: 0, items: [] },
  'GET /api/directory/county': { items: [{ ...kaihua, code: '330824' }] },
  'GET /api/programme/verification': { items: [waiting] },
};
const configuration = configurationOf([permissions.enterCounty, permissions.verificationsDecide], null);

function openPage() {
  return renderPage(<CountyTaskPage />, {
    at: `/county-tasks/${kaihua.id}/${task.id}`,
    route: '/county-tasks/:countyId/:id',
    configuration,
  });
}

async function enterFor(purpose: string) {
  await userEvent.click(await screen.findByRole('button', { name: purpose }));
  await userEvent.click(screen.getByRole('button', { name: '进入查看' }));
}

const requestsOf = (received: Received[]) => received.filter(({ path }) => path === taskPath);

let received: Received[];
beforeEach(() => {
  received = fakeServer(answers);
});

test('nothing of the county is asked for before a purpose is given', async () => {
  openPage();
  await screen.findByRole('dialog');
  expect(screen.getByRole('button', { name: '进入查看' })).toBeDisabled();
  expect(received).toEqual([]);
});

test('the purpose goes with the request, and the page says that it was recorded', async () => {
  openPage();
  await enterFor('核验销号');
  expect(await screen.findByText(/查看事由“核验销号”已记入开化县的查看记录/)).toBeInTheDocument();
  expect(Object.fromEntries(requestsOf(received)[0]?.query ?? [])).toEqual({
    countyId: kaihua.id,
    purpose: '核验销号',
  });
});

test('the issuing department verifies, without a second visit being recorded', async () => {
  received = fakeServer({ ...answers, [`POST ${verifyPath}`]: { ...task, state: 'Done' } });
  openPage();
  await enterFor('核验销号');
  await userEvent.click(await screen.findByRole('button', { name: '核验通过' }));
  await userEvent.click(await screen.findByRole('button', { name: '确定' }));
  expect(await screen.findByText('已销号')).toBeInTheDocument();
  const sent = received.find(({ path }) => path === verifyPath);
  expect(sent?.body).toEqual({ countyId: kaihua.id, note: null, concurrencyStamp: 'stamp' });
  expect(requestsOf(received)).toHaveLength(1);
});

test('another department sees the buttons with the reason why it may not', async () => {
  received = fakeServer({
    ...answers,
    'GET /api/programme/verification': { items: [{ ...waiting, mine: false }] },
  });
  openPage();
  await enterFor('调研指导');
  const button = await screen.findByRole('button', { name: '核验通过' });
  await waitFor(() => expect(button).toHaveAttribute('aria-disabled', 'true'));
  await userEvent.hover(button);
  expect(await screen.findByText('仅发布单位“市教育局”可以办理')).toBeInTheDocument();
});

test('when someone else was faster, the task is loaded again on request', async () => {
  received = fakeServer({ ...answers, [`POST ${verifyPath}`]: new Refused(409, { message: '已被修改' }) });
  openPage();
  await enterFor('核验销号');
  await userEvent.click(await screen.findByRole('button', { name: '核验通过' }));
  await userEvent.click(await screen.findByRole('button', { name: '确定' }));
  expect(await screen.findByText(/您的修改尚未保存/)).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: '重新加载' }));
  await waitFor(() => expect(requestsOf(received)).toHaveLength(2));
});
