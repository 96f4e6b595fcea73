import type { Page } from '@playwright/test';
import { choose, city, expect, fillSignIn, named, test } from './portal';

const userName = `browser.${Date.now().toString(36)}`;
const ownPassword = 'Orchard-Lantern-4821';

/** Does one of the acts of a row, and answers the question that comes before it. */
async function act(page: Page, row: string, verb: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^更多操作：${row}`) }).first().click();
  await page.getByRole('menuitem', { name: verb, exact: true }).click();
}

async function search(page: Page, label: string, text: string): Promise<void> {
  await page.getByPlaceholder(label).fill(text);
  await page.getByPlaceholder(label).press('Enter');
}

/** From a new account to the entry in the log, each step by the officer whose duty it is. */
test('an account is made, given a right, signed out, and all of it is on record', async ({ openFor, browser, watched }) => {
  test.setTimeout(360_000);
  const system = await openFor(city, 'city.system');
  const security = await openFor(city, 'city.security');
  const audit = await openFor(city, 'city.audit');
  const context = await browser.newContext();
  watched.add(context);
  const person = await context.newPage();
  let password = '';

  await test.step('the system administrator makes the account and reads the one-time password', async () => {
    await choose(system, '用户管理');
    await system.getByRole('button', { name: '新建用户' }).click();
    const drawer = system.getByRole('dialog');
    await drawer.getByLabel('用户名', { exact: true }).fill(userName);
    await drawer.getByLabel('姓名', { exact: true }).fill('陈明');
    await drawer.getByRole('button', { name: named('保存') }).click();
    const shown = system.getByRole('dialog').filter({ hasText: '账号已建立' });
    password = (await shown.locator('dd').nth(1).locator('code').innerText()).trim();
    await shown.getByRole('button', { name: '已妥善保存' }).click();
    await expect(shown).toHaveCount(0);
  });

  await test.step('its owner has to set a password of their own, and sees no business page', async () => {
    await fillSignIn(person, city, userName, password);
    await expect(person.getByRole('heading', { name: '修改密码' })).toBeVisible();
    await person.getByLabel('新密码', { exact: true }).fill(ownPassword);
    await person.getByLabel('再次输入新密码').fill(ownPassword);
    await person.getByRole('button', { name: '保存并继续' }).click();
    await expect(person.getByRole('heading', { level: 1, name: '个人中心' })).toBeVisible();
    await expect(person.getByRole('link', { name: '工作计划' })).toHaveCount(0);
  });

  await test.step('the security administrator grants a right, which counts at the next request', async () => {
    await choose(security, '用户管理');
    await search(security, '搜索用户名、姓名', userName);
    await act(security, userName, '查看权限');
    await security.getByPlaceholder('搜索权限').fill('Programme.Plans');
    await security.getByRole('main').getByRole('checkbox', { name: '查看方案' }).check();
    await security.getByRole('button', { name: named('保存') }).click();
    await expect(security.getByText('权限已保存，即时生效').first()).toBeVisible();
    await person.reload();
    await expect(person.getByRole('link', { name: '工作计划' })).toBeVisible();
  });

  await test.step('the security administrator ends the session: the next page is the sign-in', async () => {
    await choose(security, '在线会话');
    await search(security, '搜索用户名、姓名', userName);
    await act(security, userName, '强制下线');
    await security.getByRole('dialog').getByRole('button', { name: '强制下线' }).click();
    await expect(security.getByText('会话已结束').first()).toBeVisible();
    await person.goto('/plans');
    await expect(person).toHaveURL(/\/sign-in/);
  });

  await test.step('the audit administrator finds who made the account, and what was written', async () => {
    await choose(audit, '操作日志');
    await search(audit, '用户名', 'city.system');
    await search(audit, '请求地址包含', '/api/administration/user');
    const entry = audit.getByRole('row').filter({ hasText: 'city.system' }).filter({ hasText: 'UserAppService.CreateAsync' });
    await entry.first().getByRole('button', { name: /^详情/ }).click();
    const detail = audit.getByRole('dialog');
    await expect(detail.getByText('IdentityUser', { exact: true }).first()).toBeVisible();
    await expect(detail.getByText(userName).first()).toBeVisible();
    await expect(detail).not.toContainText(password);
    await detail.getByRole('button', { name: '关闭' }).click();
    await expect(detail).toHaveCount(0);
  });

  await test.step('and the sign-in is in the log', async () => {
    await choose(audit, '登录日志');
    await search(audit, '用户名', userName);
    await expect(audit.getByRole('cell', { name: '登录成功' }).first()).toBeVisible();
  });
  await context.close();
});

test('officers meet no business page, and are not let in by its address', async ({ openFor }) => {
  const system = await openFor(city, 'city.system');
  await expect(system.getByRole('heading', { level: 1, name: '系统管理' })).toBeVisible();
  await expect(system.getByRole('link', { name: '挂图作战', exact: true })).toHaveCount(0);
  await system.goto('/wall-chart');
  await expect(system.getByText('无权访问')).toBeVisible();
});
