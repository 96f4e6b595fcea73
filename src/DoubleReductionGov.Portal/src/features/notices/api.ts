import { api, dataOf, http, type NoticePreferenceInput } from '../../api/client';

export const noticesQuery = (query: { skipCount?: number; maxResultCount?: number; unreadOnly?: boolean }) =>
  api.queryOptions('get', '/api/notices/notice', { params: { query } });

export const unreadQuery = api.queryOptions('get', '/api/notices/notice/unread-count');

export const preferenceQuery = api.queryOptions('get', '/api/notices/preference');

export const markRead = (id: string) =>
  http.POST('/api/notices/notice/{id}/mark-read', { params: { path: { id } } });

export const markAllRead = () => http.POST('/api/notices/notice/mark-all-read');

export const savePreference = (body: NoticePreferenceInput) =>
  dataOf(http.PUT('/api/notices/preference', { body }));
