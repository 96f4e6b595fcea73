import { Alert, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { t } from '../../shared/language';
import styles from './task.module.css';

interface Props {
  onGiven: (purpose: string) => void;
  onCancel: () => void;
}

export function PurposeDialog({ onGiven, onCancel }: Props) {
  const [purpose, setPurpose] = useState('');
  const given = purpose.trim();
  const choices = [t('task.purpose.verify'), t('task.purpose.research'), t('task.purpose.supervise')];
  return (
    <Modal
      open
      mask={{ closable: false }}
      title={t('task.purpose.title')}
      okText={t('task.purpose.enter')}
      okButtonProps={{ disabled: given === '' }}
      onOk={() => onGiven(given)}
      onCancel={onCancel}
    >
      <Alert type="info" showIcon title={t('task.purpose.hint')} style={{ marginBottom: 16 }} />
      <div className={styles.quickChoices}>
        {choices.map((choice) => (
          <Button
            key={choice}
            type={choice === purpose ? 'primary' : 'default'}
            aria-pressed={choice === purpose}
            onClick={() => setPurpose(choice)}
          >
            {choice}
          </Button>
        ))}
      </div>
      <Input
        value={purpose}
        maxLength={200}
        placeholder={t('task.purpose.other')}
        aria-label={t('task.purpose.label')}
        onChange={(event) => setPurpose(event.target.value)}
        onPressEnter={() => given && onGiven(given)}
      />
    </Modal>
  );
}
