import { useQuery } from '@tanstack/react-query';
import { Button, Card, Checkbox, Form, Radio, Table, TimePicker } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import customParseFormat from 'dayjs/plugin/customParseFormat';
import { useState } from 'react';
import type { NoticeDigest, NoticePreference } from '../../api/client';
import { t } from '../../shared/language';
import { PageHeader } from '../../shared/PageHeader';
import { paths } from '../../shared/paths';
import { Loaded } from '../../shared/states';
import { useAction } from '../../shared/useAction';
import { preferenceQuery, savePreference } from './api';
import styles from './notices.module.css';

dayjs.extend(customParseFormat);

const timeFormat = 'HH:mm';
const digests: NoticeDigest[] = ['AtOnce', 'Hourly', 'Daily'];

export default function NoticePreferencePage() {
  const preference = useQuery(preferenceQuery);
  return (
    <>
      <PageHeader
        title={t('notices.preference.title')}
        subtitle={t('notices.preference.subtitle')}
        back={paths.notices}
      />
      <Card>
        <Loaded query={preference}>{(data) => <PreferenceForm preference={data} />}</Loaded>
      </Card>
    </>
  );
}

interface Values {
  digest: NoticeDigest;
  quiet: [Dayjs, Dayjs] | null;
}

function PreferenceForm({ preference }: { preference: NoticePreference }) {
  const [kinds, setKinds] = useState(preference.kinds);
  const save = useAction(
    ({ digest, quiet }: Values) =>
      savePreference({
        digest,
        quietFrom: timeOf(quiet?.[0]),
        quietTo: timeOf(quiet?.[1]),
        kinds: kinds.map(({ name, email, sms }) => ({ name, email, sms })),
      }),
    { done: t('notices.preference.saved') },
  );
  const choose = (name: string, change: Partial<Kind>) =>
    setKinds(kinds.map((kind) => (kind.name === name ? { ...kind, ...change } : kind)));
  return (
    <Form<Values> layout="vertical" initialValues={valuesOf(preference)} onFinish={save.mutate}>
      <Form.Item name="digest" label={t('notices.preference.digest')}>
        <Radio.Group
          options={digests.map((digest) => ({
            value: digest,
            label: t(`notices.preference.digest.${digest}`),
          }))}
        />
      </Form.Item>
      <Form.Item name="quiet" label={t('notices.preference.quiet')} extra={t('notices.preference.quietHint')}>
        <TimePicker.RangePicker
          aria-label={t('notices.preference.quiet')}
          format={timeFormat}
          minuteStep={5}
          order={false}
          needConfirm={false}
        />
      </Form.Item>
      <h2 style={{ fontSize: 16 }}>{t('notices.preference.kinds')}</h2>
      <Addresses preference={preference} />
      <KindTable
        kinds={kinds}
        hasEmail={preference.emailAddress !== null}
        hasPhone={preference.phoneNumber !== null}
        onChosen={choose}
      />
      <Button type="primary" htmlType="submit" loading={save.isPending} style={{ marginTop: 16 }}>
        {t('action.save')}
      </Button>
    </Form>
  );
}

function Addresses({ preference: { emailAddress, phoneNumber } }: { preference: NoticePreference }) {
  return (
    <ul className={styles.addresses}>
      <li>
        {emailAddress
          ? t('notices.preference.emailTo', { address: emailAddress })
          : t('notices.preference.noEmail')}
      </li>
      <li>
        {phoneNumber ? t('notices.preference.smsTo', { number: phoneNumber }) : t('notices.preference.noSms')}
      </li>
    </ul>
  );
}

type Kind = NoticePreference['kinds'][number];

interface KindTableProps {
  kinds: Kind[];
  hasEmail: boolean;
  hasPhone: boolean;
  onChosen: (name: string, change: Partial<Kind>) => void;
}

function KindTable({ kinds, hasEmail, hasPhone, onChosen }: KindTableProps) {
  const box = (channel: 'email' | 'sms', enabled: boolean) => (_: unknown, kind: Kind) => (
    <Checkbox
      checked={kind[channel]}
      disabled={!enabled}
      aria-label={`${kind.title} ${t(`notices.preference.${channel}`)}`}
      onChange={({ target }) => onChosen(kind.name, { [channel]: target.checked })}
    />
  );
  return (
    <Table<Kind>
      rowKey="name"
      size="small"
      pagination={false}
      dataSource={kinds}
      scroll={{ x: 480 }}
      columns={[
        { title: t('notices.preference.kind'), dataIndex: 'title' },
        { title: t('notices.preference.email'), key: 'email', width: 80, render: box('email', hasEmail) },
        { title: t('notices.preference.sms'), key: 'sms', width: 100, render: box('sms', hasPhone) },
      ]}
    />
  );
}

function timeOf(value: Dayjs | undefined): string | null {
  return value ? `${value.format(timeFormat)}:00` : null;
}

function momentOf(time: string): Dayjs {
  return dayjs(time.slice(0, 5), timeFormat);
}

function valuesOf({ digest, quietFrom, quietTo }: NoticePreference): Values {
  const isQuiet = quietFrom !== null && quietTo !== null;
  return { digest, quiet: isQuiet ? [momentOf(quietFrom), momentOf(quietTo)] : null };
}
