import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { changeLanguage, t, useLanguage } from './language';

/** The button is written in the language it switches to. */
export function LanguageSwitch({ className, icon }: { className?: string; icon?: ReactNode }) {
  const language = useLanguage();
  const client = useQueryClient();
  return (
    <Button
      type="text"
      className={className}
      icon={icon}
      aria-label={t('app.switchLanguage')}
      onClick={() => {
        changeLanguage(language === 'en' ? 'zh-Hans' : 'en');
        void client.invalidateQueries({ predicate: (query) => query.meta?.keep !== true });
      }}
    >
      {t('app.language')}
    </Button>
  );
}
