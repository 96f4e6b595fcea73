import { dataOf, http, type SignInResult, type SignInStep } from '../../api/client';
import type { SignInValues } from './SignInForm';

export const signIn = ({ tenantId, userName, password }: SignInValues) =>
  dataOf(http.POST('/api/account/login', { body: { tenantId: tenantId || null, userName, password } }));

export const changePassword = (ticket: string, newPassword: string) =>
  dataOf(http.POST('/api/account/login/change-password', { body: { ticket, newPassword } }));

export const giveCode = (ticket: string, code: string) =>
  dataOf(http.POST('/api/account/login/second-factor', { body: { ticket, code } }));

export const enrol = (ticket: string, code: string) =>
  dataOf(http.POST('/api/account/login/enrol-second-factor', { body: { ticket, code } }));

const startEnrolment = (ticket: string) =>
  dataOf(http.POST('/api/account/login/start-enrolment', { body: { ticket } }));

/** An external sign-in that needs a further step comes back with its ticket behind the #, which no server sees. */
export function stepOfHash(hash: string): { ticket: string; step: SignInStep } | null {
  const values = new URLSearchParams(hash.replace(/^#/, ''));
  const ticket = values.get('ticket');
  const step = values.get('step');
  return ticket && isStep(step) ? { ticket, step } : null;
}

export async function goOnWith({
  ticket,
  step,
}: {
  ticket: string;
  step: SignInStep;
}): Promise<SignInResult> {
  if (step === 'EnrolSecondFactor') return startEnrolment(ticket);
  const nothing = { userName: null, name: null, reason: null, secret: null, uri: null, recoveryCodes: null };
  return { ...nothing, step, ticket };
}

function isStep(value: string | null): value is SignInStep {
  return value === 'ChangePassword' || value === 'SecondFactor' || value === 'EnrolSecondFactor';
}
