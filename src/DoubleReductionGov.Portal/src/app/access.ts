import type { Can } from '../shared/permissions';
import type { Page } from './pages';

export function mayOpen(page: Pick<Page, 'anyOf'>, can: Can): boolean {
  return page.anyOf.some(can);
}

export type MenuPage = Page & { menu: NonNullable<Page['menu']> };

export function menuOf(pages: Page[], can: Can): MenuPage[] {
  return pages.filter((page): page is MenuPage => page.menu !== undefined && mayOpen(page, can));
}

/** Where a user lands: the first page of their own menu. */
export function firstPathOf(pages: Page[], can: Can): string | null {
  return menuOf(pages, can)[0]?.path ?? null;
}
