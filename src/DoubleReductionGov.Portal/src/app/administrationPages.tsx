import {
  ApartmentOutlined,
  ApiOutlined,
  AppstoreOutlined,
  BankOutlined,
  DesktopOutlined,
  FileSearchOutlined,
  InboxOutlined,
  LoginOutlined,
  SafetyCertificateOutlined,
  SecurityScanOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import { paths } from '../shared/paths';
import { permissions } from '../shared/permissions';
import type { Page } from './pages';

/** What system, security and audit administrators work with. */
const workPages: Page[] = [
  {
    path: paths.users,
    anyOf: [permissions.users],
    load: () => import('../features/users/UsersPage'),
    menu: { text: 'menu.users', icon: <TeamOutlined />, about: 'overview.users', group: 'administration' },
  },
  {
    path: paths.roles,
    anyOf: [permissions.roles],
    load: () => import('../features/roles/RolesPage'),
    menu: {
      text: 'menu.roles',
      icon: <SafetyCertificateOutlined />,
      about: 'overview.roles',
      group: 'administration',
    },
  },
  {
    path: paths.counties,
    anyOf: [permissions.counties],
    load: () => import('../features/counties/CountiesPage'),
    menu: {
      text: 'menu.counties',
      icon: <BankOutlined />,
      about: 'overview.counties',
      group: 'administration',
    },
  },
  {
    path: paths.duties,
    anyOf: [permissions.duties],
    load: () => import('../features/duties/DutiesPage'),
    menu: {
      text: 'menu.duties',
      icon: <ApartmentOutlined />,
      about: 'overview.duties',
      group: 'administration',
    },
  },
  {
    path: paths.sessions,
    anyOf: [permissions.sessions],
    load: () => import('../features/sessions/SessionsPage'),
    menu: {
      text: 'menu.sessions',
      icon: <DesktopOutlined />,
      about: 'overview.sessions',
      group: 'administration',
    },
  },
  {
    path: paths.securityPolicy,
    anyOf: [permissions.securityPolicy],
    load: () => import('../features/security-policy/SecurityPolicyPage'),
    menu: {
      text: 'menu.securityPolicy',
      icon: <SecurityScanOutlined />,
      about: 'overview.securityPolicy',
      group: 'administration',
    },
  },
  {
    path: paths.apiClients,
    anyOf: [permissions.apiClients],
    load: () => import('../features/api-clients/ApiClientsPage'),
    menu: {
      text: 'menu.apiClients',
      icon: <ApiOutlined />,
      about: 'overview.apiClients',
      group: 'administration',
    },
  },
  {
    path: paths.securityLogs,
    anyOf: [permissions.securityLogs],
    load: () => import('../features/security-log/SecurityLogPage'),
    menu: {
      text: 'menu.securityLogs',
      icon: <LoginOutlined />,
      about: 'overview.securityLogs',
      group: 'administration',
    },
  },
  {
    path: paths.auditLogs,
    anyOf: [permissions.auditLogs],
    load: () => import('../features/audit-log/AuditLogPage'),
    menu: {
      text: 'menu.auditLogs',
      icon: <FileSearchOutlined />,
      about: 'overview.auditLogs',
      group: 'administration',
    },
  },
  {
    path: paths.parkedEvents,
    anyOf: [permissions.parkedEvents],
    load: () => import('../features/parked-events/ParkedEventsPage'),
    menu: {
      text: 'menu.parkedEvents',
      icon: <InboxOutlined />,
      about: 'overview.parkedEvents',
      group: 'administration',
    },
  },
];

export const administrationPages: Page[] = [
  {
    path: paths.administration,
    anyOf: workPages.flatMap(({ anyOf }) => (anyOf === 'everyone' ? [] : anyOf)),
    load: () => import('./AdministrationOverview'),
    menu: { text: 'menu.overview', icon: <AppstoreOutlined />, group: 'administration' },
  },
  ...workPages,
  {
    path: paths.userRights(':id'),
    anyOf: [permissions.rights],
    load: () => import('../features/users/UserRightsPage'),
  },
  {
    path: paths.roleRights(':id'),
    anyOf: [permissions.rights],
    load: () => import('../features/roles/RoleRightsPage'),
  },
];
