import { expect, test } from 'vitest';
import type { Step } from '../../api/client';
import { fullTaskOf } from '../../test/cast';
import { closedReason, missingForClaim } from './claimReadiness';
import { evidenceRefusal } from './evidenceRules';
import { lightSentence } from './lightSentence';

const evidence = {
  id: 'e',
  stepId: null,
  fileName: '方案.pdf',
  contentType: 'application/pdf',
  size: 1,
  uploadedBy: '赵丽',
  uploadedAt: '2021-12-01T00:00:00Z',
};

test('a task that is done, has a person and its evidence lacks nothing', () => {
  expect(missingForClaim(fullTaskOf({ progress: 100, evidence: [evidence] }))).toEqual([]);
});

test('each thing a claim lacks is a sentence of its own', () => {
  const step = { number: '1.2', title: '建立平台', progress: 40 } as Step;
  const task = fullTaskOf({ personId: null, steps: [step] });
  expect(missingForClaim(task)).toEqual([
    '尚未指派责任人',
    '分步任务 1.2“建立平台”仅完成 40%',
    '尚未上传佐证材料：印发的文件',
  ]);
});

test('a number that is not reached is named with its target', () => {
  const measure = { kind: 'Number' as const, text: '教共体', target: 12, unit: '家', shares: null };
  expect(missingForClaim(fullTaskOf({ measure, value: 9 }))).toEqual(['完成数量 9 未达到目标 12 家']);
});

test('a claimed or closed task says why it cannot be changed', () => {
  expect(closedReason(fullTaskOf({ state: 'InProgress' }))).toBeNull();
  expect(closedReason(fullTaskOf({ state: 'Claimed' }))).toContain('等待市级核验');
  expect(closedReason(fullTaskOf({ state: 'Done' }))).toContain('已销号');
});

test.each([
  ['报告.pdf', 1, null],
  ['照片.JPG', 20 * 1024 * 1024, null],
  ['报告.pdf', 20 * 1024 * 1024 + 1, '超过 20 MB'],
  ['程序.exe', 1, '不在允许范围'],
  ['无后缀', 1, '不在允许范围'],
  ['空.pdf', 0, '为空'],
])('the file %s of %d bytes is judged before it is sent', (name, size, refusal) => {
  const said = evidenceRefusal({ name, size });
  if (refusal === null) expect(said).toBeNull();
  else expect(said).toContain(refusal);
});

test('the light is explained by the figures and the rule that decided', () => {
  expect(lightSentence(fullTaskOf().lightReason)).toBe(
    '计划进度 82%，实际进度 33%，滞后 49 个百分点；距到期 21 天。 滞后达到 25 个百分点及以上，亮红灯。',
  );
});
