import { Input } from 'antd';
import styles from './filters.module.css';

interface Props {
  value: string | undefined;
  label: string;
  narrow?: boolean;
  onSearch: (text: string) => void;
}

/** Searches on Enter, on the button, and when it is emptied. */
export function SearchInput({ value = '', label, narrow = false, onSearch }: Props) {
  return (
    <Input.Search
      // A reset of all filters must also empty the box.
      key={value}
      allowClear
      className={narrow ? styles.narrow : styles.wide}
      defaultValue={value}
      placeholder={label}
      aria-label={label}
      onSearch={(text) => onSearch(text.trim())}
    />
  );
}
