import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Light, WallChartCounty } from '../../api/client';
import { t } from '../../shared/language';
import { lightWord } from '../../shared/light';
import { type RegionMap, regionMapQuery } from '../../shared/regionMap';
import styles from './CountyMap.module.css';
import { echarts, useChart } from './echarts';

/** Softer than the lights themselves: large areas of pure red or green glare. */
const areaColors: Record<Light, string> = {
  Red: '#cf3a42',
  Yellow: '#dc9a1c',
  Green: '#2f9a66',
  Grey: '#7d8896',
};
const symbols: Record<Light, string> = { Red: '■', Yellow: '▲', Green: '●', Grey: '○' };
const labelFont = '"PingFang SC","Microsoft YaHei","Noto Sans SC","Noto Sans CJK SC",sans-serif';

interface Props {
  counties: WallChartCounty[];
  chosen: string | null;
  dark?: boolean;
  onChoose: (countyId: string) => void;
}

export function CountyMap({ counties, chosen, dark = false, onChoose }: Props) {
  const { data: map } = useQuery(regionMapQuery);
  const option = useMemo(
    () => (map ? optionOf(map, counties, chosen, dark) : null),
    [map, counties, chosen, dark],
  );
  const place = useChart(option, (name) => {
    const county = counties.find((item) => item.name === name);
    if (county) onChoose(county.id);
  });
  const words = counties.map(({ name, light, progress }) => `${name} ${lightWord(light)} ${progress}%`);
  return (
    <figure className={dark ? `${styles.figure} ${styles.dark}` : styles.figure}>
      <div
        ref={place}
        className={styles.place}
        role="img"
        aria-label={t('wallChart.map.label', { counties: words.join(t('text.list')) })}
      />
      {map && <figcaption className={styles.caption}>{captionOf(map)}</figcaption>}
    </figure>
  );
}

function captionOf({ schematic, source = '', approvalNo = '' }: RegionMap): string {
  return schematic ? t('wallChart.map.schematic') : t('wallChart.map.approval', { source, approvalNo });
}

function optionOf(map: RegionMap, counties: WallChartCounty[], chosen: string | null, dark: boolean) {
  echarts.registerMap('region', map as unknown as Parameters<typeof echarts.registerMap>[1]);
  const border = dark ? '#d7ecff' : '#ffffff';
  return {
    textStyle: { fontFamily: labelFont },
    series: [
      {
        type: 'map',
        map: 'region',
        selectedMode: false,
        aspectScale: 0.875,
        layoutCenter: ['50%', '50%'],
        layoutSize: '96%',
        label: {
          show: true,
          color: '#fff',
          fontSize: dark ? 18 : 14,
          fontWeight: 700,
          lineHeight: dark ? 26 : 21,
          textBorderColor: 'rgba(0,0,0,.5)',
          textBorderWidth: 3,
          formatter: ({ name }: { name: string }) =>
            labelOf(
              counties.find((county) => county.name === name),
              name,
            ),
        },
        emphasis: { label: { color: '#fff' }, itemStyle: { areaColor: '#1d6fd8' } },
        itemStyle: { areaColor: '#aeb8c4', borderColor: border, borderWidth: 2 },
        data: counties.map((county) => ({
          name: county.name,
          value: county.progress,
          itemStyle: {
            areaColor: areaColors[county.light],
            borderColor: county.id === chosen ? '#10233f' : border,
            borderWidth: county.id === chosen ? 4 : 2,
            shadowColor: dark ? 'rgba(64,160,255,.45)' : 'rgba(16,35,63,.28)',
            shadowBlur: dark ? 16 : 8,
            shadowOffsetY: 4,
          },
        })),
      },
    ],
  };
}

function labelOf(county: WallChartCounty | undefined, name: string): string {
  return county ? `${name}\n${symbols[county.light]} ${county.progress}%` : name;
}
