import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import type { PasswordRules, SignInResult } from '../../api/client';
import { t } from '../../shared/language';
import { EnrolmentForm } from '../../shared/security/EnrolmentForm';
import { NewPasswordFields, type NewPasswordValues } from '../../shared/security/NewPasswordFields';
import { Refusal } from './Refusal';
import styles from './signIn.module.css';
import { changePassword, enrol, giveCode } from './steps';

interface StepProps {
  result: SignInResult;
  onStep: (result: SignInResult) => void;
}

interface Props extends StepProps {
  rules: PasswordRules;
  onStartAgain: () => void;
}

/** What the server asks for after the password, one thing after the other. */
export function SignInSteps({ rules, onStartAgain, ...step }: Props) {
  return (
    <div className={styles.form}>
      {step.result.step === 'ChangePassword' && <ChangePasswordStep {...step} rules={rules} />}
      {step.result.step === 'SecondFactor' && <SecondFactorStep {...step} />}
      {step.result.step === 'EnrolSecondFactor' && <EnrolStep {...step} />}
      <Button type="link" className={styles.again} onClick={onStartAgain}>
        ← {t('account.step.back')}
      </Button>
    </div>
  );
}

function ChangePasswordStep({ result, onStep, rules }: StepProps & { rules: PasswordRules }) {
  const send = useMutation({
    mutationFn: ({ newPassword }: NewPasswordValues) => changePassword(result.ticket ?? '', newPassword),
    onSuccess: onStep,
  });
  return (
    <Form layout="vertical" requiredMark={false} onFinish={send.mutate}>
      <h1 className={styles.title}>{t('account.change.title')}</h1>
      <Alert
        className={styles.refusal}
        type="info"
        showIcon
        title={t(`account.change.${result.reason ?? 'Expired'}`)}
      />
      <Refusal error={send.error} />
      <NewPasswordFields rules={rules} />
      <Button type="primary" htmlType="submit" size="large" block loading={send.isPending}>
        {t('account.change.submit')}
      </Button>
    </Form>
  );
}

function SecondFactorStep({ result, onStep }: StepProps) {
  const send = useMutation({
    mutationFn: ({ code }: { code: string }) => giveCode(result.ticket ?? '', code.trim()),
    onSuccess: onStep,
  });
  return (
    <Form layout="vertical" requiredMark={false} onFinish={send.mutate}>
      <h1 className={styles.title}>{t('account.factor.title')}</h1>
      <p>{t('account.factor.hint')}</p>
      <Refusal error={send.error} />
      <Form.Item
        name="code"
        label={t('account.factor.code')}
        rules={[{ required: true, whitespace: true, message: t('field.required') }]}
      >
        <Input size="large" autoFocus autoComplete="one-time-code" maxLength={16} />
      </Form.Item>
      <Button type="primary" htmlType="submit" size="large" block loading={send.isPending}>
        {t('account.factor.submit')}
      </Button>
    </Form>
  );
}

function EnrolStep({ result, onStep }: StepProps) {
  const send = useMutation({
    mutationFn: (code: string) => enrol(result.ticket ?? '', code),
    onSuccess: onStep,
  });
  return (
    <>
      <h1 className={styles.title}>{t('account.enrol.title')}</h1>
      <Alert className={styles.refusal} type="info" showIcon title={t('account.enrol.required')} />
      <Refusal error={send.error} />
      <EnrolmentForm
        secret={result.secret ?? ''}
        uri={result.uri ?? ''}
        pending={send.isPending}
        onCode={send.mutate}
      />
    </>
  );
}
