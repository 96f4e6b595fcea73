import { Alert, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import type { CountyListItem } from '../../api/client';
import { t } from '../../shared/language';
import { useAction } from '../../shared/useAction';
import { deactivateCounty } from './api';

/** Closing a county shuts out a whole office: its name is typed, so that nobody does it by a stray click. */
export function DeactivateDialog({ county, onClose }: { county: CountyListItem; onClose: () => void }) {
  const [typed, setTyped] = useState('');
  const run = useAction(() => deactivateCounty(county), {
    done: t('counties.deactivated'),
    onDone: onClose,
  });
  return (
    <Modal
      open
      title={t('counties.deactivate.sure', { name: county.name })}
      okText={t('counties.deactivate')}
      okButtonProps={{ danger: true, disabled: typed.trim() !== county.name, loading: run.isPending }}
      onOk={() => run.mutate(undefined)}
      onCancel={onClose}
    >
      <Alert type="warning" showIcon title={t('counties.deactivate.hint')} />
      <Form layout="vertical" style={{ marginTop: 16 }}>
        <Form.Item label={t('counties.deactivate.name', { name: county.name })} htmlFor="county-name">
          <Input id="county-name" value={typed} onChange={({ target }) => setTyped(target.value)} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
