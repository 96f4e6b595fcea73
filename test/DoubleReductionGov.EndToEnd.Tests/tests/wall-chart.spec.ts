import type { Page } from '@playwright/test';
import { city, expect, settled, signIn, test } from './portal';

/** The demonstration's plan is asked for by name: other tests publish newer ones. */
async function demonstrationPlan(page: Page): Promise<string> {
  const answer = await page.request.get('/api/programme/wall-chart');
  const { plans } = (await answer.json()) as { plans: { id: string; title: string }[] };
  const plan = plans.find(({ title }) => title.includes('“双减”重点任务'));
  expect(plan, 'the plan of the demonstration city').toBeDefined();
  return plan?.id ?? '';
}

const pointsPerMillimetre = 72 / 25.4;

test('the wall chart prints on one sheet of A3', async ({ page }, testInfo) => {
  await signIn(page, city, 'city.lead');
  await page.goto(`/wall-chart/print?plan=${await demonstrationPlan(page)}`);
  await settled(page);
  await expect(page.getByRole('row')).toHaveCount(28);
  const sheet = await page.pdf({ path: testInfo.outputPath('wall-chart.pdf'), preferCSSPageSize: true, printBackground: true });
  const sizes = [...sheet.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
  expect(sizes.map(([, width, height]) => [Number(width), Number(height)].map((points) => Math.round(points / pointsPerMillimetre)))).toEqual([
    [420, 297],
  ]);
});

test('the wall chart names every county', async ({ page }) => {
  await signIn(page, city, 'city.lead');
  await page.goto(`/wall-chart?plan=${await demonstrationPlan(page)}`);
  await settled(page);
  for (const county of ['柯城区', '衢江区', '龙游县', '江山市', '常山县', '开化县']) {
    await expect(page.getByText(county, { exact: true }).first()).toBeVisible();
  }
});
