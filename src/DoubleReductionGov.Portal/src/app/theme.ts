import type { ThemeConfig } from 'antd';

export const fontFamily =
  '"PingFang SC","Microsoft YaHei","Noto Sans SC","Noto Sans CJK SC","Source Han Sans SC",sans-serif';

/** Secondary text is about 60 % black: antd's own grey is too pale to be read by everyone. */
const softInk = 'rgba(0, 0, 0, 0.62)';

export const portalTheme: ThemeConfig = {
  token: {
    colorPrimary: '#1554ad',
    colorLink: '#1554ad',
    colorInfo: '#1554ad',
    colorPrimaryBg: '#e6f0fd',
    colorPrimaryBgHover: '#d3e4fb',
    colorInfoBg: '#e9f2fe',
    colorInfoBorder: '#b5d2f5',
    colorSuccess: '#237a2f',
    colorSuccessBg: '#eaf7ec',
    colorSuccessBorder: '#b7e0bf',
    colorWarning: '#955f00',
    colorWarningBg: '#fff7e0',
    colorWarningBorder: '#f0d28c',
    colorError: '#c81d25',
    colorErrorBg: '#fdeeee',
    colorErrorBorder: '#f3c1c3',
    colorTextDescription: softInk,
    colorTextTertiary: softInk,
    colorTextPlaceholder: 'rgba(0, 0, 0, 0.56)',
    borderRadius: 6,
    fontFamily,
    // Who asks the system for less motion gets none.
    motion: !window.matchMedia?.('(prefers-reduced-motion: reduce)').matches,
  },
  components: {
    Table: { headerBg: '#eef3fa', headerColor: '#22384f', rowHoverBg: '#f5f9ff' },
    Card: { headerFontSize: 16 },
    Layout: { bodyBg: '#f2f5fa', siderBg: '#ffffff', headerBg: '#0d3b7d' },
  },
};
