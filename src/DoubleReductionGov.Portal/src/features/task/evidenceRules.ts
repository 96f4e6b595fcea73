import { t } from '../../shared/language';

export const evidenceTypes = ['pdf', 'doc', 'docx', 'xls', 'xlsx', 'pptx', 'jpg', 'jpeg', 'png'] as const;
export const evidenceMaximumBytes = 20 * 1024 * 1024;
export const evidenceAccept = evidenceTypes.map((type) => `.${type}`).join(',');

/** Why a file is refused before it is sent, or null. The server checks the same again, by content. */
export function evidenceRefusal(file: Pick<File, 'name' | 'size'>): string | null {
  const { name, size } = file;
  const type = name.split('.').pop()?.toLowerCase() ?? '';
  if (!(evidenceTypes as readonly string[]).includes(type)) return t('task.evidence.wrongType', { name });
  if (size === 0) return t('task.evidence.isEmpty', { name });
  if (size > evidenceMaximumBytes) return t('task.evidence.tooLarge', { name });
  return null;
}

export function formatSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
