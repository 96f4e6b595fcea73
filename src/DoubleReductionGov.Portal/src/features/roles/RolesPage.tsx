import { PlusOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { App, Card, Input, type TableColumnsType, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { RoleListItem } from '../../api/client';
import { ActionButton } from '../../shared/ActionButton';
import { DataTable } from '../../shared/DataTable';
import { t } from '../../shared/language';
import { useListSearch } from '../../shared/listSearch';
import { PageHeader } from '../../shared/PageHeader';
import { paths } from '../../shared/paths';
import { type Can, permissions } from '../../shared/permissions';
import { RowMenu } from '../../shared/RowMenu';
import { useCan } from '../../shared/session';
import { Loaded } from '../../shared/states';
import { useAction } from '../../shared/useAction';
import { cloneRole, createRole, removeRole, renameRole, rolesQuery } from './api';
import { RoleNameDialog } from './RoleNameDialog';

type Naming = { kind: 'create' } | { kind: 'rename' | 'clone'; role: RoleListItem };

export default function RolesPage() {
  const can = useCan();
  const search = useListSearch(['filter']);
  const roles = useQuery({ ...rolesQuery(search.query), placeholderData: keepPreviousData });
  const [naming, setNaming] = useState<Naming | null>(null);
  return (
    <>
      <PageHeader title={t('roles.title')} subtitle={t('roles.subtitle')}>
        <ActionButton
          allowed={can(permissions.rolesManage)}
          type="primary"
          icon={<PlusOutlined />}
          onClick={() => setNaming({ kind: 'create' })}
        >
          {t('roles.new')}
        </ActionButton>
      </PageHeader>
      <Card>
        <Input.Search
          allowClear
          style={{ maxWidth: 320, marginBottom: 16 }}
          defaultValue={search.values.filter}
          placeholder={t('roles.search')}
          aria-label={t('roles.search')}
          onSearch={(value) => search.change({ filter: value.trim() })}
        />
        <Loaded query={roles}>
          {({ items, totalCount }) => (
            <DataTable
              label={t('roles.table')}
              rowKey="id"
              columns={columnsOf(can, setNaming)}
              rows={items}
              total={totalCount}
              search={search}
              empty={t('roles.empty')}
              width={640}
            />
          )}
        </Loaded>
      </Card>
      {naming && <NamingDialog naming={naming} onClose={() => setNaming(null)} />}
    </>
  );
}

function NamingDialog({ naming, onClose }: { naming: Naming; onClose: () => void }) {
  if (naming.kind === 'create')
    return <RoleNameDialog title={t('roles.new')} run={createRole} onClose={onClose} />;
  const { kind, role } = naming;
  if (kind === 'rename')
    return (
      <RoleNameDialog
        title={t('roles.rename')}
        name={role.displayName}
        run={(name) => renameRole(role, name)}
        onClose={onClose}
      />
    );
  return (
    <RoleNameDialog
      title={t('roles.clone.title', { name: role.displayName })}
      run={(name) => cloneRole(role, name)}
      onClose={onClose}
    />
  );
}

function columnsOf(can: Can, onNaming: (naming: Naming) => void): TableColumnsType<RoleListItem> {
  return [
    {
      title: t('roles.name'),
      key: 'name',
      sorter: true,
      render: (_, role) => <RoleName role={role} linked={can(permissions.rights)} />,
    },
    {
      title: t('roles.kind'),
      key: 'kind',
      width: 120,
      render: (_, role) => <RoleKind role={role} />,
    },
    { title: t('roles.users'), dataIndex: 'userCount', width: 90, align: 'right' },
    {
      title: t('field.action'),
      key: 'action',
      width: 80,
      render: (_, role) => can(permissions.rolesManage) && <RoleMenu role={role} onNaming={onNaming} />,
    },
  ];
}

function RoleName({ role, linked }: { role: RoleListItem; linked: boolean }) {
  return linked ? <Link to={paths.roleRights(role.id)}>{role.displayName}</Link> : role.displayName;
}

function RoleKind({ role }: { role: RoleListItem }) {
  if (role.isOfficer) return <Tag color="purple">{t('roles.kind.officer')}</Tag>;
  return role.isStatic ? (
    <Tag>{t('roles.kind.static')}</Tag>
  ) : (
    <Tag color="processing">{t('roles.kind.own')}</Tag>
  );
}

function RoleMenu({ role, onNaming }: { role: RoleListItem; onNaming: (naming: Naming) => void }) {
  const { modal } = App.useApp();
  const remove = useAction(() => removeRole(role), { done: t('roles.removed') });
  const askRemove = () =>
    modal.confirm({
      title: t('roles.remove.sure', { name: role.displayName }),
      okText: t('action.delete'),
      okButtonProps: { danger: true },
      onOk: () => remove.mutate(undefined),
    });
  return (
    <RowMenu
      label={role.displayName}
      items={[
        !role.isOfficer && { text: t('roles.clone'), run: () => onNaming({ kind: 'clone', role }) },
        !role.isStatic && { text: t('roles.rename'), run: () => onNaming({ kind: 'rename', role }) },
        !role.isStatic && { text: t('action.delete'), danger: true, run: askRemove },
      ]}
    />
  );
}
