import { city, demonstrationPassword, expect, fillSignIn, kecheng, named, signIn, test } from './portal';

test('a wrong password is refused without saying which part was wrong', async ({ page }) => {
  await fillSignIn(page, city, 'city.lead', 'not-the-password');
  const refusal = page.getByRole('alert');
  await expect(refusal).toBeVisible();
  const words = await refusal.innerText();
  await fillSignIn(page, city, 'nobody', 'not-the-password');
  await expect(page.getByRole('alert')).toHaveText(words);
  await expect(page).toHaveURL(/\/sign-in/);
});

test('an empty form names what is missing', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByRole('button', { name: named('登录') }).click();
  await expect(page.getByText('请输入用户名')).toBeVisible();
  await expect(page.getByText('请输入密码')).toBeVisible();
});

test('an account of one unit does not open another', async ({ page }) => {
  await fillSignIn(page, kecheng, 'city.lead', await demonstrationPassword(page));
  await expect(page.getByRole('alert')).toBeVisible();
});

test('a demonstration account fills the form', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByRole('button', { name: /使用账号 county\.staff（柯城区/ }).click();
  await page.getByRole('button', { name: named('登录') }).click();
  await expect(page.getByRole('heading', { level: 1, name: '工作台' })).toBeVisible();
});

test('signing out closes the pages', async ({ page }) => {
  await signIn(page, city, 'city.staff');
  await page.getByRole('button', { name: /当前用户/ }).click();
  await page.getByRole('menuitem', { name: '退出登录' }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await page.goto('/plans');
  await expect(page).toHaveURL(/\/sign-in/);
});
