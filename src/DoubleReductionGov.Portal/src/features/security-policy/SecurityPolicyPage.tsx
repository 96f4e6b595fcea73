import { SettingOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Alert, App, Button, Card, Table, type TableColumnsType, Tag } from 'antd';
import { useState } from 'react';
import type { PolicyName, PolicyRule, SecurityPolicy } from '../../api/client';
import { ActionButton } from '../../shared/ActionButton';
import { t } from '../../shared/language';
import { PageHeader } from '../../shared/PageHeader';
import { permissions } from '../../shared/permissions';
import { useCan } from '../../shared/session';
import { Loaded } from '../../shared/states';
import { useAction } from '../../shared/useAction';
import { policyQuery, savePolicy } from './api';
import { RulesDrawer } from './RulesDrawer';
import { sourceText, valueText } from './ruleText';
import styles from './securityPolicy.module.css';

const names: PolicyName[] = ['Dengbao3', 'Asvs5'];

export default function SecurityPolicyPage() {
  const can = useCan();
  const policy = useQuery(policyQuery);
  const [editing, setEditing] = useState(false);
  const mayEdit = can(permissions.securityPolicy);
  return (
    <>
      <PageHeader title={t('securityPolicy.title')} subtitle={t('securityPolicy.subtitle')}>
        <ActionButton allowed={mayEdit} icon={<SettingOutlined />} onClick={() => setEditing(true)}>
          {t('securityPolicy.edit')}
        </ActionButton>
      </PageHeader>
      <Loaded query={policy}>
        {(data) => (
          <>
            <ul className={styles.standards}>
              {names.map((name) => (
                <li key={name}>
                  <Standard name={name} inForce={name === data.policy} mayEdit={mayEdit} />
                </li>
              ))}
            </ul>
            <Rules policy={data} />
            {editing && <RulesDrawer policy={data} onClose={() => setEditing(false)} />}
          </>
        )}
      </Loaded>
    </>
  );
}

function Standard({ name, inForce, mayEdit }: { name: PolicyName; inForce: boolean; mayEdit: boolean }) {
  const { modal } = App.useApp();
  const title = t(`securityPolicy.${name}`);
  const change = useAction(() => savePolicy({ policy: name, overrides: {} }), {
    done: t('securityPolicy.saved'),
  });
  const ask = () =>
    modal.confirm({
      title: t('securityPolicy.switch.sure', { name: title }),
      content: t('securityPolicy.switch.hint'),
      okText: t('securityPolicy.switch'),
      onOk: () => change.mutate(undefined),
    });
  return (
    <Card className={inForce ? styles.inForce : undefined}>
      <h2>
        {title} {inForce && <Tag color="success">{t('securityPolicy.inForce')}</Tag>}
      </h2>
      <p>{t(`securityPolicy.${name}.about`)}</p>
      {!inForce && mayEdit && (
        <Button
          loading={change.isPending}
          onClick={ask}
          aria-label={`${t('securityPolicy.switch')} ${title}`}
        >
          {t('securityPolicy.switch')}
        </Button>
      )}
    </Card>
  );
}

function Rules({ policy }: { policy: SecurityPolicy }) {
  const deviations = policy.rules.filter((rule) => rule.isDeviation).length;
  return (
    <Card>
      <Alert
        className={styles.summary}
        type={deviations > 0 ? 'warning' : 'success'}
        showIcon
        title={
          deviations > 0
            ? t('securityPolicy.deviations', { count: deviations })
            : t('securityPolicy.deviations.none')
        }
      />
      <Table<PolicyRule>
        aria-label={t('securityPolicy.table')}
        rowKey="key"
        size="middle"
        pagination={false}
        scroll={{ x: 860 }}
        dataSource={policy.rules}
        columns={columns()}
      />
    </Card>
  );
}

function columns(): TableColumnsType<PolicyRule> {
  return [
    { title: t('securityPolicy.rule'), dataIndex: 'name', width: 220 },
    {
      title: t('securityPolicy.value'),
      key: 'value',
      width: 170,
      render: (_, rule) => (
        <>
          <strong>{valueText(rule, rule.value)}</strong>{' '}
          {rule.isDeviation && <Tag color="warning">{t('securityPolicy.deviation')}</Tag>}
        </>
      ),
    },
    {
      title: t('securityPolicy.Dengbao3'),
      key: 'dengbao3',
      render: (_, rule) => <Sourced rule={rule} {...rule.dengbao3} />,
    },
    {
      title: t('securityPolicy.Asvs5'),
      key: 'asvs5',
      render: (_, rule) => <Sourced rule={rule} {...rule.asvs5} />,
    },
  ];
}

function Sourced({ rule, value, source }: { rule: PolicyRule; value: number; source: string }) {
  return (
    <>
      {valueText(rule, value)}
      <div className={styles.source}>{sourceText(source)}</div>
    </>
  );
}
