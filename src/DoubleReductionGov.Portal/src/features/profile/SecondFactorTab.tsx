import { Alert, App, Button, Modal } from 'antd';
import { useState } from 'react';
import type { Me } from '../../api/client';
import { t } from '../../shared/language';
import { EnrolmentForm } from '../../shared/security/EnrolmentForm';
import { RecoveryCodes } from '../../shared/security/RecoveryCodes';
import { useAction } from '../../shared/useAction';
import { disableSecondFactor, enableSecondFactor, renewRecoveryCodes, startSecondFactor } from './api';
import styles from './profile.module.css';

export function SecondFactorTab({ me }: { me: Me }) {
  const [key, setKey] = useState<{ secret: string; uri: string } | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const enable = useAction(enableSecondFactor, {
    onDone: ({ recoveryCodes }) => {
      setKey(null);
      setCodes(recoveryCodes);
    },
  });
  const start = useAction(startSecondFactor, { onDone: setKey });
  return (
    <div className={styles.narrow}>
      {me.secondFactor ? (
        <FactorOn me={me} onCodes={setCodes} />
      ) : (
        <>
          <Alert
            type={me.secondFactorRequired ? 'warning' : 'info'}
            showIcon
            title={t('profile.factor.off')}
            description={t(me.secondFactorRequired ? 'profile.factor.required' : 'profile.factor.off.hint')}
          />
          {key ? (
            <div className={styles.part}>
              <EnrolmentForm {...key} pending={enable.isPending} onCode={enable.mutate} />
            </div>
          ) : (
            <Button
              type="primary"
              className={styles.part}
              loading={start.isPending}
              onClick={() => start.mutate(undefined)}
            >
              {t('profile.factor.enable')}
            </Button>
          )}
        </>
      )}
      <Modal
        open={codes !== null}
        closable={false}
        keyboard={false}
        mask={{ closable: false }}
        footer={null}
        title={t('account.recovery.title')}
      >
        {codes && <RecoveryCodes codes={codes} onKept={() => setCodes(null)} />}
      </Modal>
    </div>
  );
}

function FactorOn({ me, onCodes }: { me: Me; onCodes: (codes: string[]) => void }) {
  const { modal } = App.useApp();
  const renew = useAction(renewRecoveryCodes, { onDone: ({ recoveryCodes }) => onCodes(recoveryCodes) });
  const disable = useAction(disableSecondFactor, { done: t('profile.factor.disabled') });
  const askRenew = () =>
    modal.confirm({
      title: t('profile.factor.renew.sure'),
      okText: t('profile.factor.renew'),
      onOk: () => renew.mutate(undefined),
    });
  const askDisable = () =>
    modal.confirm({
      title: t('profile.factor.disable.sure'),
      content: t('profile.factor.disable.hint'),
      okText: t('profile.factor.disable'),
      okButtonProps: { danger: true },
      onOk: () => disable.mutate(undefined),
    });
  return (
    <>
      <Alert
        type={me.recoveryCodesLeft < 3 ? 'warning' : 'success'}
        showIcon
        title={t('profile.factor.on')}
        description={t('profile.factor.codesLeft', { count: me.recoveryCodesLeft })}
      />
      <div className={styles.buttons}>
        <Button loading={renew.isPending} onClick={askRenew}>
          {t('profile.factor.renew')}
        </Button>
        {!me.secondFactorRequired && (
          <Button danger loading={disable.isPending} onClick={askDisable}>
            {t('profile.factor.disable')}
          </Button>
        )}
      </div>
    </>
  );
}
