import {
  DownOutlined,
  GlobalOutlined,
  IdcardOutlined,
  LogoutOutlined,
  UserOutlined,
} from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { Link, useNavigate } from 'react-router';
import { http } from '../api/client';
import { NoticeBell } from '../features/notices/NoticeBell';
import { LanguageSwitch } from '../shared/LanguageSwitch';
import { t } from '../shared/language';
import { paths } from '../shared/paths';
import { permissions } from '../shared/permissions';
import { useCan, useRefreshSession, useSession } from '../shared/session';
import { useAction } from '../shared/useAction';
import styles from './HeaderTools.module.css';
import { ReferenceDateControl } from './ReferenceDateControl';

export function HeaderTools() {
  const can = useCan();
  // Administrators see no lights: the day for which they are computed says nothing to them.
  const isOnBusiness = [permissions.tasks, permissions.wallChart, permissions.plans].some(can);
  return (
    <div className={styles.tools}>
      {isOnBusiness && <ReferenceDateControl />}
      <LanguageSwitch className={`${styles.tool} ${styles.language}`} icon={<GlobalOutlined />} />
      <NoticeBell className={styles.tool} />
      <AccountMenu />
    </div>
  );
}

function AccountMenu() {
  const { personName, organisation } = useSession();
  const navigate = useNavigate();
  const refreshSession = useRefreshSession();
  const signOut = useAction(async () => {
    await http.POST('/api/account/logout');
    await refreshSession();
    void navigate(paths.signIn);
  });
  const items = [
    { key: 'account', icon: <IdcardOutlined />, label: <Link to={paths.account}>{t('menu.account')}</Link> },
    ...(organisation ? [{ key: 'organisation', label: organisation.name, disabled: true }] : []),
    {
      key: 'signOut',
      icon: <LogoutOutlined />,
      label: t('app.signOut'),
      onClick: () => signOut.mutate(undefined),
    },
  ];
  return (
    <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
      <Button
        type="text"
        className={styles.tool}
        icon={<UserOutlined />}
        aria-label={`${t('app.account')} ${personName}`}
      >
        <span className={styles.person}>{personName}</span>
        <DownOutlined className={styles.arrow} />
      </Button>
    </Dropdown>
  );
}
