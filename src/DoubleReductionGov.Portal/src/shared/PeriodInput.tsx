import { DatePicker } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { formatTime } from './dates';
import { t } from './language';

interface Props {
  /** UTC, as the server has it. */
  from?: string;
  to?: string;
  onChange: (period: { from: string | null; to: string | null }) => void;
}

/** From when to when, in the time of China wherever the browser is. */
export function PeriodInput({ from, to, onChange }: Props) {
  return (
    <DatePicker.RangePicker
      showTime={{ format: 'HH:mm' }}
      format="YYYY-MM-DD HH:mm"
      allowEmpty={[true, true]}
      value={[shownOf(from), shownOf(to)]}
      placeholder={[t('field.from'), t('field.to')]}
      aria-label={t('log.period')}
      onChange={(chosen) => onChange({ from: momentOf(chosen?.[0]), to: momentOf(chosen?.[1]) })}
    />
  );
}

function shownOf(moment: string | undefined): Dayjs | null {
  return moment ? dayjs(formatTime(moment)) : null;
}

/** What was chosen on the clock of China, as a moment. */
export function momentOf(chosen: Dayjs | null | undefined): string | null {
  return chosen ? new Date(`${chosen.format('YYYY-MM-DDTHH:mm:00')}+08:00`).toISOString() : null;
}
