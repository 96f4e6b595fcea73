import {
  AuditOutlined,
  EyeOutlined,
  FundProjectionScreenOutlined,
  ProfileOutlined,
  ScheduleOutlined,
  SolutionOutlined,
} from '@ant-design/icons';
import type { ComponentType, ReactNode } from 'react';
import type { TextKey } from '../shared/language';
import { paths } from '../shared/paths';
import { type Permission, permissions } from '../shared/permissions';
import { administrationPages } from './administrationPages';

export interface Page {
  path: string;
  /** The page is open to whoever has one of these rights, or to everyone who is signed in. */
  anyOf: readonly Permission[] | 'everyone';
  load: () => Promise<{ default: ComponentType }>;
  /** A page with `about` belongs to the administration, whose overview shows these words. */
  menu?: { text: TextKey; icon: ReactNode; about?: TextKey; group?: 'administration' };
  /** Shown without header and menu: the big screen and what is printed. */
  bare?: boolean;
}

/** The one table from which the routes, the menu and the page after signing in are made. */
export const pages: Page[] = [
  {
    path: paths.wallChart,
    anyOf: [permissions.wallChart],
    load: () => import('../features/wall-chart/WallChartPage'),
    menu: { text: 'menu.wallChart', icon: <FundProjectionScreenOutlined /> },
  },
  {
    path: paths.workbench,
    anyOf: [permissions.tasks],
    load: () => import('../features/workbench/WorkbenchPage'),
    menu: { text: 'menu.workbench', icon: <SolutionOutlined /> },
  },
  {
    path: paths.timeline,
    anyOf: [permissions.tasks, permissions.wallChart],
    load: () => import('../features/timeline/TimelinePage'),
    menu: { text: 'menu.timeline', icon: <ScheduleOutlined /> },
  },
  {
    path: paths.plans,
    anyOf: [permissions.plans],
    load: () => import('../features/plans/PlansPage'),
    menu: { text: 'menu.plans', icon: <ProfileOutlined /> },
  },
  {
    path: paths.verifications,
    anyOf: [permissions.verifications],
    load: () => import('../features/verification/VerificationsPage'),
    menu: { text: 'menu.verifications', icon: <AuditOutlined /> },
  },
  {
    path: paths.visits,
    anyOf: [permissions.visits],
    load: () => import('../features/visits/VisitsPage'),
    menu: { text: 'menu.visits', icon: <EyeOutlined /> },
  },
  {
    path: paths.task(':id'),
    anyOf: [permissions.tasks],
    load: () => import('../features/task/TaskPage'),
  },
  {
    path: paths.countyTask(':countyId', ':id'),
    anyOf: [permissions.enterCounty],
    load: () => import('../features/task/CountyTaskPage'),
  },
  {
    path: paths.plan(':id'),
    anyOf: [permissions.plans],
    load: () => import('../features/plans/PlanPage'),
  },
  {
    path: paths.wallChartScreen,
    anyOf: [permissions.wallChart],
    load: () => import('../features/wall-chart/WallChartScreen'),
    bare: true,
  },
  {
    path: paths.wallChartPrint,
    anyOf: [permissions.wallChart],
    load: () => import('../features/wall-chart/WallChartPrint'),
    bare: true,
  },
  ...administrationPages,
  { path: paths.account, anyOf: 'everyone', load: () => import('../features/profile/ProfilePage') },
  { path: paths.notices, anyOf: 'everyone', load: () => import('../features/notices/NoticesPage') },
  {
    path: paths.noticePreference,
    anyOf: 'everyone',
    load: () => import('../features/notices/NoticePreferencePage'),
  },
];
