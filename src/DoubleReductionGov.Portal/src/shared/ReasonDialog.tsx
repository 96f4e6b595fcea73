import { Input, Modal } from 'antd';
import { useState } from 'react';

interface Props {
  title: string;
  label: string;
  required?: boolean;
  pending: boolean;
  onGiven: (reason: string) => void;
  onClose: () => void;
}

/** Asks for the words that go with a decision. */
export function ReasonDialog({ title, label, required = false, pending, onGiven, onClose }: Props) {
  const [reason, setReason] = useState('');
  const given = reason.trim();
  return (
    <Modal
      open
      title={title}
      onCancel={onClose}
      onOk={() => onGiven(given)}
      okButtonProps={{ disabled: required && given === '', loading: pending }}
    >
      <Input.TextArea
        rows={3}
        maxLength={500}
        showCount
        value={reason}
        placeholder={label}
        aria-label={label}
        onChange={(event) => setReason(event.target.value)}
      />
    </Modal>
  );
}
