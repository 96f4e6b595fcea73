import { type TableColumnsType, Tag } from 'antd';
import type { UserListItem } from '../../api/client';
import { formatTime } from '../../shared/dates';
import { t } from '../../shared/language';
import { UserMenu } from './UserMenu';
import type { UserWork } from './UsersPage';
import styles from './users.module.css';

export function userColumns(onWork: (work: UserWork) => void): TableColumnsType<UserListItem> {
  return [
    {
      title: t('field.userName'),
      key: 'userName',
      sorter: true,
      width: 150,
      render: (_, { userName }) => <strong>{userName}</strong>,
    },
    {
      title: t('field.name'),
      key: 'name',
      sorter: true,
      width: 150,
      render: (_, { name, phoneNumber }) => (
        <>
          {name ?? '—'}
          <div className={styles.soft}>{phoneNumber}</div>
        </>
      ),
    },
    {
      title: t('field.organisation'),
      key: 'organisation',
      width: 160,
      render: (_, { organisationName }) => organisationName ?? '—',
    },
    {
      title: t('users.roles'),
      key: 'roles',
      render: (_, user) => <RoleTags user={user} />,
    },
    {
      title: t('field.state'),
      key: 'state',
      width: 190,
      render: (_, user) => <StateTags user={user} />,
    },
    {
      title: t('users.created'),
      key: 'creationTime',
      sorter: true,
      width: 150,
      render: (_, { creationTime }) => formatTime(creationTime),
    },
    {
      title: t('field.action'),
      key: 'action',
      width: 70,
      fixed: 'right',
      render: (_, user) => <UserMenu user={user} onWork={onWork} />,
    },
  ];
}

function RoleTags({ user: { roles } }: { user: UserListItem }) {
  if (roles.length === 0) return <span className={styles.soft}>{t('users.noRole')}</span>;
  return (
    <span className={styles.tags}>
      {roles.map(({ id, displayName, isOfficer }) => (
        <Tag key={id} color={isOfficer ? 'purple' : 'blue'}>
          {displayName}
        </Tag>
      ))}
    </span>
  );
}

function StateTags({ user }: { user: UserListItem }) {
  return (
    <span className={styles.tags}>
      <Tag color={user.isActive ? 'success' : 'default'}>
        {t(user.isActive ? 'users.state.active' : 'users.state.inactive')}
      </Tag>
      {user.isLocked && <Tag color="error">{t('users.state.locked')}</Tag>}
      {user.mustChangePassword && <Tag color="warning">{t('users.state.mustChange')}</Tag>}
      {user.twoFactorEnabled && <Tag color="processing">{t('users.state.factor')}</Tag>}
    </span>
  );
}
