import { type BrowserContext, expect, type Page, test as base } from '@playwright/test';

interface SignInOptions {
  demonstration: { password: string } | null;
}

export const city = '市级';
export const kecheng = '柯城区';

interface Fixtures {
  watched: Watch;
  /** Opens a page for someone, in a browser that knows nobody else. */
  openFor: (unit: string, userName: string) => Promise<Page>;
}

/** Every test also proves that the browser asks nobody but the host, and that no page throws. */
class Watch {
  readonly strangers: string[] = [];
  readonly exceptions: string[] = [];

  constructor(private readonly host: string) {}

  add(context: BrowserContext): void {
    context.on('request', (request) => {
      const address = request.url();
      if (!address.startsWith(`${this.host}/`) && !/^(data|blob):/.test(address)) this.strangers.push(address);
    });
    context.on('weberror', (error) => this.exceptions.push(error.error().message));
  }
}

export const test = base.extend<Fixtures>({
  watched: [
    async ({ context, baseURL }, use) => {
      const watch = new Watch(baseURL ?? '');
      watch.add(context);
      await use(watch);
      expect(watch.strangers, 'requests to other servers').toEqual([]);
      expect(watch.exceptions, 'exceptions in pages').toEqual([]);
    },
    { auto: true },
  ],
  openFor: async ({ browser, watched }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (unit, userName) => {
      const context = await browser.newContext();
      contexts.push(context);
      watched.add(context);
      const page = await context.newPage();
      await signIn(page, unit, userName);
      return page;
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
});

export { expect };

export async function demonstrationPassword(page: Page): Promise<string> {
  const answer = await page.request.get('/api/account/sign-in-options');
  const options = (await answer.json()) as SignInOptions;
  expect(options.demonstration, 'the host under test has the demonstration city').not.toBeNull();
  return options.demonstration?.password ?? '';
}

export async function fillSignIn(page: Page, unit: string, userName: string, password: string): Promise<void> {
  await page.goto('/sign-in');
  await page.locator('label').filter({ hasText: unit }).click();
  await page.getByLabel('用户名', { exact: true }).fill(userName);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: named('登录') }).click();
}

export async function signIn(page: Page, unit: string, userName: string): Promise<void> {
  await fillSignIn(page, unit, userName, await demonstrationPassword(page));
  await expect(page.getByRole('navigation', { name: '主导航' })).toBeVisible();
}

export async function choose(page: Page, menu: string): Promise<void> {
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: menu }).click();
}

/** Until the heading is there and nothing on the page is being waited for. */
export async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('status', { name: '正在加载…' })).toHaveCount(0);
  await page.evaluate(() => document.fonts.ready);
}

/** The component library puts a space between the two characters of a short label. */
export function named(label: string): RegExp {
  return new RegExp(`^${[...label].join(' ?')}$`);
}

/** Opens a select of the component library by its label and takes the option that has the text. */
export async function select(page: Page, label: string, option: string): Promise<void> {
  const box = page.getByRole('combobox', { name: label });
  await box.click();
  await box.fill(option);
  await page.locator('.ant-select-item-option').filter({ hasText: option, visible: true }).click();
}

/** Asks the server itself, as the page's user and past the page's own checks. */
export async function post(page: Page, path: string, data: object): Promise<{ status: number; code: string | undefined }> {
  const token = (await page.context().cookies()).find(({ name }) => name === 'XSRF-TOKEN');
  const answer = await page.request.post(path, { data, headers: { RequestVerificationToken: token?.value ?? '' } });
  const body = answer.ok() ? {} : ((await answer.json()) as { error?: { code?: string } });
  return { status: answer.status(), code: body.error?.code };
}
