import { useQuery } from '@tanstack/react-query';
import { Button, Descriptions, Form, Input } from 'antd';
import type { Me } from '../../api/client';
import { formatTime } from '../../shared/dates';
import { t, tOr } from '../../shared/language';
import { NewPasswordFields, type NewPasswordValues } from '../../shared/security/NewPasswordFields';
import { useSession } from '../../shared/session';
import { Loaded } from '../../shared/states';
import { useAction } from '../../shared/useAction';
import { changePassword, optionsQuery } from './api';
import styles from './profile.module.css';

export function AccountTab({ me }: { me: Me }) {
  const { organisation } = useSession();
  return (
    <>
      <Descriptions
        column={{ xs: 1, md: 2 }}
        items={[
          { key: 'userName', label: t('field.userName'), children: me.userName },
          { key: 'name', label: t('field.name'), children: me.name ?? '—' },
          { key: 'unit', label: t('profile.unit'), children: organisation?.name ?? '—' },
          { key: 'email', label: t('profile.email'), children: me.email || '—' },
          { key: 'roles', label: t('profile.roles'), children: rolesText(me.roles) },
          {
            key: 'changed',
            label: t('profile.passwordChanged'),
            children: formatTime(me.passwordChangedAt),
          },
          {
            key: 'expires',
            label: t('profile.passwordExpires'),
            children: me.passwordExpiresAt
              ? formatTime(me.passwordExpiresAt)
              : t('profile.passwordExpires.never'),
          },
        ]}
      />
      <PasswordForm />
    </>
  );
}

/** The roles the platform is built on by their titles, others by the names they were given. */
function rolesText(roles: string[]): string {
  return roles.map((role) => tOr(`role.${role}`, role)).join(t('text.list')) || '—';
}

type Values = NewPasswordValues & { currentPassword: string };

function PasswordForm() {
  const [form] = Form.useForm<Values>();
  const options = useQuery(optionsQuery);
  const save = useAction(
    ({ currentPassword, newPassword }: Values) => changePassword(currentPassword, newPassword),
    { done: t('profile.password.done'), onDone: () => form.resetFields() },
  );
  return (
    <section className={styles.narrow}>
      <h2 className={styles.heading}>{t('profile.password')}</h2>
      <p className={styles.soft}>{t('profile.password.hint')}</p>
      <Loaded query={options} height={120}>
        {({ passwordRules }) => (
          <Form form={form} layout="vertical" requiredMark={false} onFinish={save.mutate}>
            <Form.Item
              name="currentPassword"
              label={t('account.password.current')}
              rules={[{ required: true, message: t('field.required') }]}
            >
              <Input.Password autoComplete="current-password" />
            </Form.Item>
            <NewPasswordFields rules={passwordRules} />
            <Button type="primary" htmlType="submit" loading={save.isPending}>
              {t('profile.password')}
            </Button>
          </Form>
        )}
      </Loaded>
    </section>
  );
}
