import { DatePicker } from 'antd';
import { asDayjs, type Day, toDay } from './dates';

interface Props {
  id?: string;
  value?: Day | null;
  onChange?: (value: Day | null) => void;
  min?: Day;
  max?: Day;
  disabled?: boolean;
  allowClear?: boolean;
  'aria-label'?: string;
}

/** A date picker that speaks 2021-09-01, as the server does. */
export function DayInput({ value, onChange, min, max, allowClear = true, ...rest }: Props) {
  return (
    <DatePicker
      {...rest}
      allowClear={allowClear}
      style={{ width: '100%' }}
      value={asDayjs(value)}
      minDate={asDayjs(min) ?? undefined}
      maxDate={asDayjs(max) ?? undefined}
      onChange={(chosen) => onChange?.(chosen ? toDay(chosen) : null)}
    />
  );
}
