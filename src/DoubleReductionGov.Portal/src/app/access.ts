import { paths } from '../shared/paths';
import type { Can } from '../shared/permissions';
import type { Page } from './pages';

export function mayOpen(page: Pick<Page, 'anyOf'>, can: Can): boolean {
  return page.anyOf === 'everyone' || page.anyOf.some(can);
}

export type MenuPage = Page & { menu: NonNullable<Page['menu']> };

export function menuOf(pages: Page[], can: Can): MenuPage[] {
  return pages.filter((page): page is MenuPage => page.menu !== undefined && mayOpen(page, can));
}

/** The pages of the administration; its overview is shown where there is something to overlook. */
export function administrationOf(pages: Page[], can: Can): MenuPage[] {
  return menuOf(pages, can).filter((page) => page.menu.about !== undefined);
}

/** Where a user lands: the first page of their own menu; who may do nothing else sees their own account. */
export function firstPathOf(pages: Page[], can: Can): string {
  return menuOf(pages, can)[0]?.path ?? paths.account;
}
