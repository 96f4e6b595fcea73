import { Alert, Button, Drawer, Form, InputNumber, Select } from 'antd';
import type { PolicyRule, SecurityPolicy } from '../../api/client';
import { t } from '../../shared/language';
import { useAction } from '../../shared/useAction';
import { savePolicy } from './api';
import { choicesOf, overridesOf, valueText } from './ruleText';

type Values = Record<string, number | null | undefined>;

/** One field for each rule; an empty one follows the chosen standard. */
export function RulesDrawer({ policy, onClose }: { policy: SecurityPolicy; onClose: () => void }) {
  const [form] = Form.useForm<Values>();
  const save = useAction(
    (values: Values) => savePolicy({ policy: policy.policy, overrides: givenOf(values) }),
    { done: t('securityPolicy.saved'), onDone: onClose },
  );
  return (
    <Drawer
      open
      size={480}
      title={t('securityPolicy.edit.title')}
      onClose={onClose}
      footer={
        <Button type="primary" block loading={save.isPending} onClick={form.submit}>
          {t('action.save')}
        </Button>
      }
    >
      <Alert type="info" showIcon title={t('securityPolicy.edit.hint')} style={{ marginBottom: 16 }} />
      <Form form={form} layout="vertical" initialValues={overridesOf(policy)} onFinish={save.mutate}>
        {policy.rules.map((rule) => (
          <Form.Item
            key={rule.key}
            name={rule.key}
            label={rule.name}
            extra={t('securityPolicy.standard', { value: valueText(rule, rule.policyValue) })}
          >
            <RuleInput rule={rule} />
          </Form.Item>
        ))}
      </Form>
    </Drawer>
  );
}

interface InputProps {
  rule: PolicyRule;
  id?: string;
  value?: number | null;
  onChange?: (value: number | null) => void;
}

function RuleInput({ rule, id, value, onChange }: InputProps) {
  const choices = choicesOf(rule);
  if (choices)
    return (
      <Select
        id={id}
        allowClear
        value={value ?? undefined}
        placeholder={valueText(rule, rule.policyValue)}
        onChange={(chosen) => onChange?.(chosen ?? null)}
        options={choices.map((label, index) => ({ value: index, label }))}
      />
    );
  const { minimum, maximum, unit } = rule;
  return (
    <InputNumber
      id={id}
      style={{ width: '100%' }}
      precision={0}
      min={minimum}
      max={maximum}
      suffix={unit}
      value={value ?? null}
      placeholder={t('securityPolicy.edit.range', { minimum, maximum })}
      onChange={(typed) => onChange?.(typed)}
    />
  );
}

function givenOf(values: Values): Record<string, number> {
  const given = Object.entries(values).filter(
    (entry): entry is [string, number] => typeof entry[1] === 'number',
  );
  return Object.fromEntries(given);
}
