import { fileURLToPath } from 'node:url';
import { choose, city, expect, kecheng, named, post, select, test } from './portal';

const planFile = fileURLToPath(new URL('./plans/browser-2021.yaml', import.meta.url));
const planTitle = '作业管理专项行动（浏览器测试）';
const taskTitle = '修订作业管理办法';

/** From the file of a plan to a green light on the city's wall chart, each step by the person whose step it is. */
test('a plan is imported, approved and published, a county does a task, the city verifies it', async ({ openFor }) => {
  test.setTimeout(360_000);
  const staff = await openFor(city, 'city.staff');
  const lead = await openFor(city, 'city.lead');
  const countyLead = await openFor(kecheng, 'county.lead');
  const countyStaff = await openFor(kecheng, 'county.staff');

  await test.step('the office imports the plan', async () => {
    await choose(staff, '工作计划');
    await staff.getByRole('button', { name: '导入计划' }).click();
    await staff.getByRole('dialog').locator('input[type=file]').setInputFiles(planFile);
    await expect(staff.getByRole('heading', { level: 1, name: planTitle })).toBeVisible();
  });

  await test.step('the head cannot approve it: nobody is responsible yet', async () => {
    await choose(lead, '工作计划');
    await lead.getByRole('link', { name: planTitle }).click();
    await expect(lead.getByText('还有 4 个末级任务信息不全，补全后方可审定')).toBeVisible();
    await expect(lead.getByRole('button', { name: named('审定') })).toHaveAttribute('aria-disabled', 'true');
    const id = lead.url().split('/').at(-1) ?? '';
    const plan = (await (await lead.request.get(`/api/programme/plan/${id}`)).json()) as { concurrencyStamp: string };
    const refusal = await post(lead, `/api/programme/plan/${id}/approve`, { concurrencyStamp: plan.concurrencyStamp });
    expect(refusal).toEqual({ status: 403, code: 'Programme:PlanIsIncomplete' });
  });

  await test.step('the office names the people of both departments at once', async () => {
    await staff.getByRole('button', { name: '批量指派责任人' }).click();
    await select(staff, '教育局 责任人', '林建芬');
    await select(staff, '发改 责任人', '余敏');
    await staff.getByRole('dialog').getByRole('button', { name: named('保存') }).click();
    await expect(staff.getByText('责任人已批量指派').first()).toBeVisible();
    await expect(staff.getByText('信息不全')).toHaveCount(0);
  });

  await test.step('the head approves and publishes', async () => {
    await lead.reload();
    for (const verb of ['审定', '下达']) {
      await lead.getByRole('button', { name: named(verb) }).click();
      await lead.getByRole('dialog').getByRole('button', { name: named(verb) }).click();
      await expect(lead.getByText(`计划已${verb}`).first()).toBeVisible();
    }
    await expect(lead.getByText('各县（市、区）均已接收（6/6）')).toBeVisible({ timeout: 30_000 });
  });

  await test.step('the county’s head names a person', async () => {
    await expect(async () => {
      await countyLead.goto('/workbench');
      await countyLead.getByPlaceholder('搜索序号、任务、责任人').fill(taskTitle);
      await countyLead.getByRole('link', { name: taskTitle }).click({ timeout: 3_000 });
    }).toPass({ timeout: 30_000 });
    await countyLead.getByRole('button', { name: '指派责任人' }).click();
    await select(countyLead, '责任人', '徐建芬');
    await countyLead.getByRole('dialog').getByRole('button', { name: named('确定') }).click();
    await expect(countyLead.getByText('责任人已指派').first()).toBeVisible();
  });

  await test.step('the county’s office records progress and evidence, and claims', async () => {
    await countyStaff.goto(new URL(countyLead.url()).pathname);
    await countyStaff.getByRole('button', { name: `登记进度：${taskTitle}` }).click();
    await countyStaff.getByRole('spinbutton', { name: '完成百分比' }).fill('100');
    await countyStaff.getByRole('button', { name: named('保存') }).click();
    await expect(countyStaff.getByText('进度已登记')).toBeVisible();
    await countyStaff.locator('input[type=file]').setInputFiles({
      name: '作业管理办法.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4\n1 0 obj <</Type /Catalog>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n'),
    });
    await expect(countyStaff.getByRole('link', { name: '作业管理办法.pdf', exact: true })).toBeVisible();
    await countyStaff.getByRole('button', { name: '申请销号' }).click();
    await countyStaff.getByRole('button', { name: '提交申请' }).click();
    await expect(countyStaff.getByText('已提交销号申请，等待市级核验').first()).toBeVisible();
  });

  await test.step('the city verifies, with a purpose', async () => {
    await expect(async () => {
      await staff.goto('/verifications');
      await staff.getByRole('row').filter({ hasText: taskTitle }).getByRole('link').first().click({ timeout: 3_000 });
    }).toPass({ timeout: 30_000 });
    await staff.getByRole('button', { name: '核验销号' }).click();
    await staff.getByRole('button', { name: '进入查看' }).click();
    await staff.getByRole('button', { name: '核验通过' }).click();
    await staff.getByRole('dialog').getByRole('button', { name: named('确定') }).click();
    await expect(staff.getByText('已核验通过，任务销号').first()).toBeVisible();
  });

  await test.step('the county’s cell on the wall chart turns green', async () => {
    await expect(async () => {
      await lead.goto('/wall-chart');
      const cell = lead.getByRole('link', { name: new RegExp(`${kecheng}.*${taskTitle}.*绿灯.*实际进度 100%`) });
      await expect(cell).toBeVisible({ timeout: 3_000 });
    }).toPass({ timeout: 30_000 });
  });

  await test.step('the county sees who looked in, and why', async () => {
    await choose(countyLead, '市级查看记录');
    await expect(countyLead.getByRole('row').filter({ hasText: '核验销号' }).first()).toBeVisible();
  });
});
