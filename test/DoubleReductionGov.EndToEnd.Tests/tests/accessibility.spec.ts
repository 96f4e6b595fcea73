import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { city, expect, kecheng, settled, signIn, test } from './portal';

async function expectNoViolation(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await settled(page);
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ target }) => target.join(' ')).join(', ')}`);
  expect(found, `axe on ${path}`).toEqual([]);
}

test('signing in is accessible', async ({ page }) => {
  await expectNoViolation(page, '/sign-in');
});

for (const path of ['/wall-chart', '/timeline', '/plans', '/verifications', '/wall-chart/screen', '/wall-chart/print']) {
  test(`the city’s page ${path} is accessible`, async ({ page }) => {
    await signIn(page, city, 'city.staff');
    await expectNoViolation(page, path);
  });
}

test('the page of a plan is accessible', async ({ page }) => {
  await signIn(page, city, 'city.staff');
  await page.goto('/plans');
  await page.getByRole('table').getByRole('link').first().click();
  await expect(page).toHaveURL(/\/plans\/.+/);
  await expectNoViolation(page, page.url());
});

for (const path of ['/workbench', '/timeline', '/visits']) {
  test(`a county’s page ${path} is accessible`, async ({ page }) => {
    await signIn(page, kecheng, 'county.lead');
    await expectNoViolation(page, path);
  });
}

test('the page of a task is accessible', async ({ page }) => {
  await signIn(page, kecheng, 'county.lead');
  await page.goto('/workbench');
  await page.getByRole('table').getByRole('link').first().click();
  await expect(page).toHaveURL(/\/tasks\/.+/);
  await expectNoViolation(page, page.url());
});

const offices = {
  'city.system': ['/administration', '/administration/users', '/administration/counties', '/administration/parked-events'],
  'city.security': [
    '/administration/users',
    '/administration/roles',
    '/administration/duties',
    '/administration/sessions',
    '/administration/security-policy',
    '/administration/api-clients',
  ],
  'city.audit': ['/administration/security-log', '/administration/audit-log', '/account', '/notices', '/notices/preference'],
};
for (const [userName, paths] of Object.entries(offices)) {
  test(`the pages of ${userName} are accessible`, async ({ page }) => {
    await signIn(page, city, userName);
    for (const path of paths) await expectNoViolation(page, path);
  });
}

test('the rights of a role are accessible', async ({ page }) => {
  await signIn(page, city, 'city.security');
  await page.goto('/administration/roles');
  await page.getByRole('table').getByRole('link').first().click();
  await expect(page).toHaveURL(/\/rights$/);
  await expectNoViolation(page, page.url());
});
