import { MenuFoldOutlined, MenuOutlined, MenuUnfoldOutlined } from '@ant-design/icons';
import { Button, Drawer, Layout, Menu } from 'antd';
import { useState } from 'react';
import { Link, Outlet, useLocation } from 'react-router';
import { ConfirmationDialog } from '../shared/ConfirmationDialog';
import { t } from '../shared/language';
import { useSession } from '../shared/session';
import { type MenuPage, menuOf } from './access';
import { HeaderTools } from './HeaderTools';
import { pages } from './pages';
import styles from './Shell.module.css';

export function Shell() {
  const [drawerOpen, setDrawerOpen] = useState(false);
  const [collapsed, setCollapsed] = useState(false);
  return (
    <Layout className={styles.shell}>
      <a className="skip-link" href="#content">
        {t('app.skip')}
      </a>
      <Layout.Header className={styles.header}>
        <Button
          className={styles.burger}
          type="text"
          icon={<MenuOutlined />}
          aria-label={t('app.openMenu')}
          onClick={() => setDrawerOpen(true)}
        />
        <Brand />
        <HeaderTools />
      </Layout.Header>
      <Layout hasSider>
        <Layout.Sider
          className={styles.sider}
          width={196}
          collapsedWidth={56}
          collapsed={collapsed}
          trigger={null}
        >
          <MainMenu collapsed={collapsed} />
          <Button
            className={styles.fold}
            type="text"
            icon={collapsed ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
            aria-label={t(collapsed ? 'app.expandMenu' : 'app.collapseMenu')}
            onClick={() => setCollapsed(!collapsed)}
          />
        </Layout.Sider>
        <main id="content" className={styles.content} tabIndex={-1}>
          <Outlet />
        </main>
      </Layout>
      <Drawer
        open={drawerOpen}
        onClose={() => setDrawerOpen(false)}
        placement="left"
        size={260}
        title={t('app.menu')}
      >
        <MainMenu onChosen={() => setDrawerOpen(false)} />
      </Drawer>
      <ConfirmationDialog />
    </Layout>
  );
}

function Brand() {
  const { cityName, isCity, tenantName } = useSession();
  return (
    <Link to="/" className={styles.brand}>
      <img src="/favicon.svg" alt="" width={30} height={30} />
      <span className={styles.name}>{t('app.name')}</span>
      <span className={styles.tenant}>{isCity ? cityName || t('app.cityName') : tenantName}</span>
    </Link>
  );
}

function MainMenu({ collapsed = false, onChosen }: { collapsed?: boolean; onChosen?: () => void }) {
  const { can } = useSession();
  const { pathname } = useLocation();
  const mine = menuOf(pages, can);
  const items = itemsOf(mine.filter(({ menu }) => !menu.group));
  const administration = itemsOf(mine.filter(({ menu }) => menu.group));
  const title = collapsed ? null : t('menu.administration');
  return (
    <nav aria-label={t('app.menu')}>
      <Menu
        className={styles.menu}
        mode="inline"
        inlineCollapsed={collapsed}
        items={[
          ...items,
          ...(administration.length > 0
            ? [{ key: 'administration', type: 'group' as const, label: title, children: administration }]
            : []),
        ]}
        selectedKeys={selectedOf(mine, pathname)}
        onClick={onChosen}
      />
    </nav>
  );
}

function itemsOf(pages: MenuPage[]) {
  return pages.map((page) => ({
    key: page.path,
    icon: page.menu.icon,
    label: <Link to={page.path}>{t(page.menu.text)}</Link>,
    title: t(page.menu.text),
  }));
}

/** The longest address that leads to the page: the overview is not also marked on the pages below it. */
function selectedOf(pages: MenuPage[], pathname: string): string[] {
  const leading = pages.map(({ path }) => path).filter((path) => pathname.startsWith(path));
  return leading.sort((one, other) => other.length - one.length).slice(0, 1);
}
