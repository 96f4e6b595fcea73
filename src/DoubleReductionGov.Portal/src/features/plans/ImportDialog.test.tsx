import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { ApiError } from '../../api/apiError';
import { fakeServer, Refused } from '../../test/fakeServer';
import { renderPage } from '../../test/renderPage';
import { ImportDialog } from './ImportDialog';
import { planFileErrors } from './planFileErrors';

const invalid = 'Programme:PlanFileIsInvalid';

async function chooseFile(name: string) {
  const input = document.querySelector('input[type=file]');
  await userEvent.upload(input as HTMLInputElement, new File(['code: x'], name, { type: 'text/yaml' }));
}

test('a refused file lists every error with its line', async () => {
  const errors = [
    { line: 12, message: '任务“3”缺少牵头单位' },
    { line: 96, message: '任务权重合计为 98，应为 100' },
  ];
  const onImported = vi.fn();
  fakeServer({
    'POST /api/programme/plan/import': new Refused(403, {
      code: invalid,
      message: '文件有错',
      data: { errors },
    }),
  });
  renderPage(<ImportDialog onImported={onImported} onClose={() => {}} />, { at: '/plans' });
  await chooseFile('quzhou-2022.yaml');
  expect(await screen.findByText('未导入：文件存在 2 处错误')).toBeInTheDocument();
  const row = screen.getByText('任务权重合计为 98，应为 100').closest('tr') as HTMLElement;
  expect(within(row).getByText('96')).toBeInTheDocument();
  expect(onImported).not.toHaveBeenCalled();
});

test('an imported plan is handed on', async () => {
  const onImported = vi.fn();
  fakeServer({ 'POST /api/programme/plan/import': { id: 'p2', title: '2022年行动方案' } });
  renderPage(<ImportDialog onImported={onImported} onClose={() => {}} />, { at: '/plans' });
  await chooseFile('quzhou-2022.yaml');
  await vi.waitFor(() => expect(onImported).toHaveBeenCalledWith(expect.objectContaining({ id: 'p2' })));
});

test('another refusal is shown in the words of the server', async () => {
  fakeServer({
    'POST /api/programme/plan/import': new Refused(403, {
      code: 'Programme:PlanCodeExists',
      message: '计划编号已存在',
    }),
  });
  renderPage(<ImportDialog onImported={() => {}} onClose={() => {}} />, { at: '/plans' });
  await chooseFile('quzhou-2022.yaml');
  expect(await screen.findByText('计划编号已存在')).toBeInTheDocument();
});

test('without the machine-readable list the lines are read from the words', () => {
  const details = '第 12 行:缺少牵头单位\n第 31 行：牵头单位不存在\n文件不是 YAML';
  const info = { code: invalid, message: '文件有错', details, data: null, validationErrors: null };
  expect(planFileErrors(new ApiError(403, info))).toEqual([
    { line: 12, message: '缺少牵头单位' },
    { line: 31, message: '牵头单位不存在' },
    { line: null, message: '文件不是 YAML' },
  ]);
});
