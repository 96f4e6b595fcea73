import { DownloadOutlined, ImportOutlined, PlusOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Card } from 'antd';
import { useState } from 'react';
import type { OneTimePassword, UserListItem } from '../../api/client';
import { ActionButton } from '../../shared/ActionButton';
import { DataTable } from '../../shared/DataTable';
import { formatTime } from '../../shared/dates';
import { saveFile } from '../../shared/download';
import { t } from '../../shared/language';
import { useListSearch } from '../../shared/listSearch';
import { PageHeader } from '../../shared/PageHeader';
import { permissions } from '../../shared/permissions';
import { SecretOnce } from '../../shared/SecretOnce';
import { useCan } from '../../shared/session';
import { Loaded } from '../../shared/states';
import { useAction } from '../../shared/useAction';
import { AssignRolesDialog } from './AssignRolesDialog';
import { exportUsers, usersQuery } from './api';
import { ImportDialog } from './ImportDialog';
import { UserDrawer } from './UserDrawer';
import { UserFilters } from './UserFilters';
import { userColumns } from './userColumns';
import { filterKeys, filterOf } from './userFilter';

/** What is open beside the list. */
export type UserWork =
  | { kind: 'create' | 'import' }
  | { kind: 'edit' | 'roles'; user: UserListItem }
  | { kind: 'password'; title: string; password: OneTimePassword };

export default function UsersPage() {
  const can = useCan();
  const search = useListSearch(filterKeys);
  const filter = filterOf(search.values);
  const { skipCount, maxResultCount, sorting } = search.query;
  const users = useQuery({
    ...usersQuery({ ...filter, skipCount, maxResultCount, sorting }),
    placeholderData: keepPreviousData,
  });
  const [work, setWork] = useState<UserWork | null>(null);
  const save = useAction(() =>
    saveFile(exportUsers({ ...filter, sorting }), `${t('users.export.fileName')}.csv`),
  );
  return (
    <>
      <PageHeader title={t('users.title')} subtitle={t('users.subtitle')}>
        <Button icon={<DownloadOutlined />} loading={save.isPending} onClick={() => save.mutate(undefined)}>
          {t('action.export')}
        </Button>
        <ActionButton
          allowed={can(permissions.usersManage)}
          icon={<ImportOutlined />}
          onClick={() => setWork({ kind: 'import' })}
        >
          {t('users.import')}
        </ActionButton>
        <ActionButton
          allowed={can(permissions.usersManage)}
          type="primary"
          icon={<PlusOutlined />}
          onClick={() => setWork({ kind: 'create' })}
        >
          {t('users.new')}
        </ActionButton>
      </PageHeader>
      <Card>
        <UserFilters search={search} />
        <Loaded query={users}>
          {({ items, totalCount }) => (
            <DataTable
              label={t('users.table')}
              rowKey="id"
              columns={userColumns(setWork)}
              rows={items}
              total={totalCount}
              search={search}
              empty={t('users.empty')}
              width={1080}
              loading={users.isPlaceholderData}
            />
          )}
        </Loaded>
      </Card>
      {work && <OpenWork work={work} onWork={setWork} />}
    </>
  );
}

function OpenWork({ work, onWork }: { work: UserWork; onWork: (work: UserWork | null) => void }) {
  const close = () => onWork(null);
  if (work.kind === 'import') return <ImportDialog onClose={close} />;
  if (work.kind === 'roles') return <AssignRolesDialog user={work.user} onClose={close} />;
  if (work.kind === 'password') {
    const { userName, password, expiresAt } = work.password;
    return (
      <SecretOnce
        title={work.title}
        hint={t('users.password.hint', { time: formatTime(expiresAt) })}
        secrets={[
          { label: t('field.userName'), value: userName },
          { label: t('users.password'), value: password },
        ]}
        onClose={close}
      />
    );
  }
  return (
    <UserDrawer
      user={work.kind === 'edit' ? work.user : null}
      onCreated={(password) => onWork({ kind: 'password', title: t('users.created.title'), password })}
      onClose={close}
    />
  );
}
