import { App } from 'antd';
import { useNavigate } from 'react-router';
import type { UserListItem } from '../../api/client';
import { t } from '../../shared/language';
import { paths } from '../../shared/paths';
import { permissions } from '../../shared/permissions';
import { RowMenu } from '../../shared/RowMenu';
import { useCan } from '../../shared/session';
import { useAction } from '../../shared/useAction';
import { activateUser, deactivateUser, resetPassword, resetSecondFactor, unlockUser } from './api';
import type { UserWork } from './UsersPage';

interface Props {
  user: UserListItem;
  onWork: (work: UserWork) => void;
}

/** Each act with the right that it needs; what hurts is asked for once more. */
export function UserMenu({ user, onWork }: Props) {
  const can = useCan();
  const navigate = useNavigate();
  const ask = useAsk(user);
  const manages = can(permissions.usersManage);
  const activate = useAction(() => activateUser(user), { done: t('users.activated') });
  const deactivate = useAction(() => deactivateUser(user), { done: t('users.deactivated') });
  const unlock = useAction(() => unlockUser(user.id), { done: t('users.unlocked') });
  const resetFactor = useAction(() => resetSecondFactor(user.id), { done: t('users.resetFactor.done') });
  const reset = useAction(() => resetPassword(user.id), {
    onDone: (password) => onWork({ kind: 'password', title: t('users.password.title'), password }),
  });
  return (
    <RowMenu
      label={user.userName}
      items={[
        manages && { text: t('action.edit'), run: () => onWork({ kind: 'edit', user }) },
        can(permissions.usersAssignRoles) && {
          text: t('users.assign'),
          run: () => onWork({ kind: 'roles', user }),
        },
        can(permissions.rights) && {
          text: t('users.rights'),
          run: () => void navigate(paths.userRights(user.id)),
        },
        can(permissions.sessions) && {
          text: t('users.sessions'),
          run: () => void navigate(`${paths.sessions}?filter=${encodeURIComponent(user.userName)}`),
        },
        can(permissions.usersUnlock) &&
          user.isLocked && { text: t('users.unlock'), run: ask('users.unlock', unlock.mutate) },
        manages &&
          user.isActive && {
            text: t('users.reset'),
            run: ask('users.reset', reset.mutate, t('users.reset.hint')),
          },
        can(permissions.secondFactors) &&
          user.twoFactorEnabled && {
            text: t('users.resetFactor'),
            run: ask('users.resetFactor', resetFactor.mutate, t('users.resetFactor.hint')),
          },
        manages &&
          !user.isActive && { text: t('users.activate'), run: ask('users.activate', activate.mutate) },
        manages &&
          user.isActive && {
            text: t('users.deactivate'),
            danger: true,
            run: ask('users.deactivate', deactivate.mutate, t('users.deactivate.hint')),
          },
      ]}
    />
  );
}

type Asked = 'users.unlock' | 'users.reset' | 'users.resetFactor' | 'users.activate' | 'users.deactivate';

function useAsk({ name, userName }: UserListItem) {
  const { modal } = App.useApp();
  return (what: Asked, run: (input: undefined) => void, hint?: string) => () =>
    void modal.confirm({
      title: t(`${what}.sure`, { name: name ?? userName }),
      content: hint,
      okText: t(what),
      okButtonProps: { danger: what === 'users.deactivate' },
      onOk: () => run(undefined),
    });
}
