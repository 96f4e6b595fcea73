import { useQuery } from '@tanstack/react-query';
import { Form, type FormInstance, Input, Select } from 'antd';
import type { UserPerson } from '../../api/client';
import { t } from '../../shared/language';
import { organisationsQuery } from './api';
import { PersonField } from './PersonField';
import type { UserValues } from './UserDrawer';

const requiredText = () => [{ required: true, whitespace: true, message: t('field.required') }];

export function UserFields({ form, isNew }: { form: FormInstance<UserValues>; isNew: boolean }) {
  const organisations = useQuery(organisationsQuery);
  const personId = Form.useWatch('personId', form);
  const fill = ({ name, post, organisationId }: UserPerson) =>
    form.setFieldsValue({ name, post, organisationId });
  return (
    <>
      {isNew && (
        <Form.Item name="personId" label={t('users.person')} extra={t('users.person.hint')}>
          <PersonField onPerson={fill} />
        </Form.Item>
      )}
      {!isNew && (
        <Form.Item name="personId" hidden>
          <Input />
        </Form.Item>
      )}
      {isNew && (
        <Form.Item
          name="userName"
          label={t('field.userName')}
          rules={[{ required: true, pattern: /^[\w.@-]{3,64}$/, message: t('users.userName.rule') }]}
        >
          <Input autoComplete="off" maxLength={64} />
        </Form.Item>
      )}
      <Form.Item name="name" label={t('field.name')} rules={requiredText()}>
        <Input autoComplete="off" maxLength={64} />
      </Form.Item>
      <Form.Item
        name="phoneNumber"
        label={t('users.phone')}
        rules={[{ pattern: /^\+?[\d -]{6,16}$/, message: t('users.phone.invalid') }]}
      >
        <Input autoComplete="off" inputMode="tel" maxLength={16} />
      </Form.Item>
      <Form.Item
        name="email"
        label={t('users.email')}
        rules={[{ type: 'email', message: t('users.email.invalid') }]}
      >
        <Input autoComplete="off" maxLength={256} />
      </Form.Item>
      <Form.Item
        name="organisationId"
        label={t('field.organisation')}
        extra={!isNew && personId ? t('users.person.linked') : undefined}
      >
        <Select
          allowClear
          disabled={isNew && Boolean(personId)}
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('users.organisation.none')}
          loading={organisations.isLoading}
          options={organisations.data?.items.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      <Form.Item name="post" label={t('users.post')}>
        <Input autoComplete="off" maxLength={64} />
      </Form.Item>
    </>
  );
}
