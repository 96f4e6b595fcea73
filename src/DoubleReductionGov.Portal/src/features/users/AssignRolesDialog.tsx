import { useQuery } from '@tanstack/react-query';
import { Alert, Checkbox, Modal } from 'antd';
import { useState } from 'react';
import type { UserListItem, UserRole } from '../../api/client';
import { t } from '../../shared/language';
import { Loaded } from '../../shared/states';
import { useAction } from '../../shared/useAction';
import { assignRoles, rolesQuery } from './api';

/** The whole set of someone's roles. Which ones exclude one another is the server's to say. */
export function AssignRolesDialog({ user, onClose }: { user: UserListItem; onClose: () => void }) {
  const [chosen, setChosen] = useState(() => user.roles.map(({ id }) => id));
  const roles = useQuery(rolesQuery);
  const save = useAction(() => assignRoles(user, chosen), { done: t('users.assigned'), onDone: onClose });
  const part = (items: UserRole[], isOfficer: boolean) =>
    items.filter((role) => role.isOfficer === isOfficer);
  return (
    <Modal
      open
      title={t('users.assign.title', { name: user.name ?? user.userName })}
      okText={t('action.save')}
      okButtonProps={{ loading: save.isPending }}
      onOk={() => save.mutate(undefined)}
      onCancel={onClose}
    >
      <Alert type="info" showIcon title={t('users.assign.hint')} />
      <Loaded query={roles} height={120}>
        {({ items }) => (
          <Checkbox.Group value={chosen} onChange={setChosen} style={{ display: 'block' }}>
            <RoleBoxes label={t('users.assign.business')} roles={part(items, false)} />
            <RoleBoxes label={t('users.assign.officers')} roles={part(items, true)} />
          </Checkbox.Group>
        )}
      </Loaded>
    </Modal>
  );
}

function RoleBoxes({ label, roles }: { label: string; roles: UserRole[] }) {
  if (roles.length === 0) return null;
  return (
    <fieldset style={{ margin: '16px 0 0', padding: 0, border: 0 }}>
      <legend style={{ fontWeight: 600 }}>{label}</legend>
      {roles.map(({ id, displayName }) => (
        <div key={id} style={{ padding: '4px 0' }}>
          <Checkbox value={id}>{displayName}</Checkbox>
        </div>
      ))}
    </fieldset>
  );
}
