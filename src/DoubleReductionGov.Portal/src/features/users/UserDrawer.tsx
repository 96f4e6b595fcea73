import { useQuery } from '@tanstack/react-query';
import { Button, Drawer, Form } from 'antd';
import type { CreateUserInput, OneTimePassword, User, UserListItem } from '../../api/client';
import { t } from '../../shared/language';
import { Loaded } from '../../shared/states';
import { useAction } from '../../shared/useAction';
import { createUser, updateUser, userQuery } from './api';
import { UserFields } from './UserFields';

interface Props {
  /** Null for a new one. */
  user: UserListItem | null;
  onCreated: (password: OneTimePassword) => void;
  onClose: () => void;
}

export function UserDrawer({ user, onCreated, onClose }: Props) {
  if (!user) return <UserForm user={null} onCreated={onCreated} onClose={onClose} />;
  return <EditedUser id={user.id} onCreated={onCreated} onClose={onClose} />;
}

/** The list masks the phone number and does not know the post: they are fetched for the form. */
function EditedUser({ id, ...props }: Omit<Props, 'user'> & { id: string }) {
  const user = useQuery({ ...userQuery(id), staleTime: 0, gcTime: 0 });
  if (!user.data)
    return (
      <Drawer open size={480} title={t('users.edit')} onClose={props.onClose}>
        <Loaded query={user}>{() => null}</Loaded>
      </Drawer>
    );
  return <UserForm user={user.data} {...props} />;
}

export type UserValues = Partial<CreateUserInput>;

function UserForm({ user, onCreated, onClose }: Omit<Props, 'user'> & { user: User | null }) {
  const [form] = Form.useForm<UserValues>();
  const create = useAction((input: CreateUserInput) => createUser(input), { onDone: onCreated });
  const update = useAction(
    (input: CreateUserInput) => {
      if (!user) throw new Error('A new user cannot be updated.');
      const { userName: _, ...changes } = input;
      return updateUser(user.id, { ...changes, concurrencyStamp: user.concurrencyStamp });
    },
    { done: t('users.saved'), onDone: onClose },
  );
  const save = user ? update : create;
  return (
    <Drawer
      open
      size={480}
      title={t(user ? 'users.edit' : 'users.new')}
      onClose={onClose}
      footer={
        <Button type="primary" block loading={save.isPending} onClick={form.submit}>
          {t('action.save')}
        </Button>
      }
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={user ?? {}}
        onFinish={(values) => save.mutate(inputOf(values))}
      >
        <UserFields form={form} isNew={user === null} />
      </Form>
    </Drawer>
  );
}

/** What was left empty is null, not an empty text. */
function inputOf(values: UserValues): CreateUserInput {
  const text = (value: string | null | undefined) => value?.trim() || null;
  return {
    userName: values.userName?.trim() ?? '',
    name: values.name?.trim() ?? '',
    phoneNumber: text(values.phoneNumber),
    email: text(values.email),
    personId: values.personId ?? null,
    organisationId: values.organisationId ?? null,
    post: text(values.post),
  };
}
