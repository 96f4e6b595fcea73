import { Form, Input } from 'antd';
import type { PasswordRules } from '../../api/client';
import { t } from '../language';

export interface NewPasswordValues {
  newPassword: string;
  repeated: string;
}

/** The new password twice, with the rules in force. The server checks all of them; the form only what it can. */
export function NewPasswordFields({ rules }: { rules: PasswordRules }) {
  return (
    <>
      <Form.Item
        name="newPassword"
        label={t('account.password.new')}
        extra={<RuleList rules={rules} />}
        rules={[
          { required: true, message: t('field.required') },
          {
            min: rules.minimumLength,
            message: t('account.password.tooShort', { minimum: rules.minimumLength }),
          },
        ]}
      >
        <Input.Password maxLength={rules.maximumLength} autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="repeated"
        label={t('account.password.repeat')}
        dependencies={['newPassword']}
        rules={[
          { required: true, message: t('field.required') },
          ({ getFieldValue }) => ({
            validator: async (_, value: string) => {
              if (value && value !== getFieldValue('newPassword'))
                throw new Error(t('account.password.differs'));
            },
          }),
        ]}
      >
        <Input.Password maxLength={rules.maximumLength} autoComplete="new-password" />
      </Form.Item>
    </>
  );
}

function RuleList({ rules }: { rules: PasswordRules }) {
  const lines = [
    t('account.password.rule.length', { minimum: rules.minimumLength, maximum: rules.maximumLength }),
    rules.characterClasses > 0 && t('account.password.rule.classes', { count: rules.characterClasses }),
    rules.historyLength > 0 && t('account.password.rule.history', { count: rules.historyLength }),
    rules.isCommonPasswordRefused && t('account.password.rule.common'),
  ].filter((line) => line !== false);
  return (
    <ul style={{ margin: '4px 0 0', paddingLeft: 18 }}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
