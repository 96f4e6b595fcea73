import type { account as zh } from '../zh-Hans/account';

export const account: Record<keyof typeof zh, string> = {
  'account.title': 'Sign in',
  'account.heading': 'Quzhou Double Reduction',
  'account.heading2': 'Programme War Room',
  'account.lead': 'Every task on the chart, every task with a name, every task closed in time',
  'account.point1': 'The city plans, six counties deliver',
  'account.point2': 'Four lights show at a glance where things stand',
  'account.point3': 'Timetable, route and person on record throughout',
  'account.unit': 'Where you work',
  'account.city': '{name} (city)',
  'account.userName': 'User name',
  'account.userName.required': 'Enter your user name',
  'account.password': 'Password',
  'account.password.required': 'Enter your password',
  'account.submit': 'Sign in',
  'account.demo.title': 'Demonstration accounts',
  'account.demo.hint': 'Choose a row to fill the form. Password of all: {password}',
  'account.demo.fill': 'Use the account {userName} ({tenant}, {role})',
  'account.note': 'For authorised staff only. Everything done here is recorded.',
};
